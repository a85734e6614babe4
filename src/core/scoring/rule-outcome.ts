import type { Decimal } from '#core/kernel/decimal.ts';
import type { DataValues } from './data-value.ts';
import type { ScoringPolicies } from './policies.ts';
import { type Interval, isExact, NOTHING, OPEN, WHOLE } from './interval.ts';
import type { ItemCode, RatioMeasure } from './rule.ts';
import type { OpenReason, TraceStep } from './trace.ts';

/** What a rule needs beside the data: how many points are at stake and what the framework settles. */
export interface RuleContext {
  readonly values: DataValues;
  readonly policies: ScoringPolicies;
  readonly maximum: Decimal;
  /** What the subjects that are scored beside this one have reached; absent when it is scored alone. */
  readonly league?: League;
}

/** The best that any subject of a league has reached. */
export interface League {
  /** Undefined when nobody's measure is known. */
  bestOf(measure: RatioMeasure): Decimal | undefined;
}

/** What a rule makes of the data: a share of the maximum, always within 0 and 1, and the way there. */
export interface RuleOutcome {
  readonly share: Interval;
  readonly state: 'scored' | 'no-data' | 'not-applicable';
  /** Why the share is open; empty when it is exact. */
  readonly reasons: readonly OpenReason[];
  readonly steps: readonly TraceStep[];
}

/** An outcome that follows from data; the reasons count only while the share is open. */
export const scored = (
  share: Interval,
  steps: readonly TraceStep[],
  reasons: readonly OpenReason[] = [],
): RuleOutcome => ({
  share,
  state: 'scored',
  reasons: isExact(share) ? [] : [...new Set(reasons)],
  steps,
});

/** Nothing is known: from no points to all. */
export const noData = (items: readonly ItemCode[], steps: readonly TraceStep[] = []): RuleOutcome => ({
  share: OPEN,
  state: 'no-data',
  reasons: ['missing-data'],
  steps: [...steps, { kind: 'no-data', items }],
});

/** The component does not concern the subject: the framework's policy decides. */
export const notApplicable = (policies: ScoringPolicies, steps: readonly TraceStep[] = []): RuleOutcome => ({
  share: policies.notApplicable === 'full' ? WHOLE : NOTHING,
  state: 'not-applicable',
  reasons: [],
  steps: [...steps, { kind: 'not-applicable', policy: policies.notApplicable }],
});
