import {
  attachEntryEvidence,
  nameEntryEvidence,
  readEntries,
  readEntryFiles,
  retireEntries,
  sendEntryFiles,
  writeEntries,
} from './access-registers.ts';
import {
  attachEvidence,
  nameEvidence,
  readEvidence,
  readEvidenceFiles,
  sendEvidenceFiles,
} from './access-evidence.ts';
import {
  decideAnswers,
  fillInKnown,
  importWorkbooks,
  moveSubmissions,
  readSubmissions,
  writeAnswers,
} from './access-submissions.ts';
import {
  askExtensions,
  nameTaskEvidence,
  readDecisions,
  readTaskEvidence,
  readTaskFiles,
  reportTasks,
  sendTaskFiles,
} from './access-tasks.ts';
import {
  addDifficultyFiles,
  addDifficultyPages,
  answerDifficulties,
  openDifficultyFiles,
  openOwnFiles,
  raiseDifficulties,
  readDifficulties,
  readDifficultyEvidence,
  replyToDifficulties,
} from './access-difficulties.ts';
import { readAreas } from './access-committee.ts';
import { issuePapers, makePapers, readPaperFiles, readPapers, startPaperFiles } from './access-papers.ts';
import {
  chooseTemplates,
  previewTemplates,
  readTemplateFiles,
  readTemplates,
  sendTemplates,
} from './access-templates.ts';
import { addToWorkPlans, changeWorkSteps, readWorkPlans } from './access-work-plans.ts';
import type { AccessCase } from './access-case.ts';
import type { TestApi } from './api.ts';

/*
 * Who may call which route, written by hand and apart from the policy: a second opinion on it.
 *
 * A new route needs one line here:
 *   'GET /lotuses': READERS,                      everyone named may call it
 *   'POST /lotuses': 'coordinator administrator', these alone
 * and where it concerns one organization, how far each role reaches, and calls to try it with:
 *   'PUT /lotuses/:id': { who: 'coordinator reporter:own appraiser:appraised', cases: lotusCases },
 */

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
const REMINDER_READERS = 'coordinator leader auditor';
const ADMINISTRATOR = 'administrator';
const ROUND_READERS = 'coordinator leader auditor';
const OVERSIGHT = 'coordinator leader auditor';
const AN_AGENCY = 'reporter:own approver:own';
const APPRAISERS = 'coordinator appraiser:appraised';
const SUBMISSION_READERS = `${AN_AGENCY} ${APPRAISERS} leader auditor`;

const EXECUTION_READERS = `${AN_AGENCY} coordinator leader auditor`;
const REGISTER_READERS = 'coordinator reporter:own approver:own appraiser leader auditor';

const PAPER_MAKERS = 'coordinator reporter:own approver:own';
const PAPER_READERS = `${PAPER_MAKERS} leader auditor`;

const noCases = async (): Promise<readonly AccessCase[]> => [];

/** Every route of the product, by method and path, and who may call it. */
export const ACCESS_ROUTES: Readonly<Record<string, RouteAccess>> = {
  'GET /health': PUBLIC,
  'GET /system': PUBLIC,
  'POST /session': PUBLIC,
  'GET /session': EVERYBODY,
  'DELETE /session': EVERYBODY,
  'GET /demonstration-accounts': PUBLIC,
  'POST /invitations/find': PUBLIC,
  'POST /invitations/accept': PUBLIC,
  'POST /single-sign-on': PUBLIC,
  'POST /single-sign-on/return': PUBLIC,
  'GET /own-account': EVERYBODY,
  'PUT /own-account/password': EVERYBODY,
  'GET /own-account/sessions': EVERYBODY,
  'DELETE /own-account/sessions/:id': EVERYBODY,
  'DELETE /own-account/sessions': EVERYBODY,
  'POST /own-account/second-factor': EVERYBODY,
  'PUT /own-account/second-factor': EVERYBODY,
  'POST /own-account/recovery-codes': EVERYBODY,
  'POST /own-account/second-factor/remove': EVERYBODY,
  'POST /own-account/delegations': EVERYBODY,
  'DELETE /own-account/delegations/:id': EVERYBODY,
  'GET /accounts': OVERSEERS,
  'GET /accounts/:id': OVERSEERS,
  'GET /accounts/import-form': ADMINISTRATOR,
  'POST /accounts/import': ADMINISTRATOR,
  'POST /accounts/invitations': ADMINISTRATOR,
  'POST /accounts/invitation-mails': ADMINISTRATOR,
  'POST /accounts': ADMINISTRATOR,
  'PUT /accounts/:id': ADMINISTRATOR,
  'POST /accounts/:id/roles': ADMINISTRATOR,
  'DELETE /accounts/:id/roles/:holdingId': ADMINISTRATOR,
  'PUT /accounts/:id/state': ADMINISTRATOR,
  'DELETE /accounts/:id/second-factor': ADMINISTRATOR,

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
  'GET /index/improvement-plans/:id/file': READERS,
  'GET /index/forecast': READERS,
  'GET /index/period-values': READERS,
  'PUT /index/period-values/:item': COORDINATOR,
  'GET /index/period-values/:item/history': READERS,
  'GET /scenarios': READERS,
  'GET /scenarios/:id': READERS,
  'POST /scenarios': COORDINATOR,
  'PUT /scenarios/:id': COORDINATOR,
  'GET /frameworks': READERS,
  'GET /frameworks/:code/:version': READERS,
  'GET /frameworks/:code/:version/file': READERS,
  'GET /frameworks/:code/:version/comparison': READERS,
  'POST /frameworks': COORDINATOR,
  'POST /framework-imports': COORDINATOR,
  'POST /frameworks/:code/:version/clone': COORDINATOR,
  'PUT /frameworks/:code/:version': COORDINATOR,
  'POST /frameworks/:code/:version/state': COORDINATOR,
  'GET /leagues': READERS,
  'GET /leagues/:framework': READERS,
  'GET /leagues/:framework/audit': READERS,
  'POST /leagues/:framework/snapshots': COORDINATOR,
  'GET /league-snapshots/:id/verification': READERS,

  'GET /organizations': EVERYBODY,
  'GET /organizations/:code': EVERYBODY,
  'GET /organization-choices': EVERYBODY,
  'GET /unmapped-agency-names': EVERYBODY,
  'PUT /organizations/:code/aliases': 'coordinator administrator',
  'POST /organizations/:code/aliases/withdraw': 'coordinator administrator',
  'GET /map': 'coordinator leader administrator auditor viewer',
  'POST /map/boundaries': 'coordinator administrator',

  'GET /documents': OFFICIALS,
  'GET /documents/:id': OFFICIALS,
  'GET /documents/:id/relations': OFFICIALS,
  'GET /documents/:id/changes': OFFICIALS,
  'GET /documents/:id/text': OFFICIALS,
  'GET /documents/:id/contents': OFFICIALS,
  'GET /targets': OFFICIALS,
  'GET /tasks': OFFICIALS,
  'GET /projects': OFFICIALS,
  'GET /gaps': OFFICIALS,
  'GET /plan-items/:id': OFFICIALS,
  'GET /findings': OFFICIALS,
  'GET /findings/file': OFFICIALS,
  'GET /findings/:fingerprint': OFFICIALS,
  'POST /findings/:fingerprint/decisions': COORDINATOR,
  'GET /measure-links': OFFICIALS,
  'POST /measure-links/decisions': COORDINATOR,
  'GET /plan-items/:id/linked-measures': OFFICIALS,
  'GET /search': OFFICIALS,
  'POST /plan-imports': COORDINATOR,
  'POST /plan-imports/jobs': COORDINATOR,
  'POST /plan-imports/improvement-plans': COORDINATOR,
  'GET /plan-imports': COORDINATOR,
  'GET /plan-imports/:id': COORDINATOR,
  'GET /plan-imports/:id/amendment': COORDINATOR,
  'POST /plan-imports/:id/accept': COORDINATOR,
  'POST /plan-imports/:id/discard': COORDINATOR,
  'POST /plan-imports/:id/review-steps': COORDINATOR,
  'POST /plan-imports/:id/undo': COORDINATOR,
  'POST /directives': COORDINATOR,

  'GET /reporting-rounds': ROUND_READERS,
  'GET /reporting-rounds/:id': ROUND_READERS,
  'GET /reporting-round-proposals': COORDINATOR,
  'GET /reporting-round-preview': COORDINATOR,
  'POST /reporting-rounds': COORDINATOR,
  'POST /reporting-rounds/:id/actions': COORDINATOR,
  'POST /reporting-rounds/:id/extensions': COORDINATOR,
  'GET /reporting-rounds/:id/standing': ROUND_READERS,
  'POST /reporting-rounds/:id/reminders': COORDINATOR,
  'POST /reporting-rounds/:id/sum-decisions': COORDINATOR,
  'GET /reporting-overview': ROUND_READERS,
  'GET /reporting-performance': ROUND_READERS,
  'GET /notices': EVERYBODY,
  'GET /reminders': EVERYBODY,
  'POST /reminders/readings': EVERYBODY,
  'GET /targets/:id/year-values': READERS,
  'GET /work': { who: SUBMISSION_READERS, cases: noCases },
  'GET /tasks/:id/progress': { who: SUBMISSION_READERS, cases: noCases },
  'GET /submissions/:id': { who: SUBMISSION_READERS, cases: readSubmissions },
  'GET /submissions/:id/changes': { who: SUBMISSION_READERS, cases: readSubmissions },
  'PUT /submissions/:id/answers': { who: AN_AGENCY, cases: writeAnswers },
  'GET /submissions/:id/workbook': { who: SUBMISSION_READERS, cases: readSubmissions },
  'POST /submissions/:id/workbook': { who: AN_AGENCY, cases: importWorkbooks },
  'POST /submissions/:id/known-figures': { who: AN_AGENCY, cases: fillInKnown },
  // A token of its own opens it, which no role has; a session does not.
  'POST /deliveries': PUBLIC,
  'GET /deliveries': 'administrator',
  'GET /deliveries/:id': 'administrator',
  'GET /delivery-sources': 'administrator',
  'PUT /delivery-sources/:id': 'administrator',
  'POST /delivery-sources/:id/tokens': 'administrator',
  'DELETE /delivery-sources/:id/tokens/:token': 'administrator',
  'PUT /submissions/:id/decisions': { who: APPRAISERS, cases: decideAnswers },
  'POST /submissions/:id/actions': { who: SUBMISSION_READERS, cases: moveSubmissions },
  'GET /submissions/:id/evidence': { who: SUBMISSION_READERS, cases: readEvidence },
  'POST /submissions/:id/evidence-files': { who: AN_AGENCY, cases: sendEvidenceFiles },
  'POST /submissions/:id/evidence-references': { who: AN_AGENCY, cases: nameEvidence },
  'PUT /submissions/:id/evidence-attachments': { who: AN_AGENCY, cases: attachEvidence },
  'GET /submissions/:id/evidence/:evidenceId/file': { who: SUBMISSION_READERS, cases: readEvidenceFiles },
  'GET /reporting-rounds/:id/evidence-archive': ROUND_READERS,

  'GET /execution/board': { who: EXECUTION_READERS, cases: noCases },
  'GET /execution/tasks': { who: EXECUTION_READERS, cases: noCases },
  'GET /execution/schedule': { who: EXECUTION_READERS, cases: noCases },
  'GET /execution/choices': { who: EXECUTION_READERS, cases: noCases },
  'GET /tasks/:id/execution': { who: EXECUTION_READERS, cases: noCases },
  'GET /tasks/:id/histories': { who: EXECUTION_READERS, cases: noCases },
  'POST /tasks/:id/reports': { who: AN_AGENCY, cases: reportTasks },
  'POST /tasks/:id/extension-requests': { who: AN_AGENCY, cases: askExtensions },
  'POST /tasks/:id/decisions': COORDINATOR,
  'GET /tasks/:id/work-plans': { who: EXECUTION_READERS, cases: noCases },
  'GET /tasks/:id/work-plans/:organization': { who: EXECUTION_READERS, cases: readWorkPlans },
  'GET /tasks/:id/work-plans/:organization/sheet': { who: EXECUTION_READERS, cases: readWorkPlans },
  'POST /tasks/:id/work-plans/:organization/steps': { who: AN_AGENCY, cases: addToWorkPlans },
  'POST /work-steps/:id/changes': { who: AN_AGENCY, cases: changeWorkSteps },
  'GET /work-week': { who: EXECUTION_READERS, cases: noCases },
  'GET /tasks/:id/purposes': OFFICIALS,
  'POST /tasks/:id/purposes': COORDINATOR,
  'GET /execution/purpose-choices': COORDINATOR,
  'POST /tasks/:id/readings': { who: AN_AGENCY, cases: readDecisions },
  'GET /tasks/:id/evidence/:organization': { who: EXECUTION_READERS, cases: readTaskEvidence },
  'POST /tasks/:id/evidence/:organization/files': { who: AN_AGENCY, cases: sendTaskFiles },
  'POST /tasks/:id/evidence/:organization/references': { who: AN_AGENCY, cases: nameTaskEvidence },
  'GET /tasks/:id/evidence/:organization/:evidenceId/file': {
    ...{ who: EXECUTION_READERS, cases: readTaskFiles },
  },

  'GET /difficulties': { who: EXECUTION_READERS, cases: noCases },
  'GET /difficulty-statistics': { who: EXECUTION_READERS, cases: noCases },
  'GET /difficulties/:id': { who: EXECUTION_READERS, cases: readDifficulties },
  'POST /difficulties': { who: AN_AGENCY, cases: raiseDifficulties },
  'POST /difficulties/:id/answers': { who: `coordinator ${AN_AGENCY}`, cases: answerDifficulties },
  'POST /difficulties/:id/rulings': 'coordinator leader',
  'POST /difficulties/:id/directions': COORDINATOR,
  'POST /difficulties/:id/replies': { who: AN_AGENCY, cases: replyToDifficulties },
  'GET /difficulty-evidence/:organization': { who: AN_AGENCY, cases: readDifficultyEvidence },
  'POST /difficulty-evidence/:organization/files': { who: AN_AGENCY, cases: addDifficultyFiles },
  'POST /difficulty-evidence/:organization/references': { who: AN_AGENCY, cases: addDifficultyPages },
  'GET /difficulty-evidence/:organization/:evidenceId/file': { who: AN_AGENCY, cases: openOwnFiles },
  'GET /difficulties/:id/evidence/:evidenceId/file': { who: EXECUTION_READERS, cases: openDifficultyFiles },

  // Accounts of agencies too, once they are members: of the own area.
  'GET /steering-committee/members': { who: OVERSIGHT, cases: noCases },
  'GET /steering-committee/members/:id': { who: OVERSIGHT, cases: readAreas },
  'GET /steering-committee/members/:id/targets': { who: OVERSIGHT, cases: readAreas },
  'GET /steering-committee/choices': COORDINATOR,
  'POST /steering-committee/members': COORDINATOR,
  'PUT /steering-committee/members/:id': COORDINATOR,
  'POST /steering-committee/members/:id/name-erasure': COORDINATOR,

  'GET /asset-registers': { who: REGISTER_READERS, cases: noCases },
  'GET /asset-registers/:register': { who: REGISTER_READERS, cases: noCases },
  'GET /asset-registers/:register/file': { who: REGISTER_READERS, cases: noCases },
  'GET /asset-figures': { who: REGISTER_READERS, cases: noCases },
  'GET /asset-registers/:register/entries/:id': { who: REGISTER_READERS, cases: readEntries },
  'PUT /asset-registers/:register/entries/:id': { who: AN_AGENCY, cases: writeEntries },
  'POST /asset-registers/:register/entries/:id/retirement': { who: AN_AGENCY, cases: retireEntries },
  'GET /asset-registers/:register/entries/:id/evidence': { who: REGISTER_READERS, cases: readEntries },
  'POST /asset-registers/:register/entries/:id/evidence-files': { who: AN_AGENCY, cases: sendEntryFiles },
  'POST /asset-registers/:register/entries/:id/evidence-references': {
    ...{ who: AN_AGENCY, cases: nameEntryEvidence },
  },
  'PUT /asset-registers/:register/entries/:id/evidence-attachments': {
    ...{ who: AN_AGENCY, cases: attachEntryEvidence },
  },
  'GET /asset-registers/:register/entries/:id/evidence/:evidenceId/file': {
    ...{ who: REGISTER_READERS, cases: readEntryFiles },
  },
  'POST /asset-registers/:register/import': { who: AN_AGENCY, cases: noCases },

  'GET /calendar': EVERYBODY,
  'PUT /calendar/days/:day': ADMINISTRATOR,
  'GET /calendar/feeds': EVERYBODY,
  'POST /calendar/feeds': EVERYBODY,
  'DELETE /calendar/feeds/:id': EVERYBODY,
  // A secret address opens it.
  'GET /calendar-feeds/:token': PUBLIC,
  'GET /jobs': ADMINISTRATOR,
  'GET /jobs/:id': EVERYBODY,
  'POST /jobs/:id/cancel': EVERYBODY,
  'POST /jobs/:id/repeat': ADMINISTRATOR,
  'GET /official-documents': { who: PAPER_READERS, cases: noCases },
  'GET /official-documents/choices': { who: PAPER_MAKERS, cases: noCases },
  'POST /official-documents': { who: PAPER_MAKERS, cases: makePapers },
  'POST /official-documents/jobs': { who: PAPER_MAKERS, cases: makePapers },
  'GET /official-documents/:id': { who: PAPER_READERS, cases: readPapers },
  'GET /official-documents/:id/file': { who: PAPER_READERS, cases: readPaperFiles },
  'GET /document-templates': { who: PAPER_MAKERS, cases: readTemplates },
  'GET /document-templates/starter': { who: PAPER_MAKERS, cases: readTemplates },
  'POST /document-templates': { who: PAPER_MAKERS, cases: sendTemplates },
  'POST /document-templates/choice': { who: PAPER_MAKERS, cases: chooseTemplates },
  'GET /document-templates/:id/file': { who: PAPER_MAKERS, cases: readTemplateFiles },
  'GET /document-templates/:id/preview': { who: PAPER_MAKERS, cases: previewTemplates },
  'POST /official-documents/:id/renderings': { who: PAPER_MAKERS, cases: issuePapers },
  'POST /official-documents/:id/file-jobs': { who: PAPER_READERS, cases: startPaperFiles },

  'GET /reminder-ladder': REMINDER_READERS,
  'PUT /reminder-ladder': COORDINATOR,
  'GET /reminder-preview': REMINDER_READERS,
  'GET /reminder-messages': REMINDER_READERS,
  'POST /reminder-messages/:id/again': COORDINATOR,
  'POST /reminder-tests': COORDINATOR,
  'GET /reminder-letters': REMINDER_READERS,
  'POST /reminder-letters/:id/decision': COORDINATOR,
  'GET /own-reminders': EVERYBODY,
  'POST /own-reminders/readings': EVERYBODY,
  'GET /reminder-preference': EVERYBODY,
  'PUT /reminder-preference': EVERYBODY,
  // A sealed link of a letter opens them.
  'POST /reminder-stop-links': PUBLIC,
  'POST /reminder-stop-links/use': PUBLIC,

  'GET /audit-events': OVERSEERS,
  'GET /audit-events/choices': OVERSEERS,
  'GET /audit-events/export': OVERSEERS,
  'GET /audit-trail/verification': OVERSEERS,
};
