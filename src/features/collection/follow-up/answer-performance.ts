import type { PlainDate } from '#core/kernel/plain-date.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { isLate } from '#core/submission/reporting-round.ts';
import type { Db } from '#server/db/database.ts';
import { dayInProvince } from '#server/clock.ts';
import type { OrganizationPerformance, PlanPerformance } from '#features/collection/follow-up-contract.ts';
import { listPlansOfRounds, listSubmissionRows, type SubmissionRow } from './performance-reads.ts';
import { listRounds, type StoredRound } from '#features/collection/round/round-store.ts';
import { isSent, scheduleOf } from '#features/collection/round/round-views.ts';

interface Figures {
  readonly asked: number;
  readonly sent: number;
  readonly inTime: number;
  readonly due: number;
  readonly figuresAsked: number;
  readonly figuresAnswered: number;
}

type Judged = SubmissionRow & {
  readonly wasSent: boolean;
  readonly isLate: boolean;
  readonly isDue: boolean;
};

const judge = (row: SubmissionRow, lateAfterDay: PlainDate, today: PlainDate): Judged => {
  const { state, submittedAt, extendedUntil } = row;
  const wasSent = isSent(state);
  const day = wasSent && submittedAt !== null ? dayInProvince(submittedAt) : today;
  const late = isLate(lateAfterDay, extendedUntil, day);
  // While its last day, or that of its exception, is ahead a report that is not there yet is neither in time nor late.
  return { ...row, wasSent, isLate: late, isDue: wasSent || late };
};

const figuresOf = (rows: readonly Judged[]): Figures => {
  const total = (of: (row: Judged) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    asked: rows.length,
    sent: total(({ wasSent }) => Number(wasSent)),
    inTime: total((row) => Number(row.wasSent && !row.isLate)),
    due: total(({ isDue }) => Number(isDue)),
    figuresAsked: total(({ asked }) => asked),
    figuresAnswered: total(({ answered }) => answered),
  };
};

const organizationView = (rows: readonly Judged[]): OrganizationPerformance[] => {
  const [first] = rows;
  if (!first) return [];
  const organization = { code: first.organizationCode, name: first.organizationName };
  return [{ organization, kind: first.kind, ...figuresOf(rows) }];
};

const STARTED: readonly StoredRound['state'][] = ['open', 'locked', 'published'];

/** How completely and how timely organizations reported, over the rounds of a year or over all, by plan too. */
export const answerPerformance = async (db: Db, year: number | undefined, today: PlainDate) => {
  const started = (await listRounds(db)).filter(({ state }) => STARTED.includes(state));
  const rounds = started.filter((round) => year === undefined || round.year === year);
  const ids = rounds.map(({ id }) => id);
  const late = new Map(rounds.map((round) => [round.id, scheduleOf(round).lateAfterDay]));
  const rows = (await listSubmissionRows(db, ids)).flatMap((row) => {
    const lateAfterDay = late.get(row.roundId);
    return lateAfterDay === undefined ? [] : [judge(row, lateAfterDay, today)];
  });
  const plans = await listPlansOfRounds(db, ids);
  const byPlan = groupBy(rows, ({ roundId }) => plans.get(roundId) ?? '');
  return {
    years: [...new Set(started.map((round) => round.year))].toSorted((one, other) => other - one),
    rounds: rounds.length,
    organizations: [...groupBy(rows, ({ organizationCode }) => organizationCode).values()].flatMap(
      organizationView,
    ),
    plans: [...byPlan].map(([document, ofPlan]): PlanPerformance => ({
      document: document === '' ? null : document,
      rounds: new Set(ofPlan.map(({ roundId }) => roundId)).size,
      ...figuresOf(ofPlan),
    })),
  };
};
