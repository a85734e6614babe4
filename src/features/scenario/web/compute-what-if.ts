import { decimal, publish } from '#core/kernel/decimal.ts';
import { applyChanges, type ChangeSet } from '#core/scenario/change-set.ts';
import { type Gains, listGains } from '#core/scenario/list-gains.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore, publishInterval } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Interval } from '#core/scoring/interval.ts';
import type { PointsRange } from '#contract/scoring.ts';

/** The score as it is and as it would be. */
export interface WhatIf {
  readonly before: IndexScore;
  readonly after: IndexScore;
  readonly gains: Gains;
}

/** Scores what would be, with the same engine as the server. */
export const computeWhatIf = (
  framework: Framework,
  present: DataValues,
  before: IndexScore,
  changes: ChangeSet,
): WhatIf => {
  const after = changes.size === 0 ? before : computeIndexScore(framework, applyChanges(present, changes));
  return { before, after, gains: listGains(before, after) };
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
