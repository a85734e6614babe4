import { type Actor, findReach } from '#core/access/access.ts';
import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { takesFigures } from '#core/submission/reporting-round.ts';
import {
  findAppraisalRefusal,
  findWriteRefusal,
  listSubmissionActions,
  type SubmissionFacts,
} from '#core/submission/submission-state.ts';
import type { WorkItem } from '#contract/submission.ts';
import type { Db } from '#server/db/database.ts';
import { listRounds, type StoredRound } from '#features/collection/round/round-store.ts';
import { isSubmissionLate, scheduleOf } from '#features/collection/round/round-views.ts';
import { listWork, type WorkRow } from './submission-reads.ts';

const factsOf = (row: WorkRow, round: StoredRound, today: PlainDate): SubmissionFacts => ({
  organizationCode: row.organizationCode,
  appraiserCodes: row.appraiserCodes,
  state: row.state,
  takesFigures: takesFigures(round, row.extendedUntil, today),
  isRoundPublished: round.state === 'published',
  appraisalSteps: round.appraisalSteps,
  // Only who may begin is listed here; what figures lack is said when the step is taken.
  ...{ appraisalsPassed: 0, firstAppraiserId: null, hardFindings: 0, unreasonedFindings: 0 },
  ...{ undecidedAnswers: 0, returnedAnswers: row.returned },
});

const workView = (row: WorkRow, round: StoredRound, actor: Actor | undefined, today: PlainDate): WorkItem => {
  const { remindDay, lastDay, lateAfterDay } = scheduleOf(round);
  const facts = factsOf(row, round, today);
  return {
    submissionId: row.submissionId,
    round: { id: round.id, title: round.title, period: round.period, remindDay, lastDay, lateAfterDay },
    organization: { code: row.organizationCode, name: row.organizationName },
    state: row.state,
    asked: row.asked,
    answered: row.answered,
    returned: row.returned,
    tasks: row.tasks,
    isLate: isSubmissionLate(round, row, today),
    daysLeft: daysBetween(today, lastDay),
    extendedUntil: row.extendedUntil,
    actions: [...listSubmissionActions(facts, actor)],
    mayWrite: findWriteRefusal(facts, actor) === undefined,
    mayAppraise: findAppraisalRefusal(facts, actor) === undefined,
  };
};

/** What a person must do in open rounds: what the person can move on, by deadline; for a reader of all, everything. */
export const answerWork = async (
  db: Db,
  actor: Actor | undefined,
  today: PlainDate,
): Promise<readonly WorkItem[]> => {
  const rows = await listWork(db, findReach(actor, 'submission.read'));
  const rounds = new Map((await listRounds(db)).map((round) => [round.id, round]));
  return rows
    .flatMap((row) => {
      const round = rounds.get(row.roundId);
      return round ? [workView(row, round, actor, today)] : [];
    })
    .toSorted((one, other) => one.daysLeft - other.daysLeft);
};
