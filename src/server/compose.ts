import { entryEvidenceRoutes } from '#features/asset-register/evidence-routes.ts';
import { assetRegisterRoutes } from '#features/asset-register/routes.ts';
import { accountAdministrationRoutes } from '#features/account/administration-routes.ts';
import { ownAccountRoutes } from '#features/account/own-account-routes.ts';
import { findActorOn } from '#features/account/actor-today.ts';
import { accountRoutes } from '#features/account/routes.ts';
import { calendarRoutes } from '#features/calendar/routes.ts';
import { evidenceRoutes } from '#features/collection/evidence/evidence-routes.ts';
import { auditRoutes } from '#features/audit/routes.ts';
import { followUpRoutes } from '#features/collection/follow-up/follow-up-routes.ts';
import { collectionRoutes } from '#features/collection/routes.ts';
import { deliveryRoutes } from '#features/collection/delivery/routes.ts';
import { taskProgressRoutes } from '#features/collection/task-progress/task-progress-routes.ts';
import { workbookRoutes } from '#features/collection/workbook/routes.ts';
import { measureLinkRoutes } from '#features/consistency/link-routes.ts';
import { difficultyRoutes } from '#features/difficulty/routes.ts';
import { deriveStandingsJob } from '#features/execution/derive-standings-job.ts';
import { executionRoutes } from '#features/execution/routes.ts';
import { taskPurposeRoutes } from '#features/execution/purpose-routes.ts';
import { taskExecutionRoutes } from '#features/execution/task-routes.ts';
import { consistencyRoutes } from '#features/consistency/routes.ts';
import { frameworkRoutes } from '#features/framework/routes.ts';
import { jobRoutes } from '#features/job/routes.ts';
import { mapRoutes } from '#features/map/routes.ts';
import { forecastRoutes } from '#features/forecast/routes.ts';
import { improvementPlanRoutes } from '#features/improvement-plan/routes.ts';
import { makePaperJob, renderPaperJob, type PaperJobPorts } from '#features/official-document/paper-jobs.ts';
import { officialDocumentRoutes } from '#features/official-document/routes.ts';
import { documentTemplateRoutes } from '#features/official-document/template/template-routes.ts';
import { organizationRoutes } from '#features/organization/routes.ts';
import { overviewRoutes } from '#features/overview/routes.ts';
import { directiveRoutes } from '#features/plan-import/directive/directive-routes.ts';
import { planReviewRoutes } from '#features/plan-import/review/review-routes.ts';
import { readPlanJob, type PlanJobPorts } from '#features/plan-import/offer/read-plan-job.ts';
import { planImportRoutes } from '#features/plan-import/routes.ts';
import { planRoutes } from '#features/plan/routes.ts';
import { rankingRoutes } from '#features/ranking/routes.ts';
import { scenarioRoutes } from '#features/scenario/routes.ts';
import { makeLadderLetter } from '#features/official-document/make-paper.ts';
import { ownReminderRoutes } from '#features/reminder/own/own-routes.ts';
import { reminderJobs, tendReminders } from '#features/reminder/reminder-jobs.ts';
import type { ReminderPorts } from '#features/reminder/reminder-ports.ts';
import { reminderRoutes } from '#features/reminder/routes.ts';
import { searchRoutes } from '#features/search/routes.ts';
import { steeringCommitteeRoutes } from '#features/steering-committee/routes.ts';
import { indexScoreRoutes } from '#features/index-score/routes.ts';
import { scoreSnapshotRoutes } from '#features/score-snapshot/routes.ts';
import { systemRoutes } from '#features/system/routes.ts';
import { workPlanRoutes } from '#features/work-plan/routes.ts';
import type { HandledRoute } from '#server/http/handler.ts';
import type { JobKind } from '#server/jobs/job-kind.ts';
import { tendStandings } from '#server/registers/ask-for-standings.ts';

/** All routes of the product: the one place where the server knows its features. */
export const routes: readonly HandledRoute[] = [
  ...systemRoutes,
  ...jobRoutes,
  ...calendarRoutes,
  ...accountRoutes,
  ...ownAccountRoutes,
  ...accountAdministrationRoutes,
  ...overviewRoutes,
  ...indexScoreRoutes,
  ...scoreSnapshotRoutes,
  ...improvementPlanRoutes,
  ...forecastRoutes,
  ...scenarioRoutes,
  ...frameworkRoutes,
  ...collectionRoutes,
  ...followUpRoutes,
  ...taskProgressRoutes,
  ...executionRoutes,
  ...taskExecutionRoutes,
  ...taskPurposeRoutes,
  ...workPlanRoutes,
  ...difficultyRoutes,
  ...steeringCommitteeRoutes,
  ...workbookRoutes,
  ...deliveryRoutes,
  ...evidenceRoutes,
  ...assetRegisterRoutes,
  ...entryEvidenceRoutes,
  ...consistencyRoutes,
  ...measureLinkRoutes,
  ...organizationRoutes,
  ...rankingRoutes,
  ...mapRoutes,
  ...planRoutes,
  ...planImportRoutes,
  ...planReviewRoutes,
  ...directiveRoutes,
  ...officialDocumentRoutes,
  ...reminderRoutes,
  ...ownReminderRoutes,
  ...documentTemplateRoutes,
  ...searchRoutes,
  ...auditRoutes,
];

/** What work beside requests needs from the outside; what one feature does for another is joined here. */
export type JobPorts = Omit<PlanJobPorts & PaperJobPorts, 'findAsker'> & Omit<ReminderPorts, 'makeLetter'>;

const askerPorts = <Ports extends Pick<JobPorts, 'db' | 'clock'>>(ports: Ports) => ({
  ...ports,
  findAsker: (accountId: string) => findActorOn(ports.db, accountId, ports.clock.today()),
});

const reminderPorts = (ports: JobPorts): ReminderPorts => ({
  ...ports,
  makeLetter: (order) => makeLadderLetter(ports, order),
});

/** All work that is done beside requests. */
export const jobKinds = (ports: JobPorts): readonly JobKind[] => [
  readPlanJob(askerPorts(ports)),
  makePaperJob(askerPorts(ports)),
  renderPaperJob(askerPorts(ports)),
  ...reminderJobs(reminderPorts(ports)),
  deriveStandingsJob(ports),
];

/** Asks for the work that is due because time has passed: each server calls it again and again. */
export const tendJobs = async (ports: JobPorts): Promise<void> => {
  await Promise.all([tendReminders(reminderPorts(ports)), tendStandings(ports.db, ports.clock.today())]);
};

export { findActor } from '#features/account/session.ts';
export { demonstrationAccounts } from '#features/account/demonstration.ts';
export { ensureDemonstrationAccounts } from '#features/account/service.ts';
