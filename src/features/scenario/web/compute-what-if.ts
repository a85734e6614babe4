import { decimal, publish } from '#core/kernel/decimal.ts';
import { applyChanges, type ChangeSet } from '#core/scenario/change-set.ts';
import { type Gains, listGains } from '#core/scenario/list-gains.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore, publishInterval } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Interval } from '#core/scoring/interval.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import type { PointsRange } from '#contract/scoring.ts';

/** The score as it is and as it would be, with the values that it would follow from. */
export interface WhatIf {
  readonly before: IndexScore;
  readonly after: IndexScore;
  readonly values: DataValues;
  readonly league: League | undefined;
  readonly gains: Gains;
}

/** The bests that the subject is compared with when it has these values; undefined where no rule compares. */
export type LeagueWith = (values: DataValues) => League | undefined;

/** Scores what is: where a what-if begins. */
export const startWhatIf = (framework: Framework, present: DataValues, leagueWith: LeagueWith): WhatIf => {
  const league = leagueWith(present);
  const before = computeIndexScore(framework, present, league ? { league } : {});
  return { before, after: before, values: present, league, gains: listGains(before, before) };
};

/** Scores what would be, with the same engine as the server; what the last change left alone is taken over. */
export const computeWhatIf = (
  framework: Framework,
  present: DataValues,
  changes: ChangeSet,
  last: WhatIf,
  leagueWith: LeagueWith,
): WhatIf => {
  const values = applyChanges(present, changes);
  const league = leagueWith(values);
  const earlier = {
    ...{ score: last.after, values: last.values },
    ...(last.league && { league: last.league }),
  };
  const after = computeIndexScore(framework, values, { earlier, ...(league && { league }) });
  return { before: last.before, after, values, league, gains: listGains(last.before, after) };
};

/** Points as they are published, before and after, and what they differ by. */
export interface ShownChange {
  readonly before: PointsRange;
  readonly after: PointsRange;
  readonly difference: PointsRange;
}

/** A change of points as it is published; the difference is that of the figures as they are shown. */
export const showChange = (before: Interval, after: Interval, framework: Framework): ShownChange => {
  const { rounding } = framework.policies;
  const [then, now] = [publishInterval(after, rounding), publishInterval(before, rounding)];
  const minus = (one: string, other: string) => publish(decimal(one).minus(other), rounding);
  return {
    before: now,
    after: then,
    difference: { low: minus(then.low, now.low), high: minus(then.high, now.high) },
  };
};

/** What is missing to a reference, at best and at worst; below zero the points are above it. */
export const missingTo = (reference: string, points: PointsRange, framework: Framework): PointsRange => {
  const missing = (text: string) => publish(decimal(reference).minus(text), framework.policies.rounding);
  return { low: missing(points.high), high: missing(points.low) };
};
