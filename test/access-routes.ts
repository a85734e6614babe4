import type { CallInput, TestApi } from './api.ts';

/*
 * Who may call which route, written by hand and apart from the policy: a second opinion on it.
 *
 * A new route needs one line here:
 *   'GET /lotuses': READERS,                      everyone named may call it
 *   'POST /lotuses': 'coordinator administrator', these alone
 * and where it concerns one organization, how far each role reaches, and calls to try it with:
 *   'PUT /lotuses/:id': { who: 'coordinator reporter:own appraiser:appraised', cases: lotusCases },
 */

/** How an organization stands to the demonstration accounts that hold a role for one. */
export type Relation = 'own' | 'appraised' | 'other';

/** One call to a route that concerns an organization. */
export interface AccessCase {
  /** What is tried, with the state of the record where that counts: "own, submitted". */
  readonly name: string;
  readonly relations: readonly Relation[];
  readonly input: CallInput;
  /** Who may do it in this state, where that are not those of the route. */
  readonly who?: string;
}

export interface OrganizationRoute {
  /** Roles, each with how far it reaches: `coordinator reporter:own appraiser:appraised`. */
  readonly who: string;
  /**
   * Makes the records and says how to call for them, once for each role, for a call may change its record. None for a list:
   * that it shows only what is within reach is for the feature's own tests.
   */
  readonly cases: (api: TestApi) => Promise<readonly AccessCase[]>;
}

export type RouteAccess = string | OrganizationRoute;

/** Without a session too. */
export const PUBLIC = 'public';
const EVERYBODY = 'coordinator reporter approver appraiser leader administrator auditor viewer';
const OFFICIALS = 'coordinator reporter approver appraiser leader auditor viewer';
const READERS = 'coordinator leader auditor viewer';
const OVERSEERS = 'administrator auditor';
const COORDINATOR = 'coordinator';

/** Every route of the product, by method and path, and who may call it. */
export const ACCESS_ROUTES: Readonly<Record<string, RouteAccess>> = {
  'GET /health': PUBLIC,
  'GET /system': PUBLIC,
  'POST /session': PUBLIC,
  'GET /session': EVERYBODY,
  'DELETE /session': EVERYBODY,
  'GET /demonstration-accounts': PUBLIC,

  'GET /overview': READERS,
  'GET /index/overview': READERS,
  'GET /index/components': READERS,
  'GET /index/sheet': READERS,
  'GET /index/components/:code': READERS,
  'PUT /index/data-values/:item': COORDINATOR,
  'GET /index/data-values/:item/history': READERS,
  'GET /index/snapshots': READERS,
  'POST /index/snapshots': COORDINATOR,
  'GET /index/snapshots/:id': READERS,
  'GET /index/snapshot-comparison': READERS,
  'GET /index/explanation-sheet': READERS,
  'GET /index/improvement-options': READERS,
  'POST /index/improvement-plans/solve': READERS,
  'PUT /index/improvement-plans/:id': COORDINATOR,
  'GET /index/improvement-plans': READERS,
  'GET /index/improvement-plans/:id': READERS,
  'GET /index/forecast': READERS,
  'GET /scenarios': READERS,
  'GET /scenarios/:id': READERS,
  'POST /scenarios': COORDINATOR,
  'PUT /scenarios/:id': COORDINATOR,
  'GET /frameworks': READERS,
  'GET /frameworks/:code/:version': READERS,
  'GET /frameworks/:code/:version/file': READERS,
  'GET /frameworks/:code/:version/comparison': READERS,
  'POST /framework-imports': COORDINATOR,
  'POST /frameworks/:code/:version/clone': COORDINATOR,
  'PUT /frameworks/:code/:version': COORDINATOR,
  'POST /frameworks/:code/:version/state': COORDINATOR,
  'GET /leagues': READERS,
  'GET /leagues/:framework': READERS,

  'GET /organizations': EVERYBODY,
  'GET /organizations/:code': EVERYBODY,
  'GET /unmapped-agency-names': EVERYBODY,
  'PUT /organizations/:code/aliases': 'coordinator administrator',
  'GET /map': 'coordinator leader administrator auditor viewer',
  'POST /map/boundaries': 'coordinator administrator',

  'GET /documents': OFFICIALS,
  'GET /documents/:id': OFFICIALS,
  'GET /documents/:id/text': OFFICIALS,
  'GET /documents/:id/contents': OFFICIALS,
  'GET /targets': OFFICIALS,
  'GET /tasks': OFFICIALS,
  'GET /projects': OFFICIALS,
  'GET /gaps': OFFICIALS,
  'GET /plan-items/:id': OFFICIALS,
  'GET /findings': OFFICIALS,
  'GET /search': OFFICIALS,
  'POST /plan-imports': COORDINATOR,
  'GET /plan-imports': COORDINATOR,
  'GET /plan-imports/:id': COORDINATOR,
  'POST /plan-imports/:id/accept': COORDINATOR,
  'POST /plan-imports/:id/discard': COORDINATOR,

  'GET /audit-events': OVERSEERS,
  'GET /audit-events/choices': OVERSEERS,
  'GET /audit-events/export': OVERSEERS,
  'GET /audit-trail/verification': OVERSEERS,
};
