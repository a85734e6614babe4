import { z } from 'zod';
import { PENDING_STEPS } from '#core/access/pending-step.ts';
import { ACTIONS, ROLES } from '#core/access/permissions.ts';
import { route } from '#contract/route.ts';
import { Instant, PlainDateText } from '#contract/schemas.ts';

/** A person who may sign in, as shown to that person. */
const Account = z
  .object({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
  })
  .meta({ id: 'Account' });

/** A role that a person holds, for an organization or for the whole province, and until when. */
export const RoleHolding = z
  .object({
    id: z.uuid(),
    role: z.enum(ROLES),
    organization: z.object({ code: z.string(), name: z.string() }).nullable(),
    validFrom: PlainDateText,
    validTo: PlainDateText.nullable(),
    /** Name of the person who lends it for an absence; null for a role of one's own. */
    delegatedBy: z.string().nullable(),
  })
  .meta({ id: 'RoleHolding' });
export type RoleHolding = z.infer<typeof RoleHolding>;

/** Who is signed in, until when, and all that this person may do. */
export const SessionView = z
  .object({
    account: Account,
    /** Roles held today. */
    holdings: z.array(RoleHolding),
    permittedActions: z.array(z.enum(ACTIONS)),
    /** What must be done before anything else is permitted. */
    pendingStep: z.enum(PENDING_STEPS).nullable(),
    expiresAt: Instant,
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

export const signIn = route({
  method: 'POST',
  path: '/session',
  operationId: 'signIn',
  summary: 'Sign in with a personal account; the session travels in a cookie',
  access: 'public',
  body: z.object({
    username: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
    /** One-time code of the second factor, or a recovery code; asked for by a refusal. */
    code: z.string().min(1).max(32).optional(),
  }),
  response: SessionView,
  refusals: [
    'session.invalid-credentials',
    'session.code-required',
    'session.wrong-code',
    'session.no-role',
    'session.too-many-attempts',
  ],
  since: '0.1.0',
});

export const getSession = route({
  method: 'GET',
  path: '/session',
  operationId: 'getSession',
  summary: 'Who is signed in and what this person may do',
  access: 'session.read',
  response: SessionView,
  since: '0.1.0',
});

export const signOut = route({
  method: 'DELETE',
  path: '/session',
  operationId: 'signOut',
  summary: 'End the session',
  access: 'session.read',
  /** Where the browser ends the session of the single sign-on too, if there is one. */
  response: z.object({ continueAt: z.string().nullable() }),
  since: '0.1.0',
});

/** An account of the demonstration with its public password. */
export const DemonstrationAccount = z
  .object({
    username: z.string(),
    password: z.string(),
    displayName: z.string(),
    holdings: z.array(z.object({ role: z.enum(ROLES), organizationCode: z.string().nullable() })).min(1),
  })
  .meta({ id: 'DemonstrationAccount' });
export type DemonstrationAccount = z.infer<typeof DemonstrationAccount>;

export const listDemonstrationAccounts = route({
  method: 'GET',
  path: '/demonstration-accounts',
  operationId: 'listDemonstrationAccounts',
  summary: 'Accounts with public passwords; none outside the demonstration profile',
  access: 'public',
  response: z.object({ items: z.array(DemonstrationAccount) }),
  since: '0.1.0',
});
