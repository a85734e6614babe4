import { can, type Actor } from '#core/access/access.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { isLate } from '#core/submission/reporting-round.ts';
import { isSumOpen } from '#core/submission/sum-decision.ts';
import { findSumDifference } from '#core/submission/sum-difference.ts';
import { sumParts } from '#core/submission/sum-parts.ts';
import { isPlanIndicator } from '#core/task-progress/task-codes.ts';
import { ACCEPTED_STATES } from '#core/submission/submission-state.ts';
import type { Db } from '#server/db/database.ts';
import type {
  IndicatorStanding,
  RoundGlance,
  RoundStanding,
  SumStanding,
} from '#features/collection/follow-up-contract.ts';
import { listSubmissionRows, type SubmissionRow } from './performance-reads.ts';
import { listLatestReminders } from './reminder-store.ts';
import { findAskedFramework } from '#features/collection/round/asked-framework.ts';
import { findRound, listRounds, type StoredRound } from '#features/collection/round/round-store.ts';
import { isSent, roundHeadView, scheduleOf } from '#features/collection/round/round-views.ts';
import {
  countByIndicator,
  type IndicatorRow,
  listOwnFigures,
  listSumDecisions,
  listSums,
  type SumDecisionRow,
  type SumRow,
} from './standing-reads.ts';

/** The submissions of a round that are still owed although their last day is over. */
const listLate = (
  round: StoredRound,
  submissions: readonly SubmissionRow[],
  today: PlainDate,
): readonly SubmissionRow[] => {
  const { lateAfterDay } = scheduleOf(round);
  return submissions.filter(
    ({ state, extendedUntil }) => !isSent(state) && isLate(lateAfterDay, extendedUntil, today),
  );
};

const idsOf = (submissions: readonly SubmissionRow[]): readonly string[] =>
  submissions.map(({ submissionId }) => submissionId);

const indicatorViews = (
  framework: Framework | undefined,
  rows: readonly IndicatorRow[],
): readonly IndicatorStanding[] => {
  const names = new Map(framework && listIndicators(framework).map(({ code, name }) => [code, name]));
  return rows.map(({ code, asked, sent, accepted, late, returned }) => ({
    ...{ code, name: names.get(code) ?? { vi: code, en: code } },
    ...{ asked, sent, accepted, late, returned },
  }));
};

const sumView = (
  row: SumRow,
  found: {
    readonly round: StoredRound;
    readonly framework: Framework | undefined;
    readonly own: DataValue | null;
    readonly decision: SumDecisionRow | undefined;
  },
): SumStanding[] => {
  const { item, indicator, asked, accepted, values } = row;
  const definition = found.framework?.dataItems.find(({ code }) => code === item);
  if (!definition) return [];
  const { value, counted, blank, notApplicable } = sumParts(values);
  const progress = { asked, accepted, value };
  const { own, decision } = found;
  return [
    {
      ...{ item: definition, indicator, asked, accepted, counted, blank, notApplicable },
      ...{ sum: value, own, difference: findSumDifference(progress, own) },
      decision: decision
        ? {
            ...{ decision: decision.decision, accepted: decision.accepted, asked: decision.asked },
            ...{ reason: decision.reason, at: decision.at, by: decision.by },
          }
        : null,
      isOpen: isSumOpen(found.round.state, progress),
    },
  ];
};

/** Which indicators of a round wait for whom, how far its sums go, and who was reminded. */
export const answerStanding = async (
  db: Db,
  roundId: string,
  actor: Actor | undefined,
  today: PlainDate,
): Promise<RoundStanding | Refusal> => {
  const round = await findRound(db, roundId);
  if (!round) return refuse('record.not-found', { kind: 'reporting-round', code: roundId });
  const framework = await findAskedFramework(db, round);
  const late = listLate(round, await listSubmissionRows(db, [roundId]), today);
  const rows = await countByIndicator(db, [roundId], idsOf(late));
  const own = await listOwnFigures(db, round);
  const decisions = new Map((await listSumDecisions(db, roundId)).map((row) => [row.item, row]));
  const sums = (await listSums(db, roundId)).flatMap((row) =>
    sumView(row, {
      ...{ round, framework, own: own.get(row.item) ?? null, decision: decisions.get(row.item) },
    }),
  );
  return {
    indicators: [...indicatorViews(framework, rows)],
    sums,
    reminders: [...(await listLatestReminders(db, roundId))],
    mayWrite: can(actor, 'round.write'),
  };
};

const concerns = ({ late, returned }: Pick<IndicatorStanding, 'late' | 'returned'>): number =>
  late + returned;

const glanceView = (
  round: StoredRound,
  found: {
    readonly submissions: readonly SubmissionRow[];
    readonly late: readonly SubmissionRow[];
    readonly indicators: readonly IndicatorRow[];
  },
): RoundGlance => {
  const { id, title, period, state, schedule } = roundHeadView(round, undefined);
  const { submissions, late } = found;
  return {
    round: { id, title, period, state, schedule },
    asked: submissions.length,
    sent: submissions.filter((row) => isSent(row.state)).length,
    accepted: submissions.filter((row) => ACCEPTED_STATES.includes(row.state)).length,
    late: late.length,
    returned: submissions.filter((row) => row.state === 'returned').length,
    indicators: found.indicators
      .map(({ roundId: _, ...indicator }) => indicator)
      .filter((indicator) => concerns(indicator) > 0)
      .toSorted((one, other) => concerns(other) - concerns(one)),
  };
};

/** The open rounds at a glance, the one that is due first on top. */
export const answerOverview = async (db: Db, today: PlainDate): Promise<RoundGlance[]> => {
  const rounds = (await listRounds(db)).filter(({ state }) => state === 'open');
  const ids = rounds.map(({ id }) => id);
  const submissions = await listSubmissionRows(db, ids);
  const ofRound = (round: StoredRound): readonly SubmissionRow[] =>
    submissions.filter(({ roundId }) => roundId === round.id);
  const late = new Map(rounds.map((round) => [round.id, listLate(round, ofRound(round), today)]));
  const counted = await countByIndicator(db, ids, idsOf([...late.values()].flat()));
  const indicators = counted.filter(({ code }) => !isPlanIndicator(code));
  const glances = rounds.map((round) =>
    glanceView(round, {
      ...{ submissions: ofRound(round), late: late.get(round.id) ?? [] },
      indicators: indicators.filter(({ roundId }) => roundId === round.id),
    }),
  );
  return glances.toSorted((one, other) =>
    one.round.schedule.lastDay < other.round.schedule.lastDay ? -1 : 1,
  );
};
