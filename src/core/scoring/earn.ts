import { type CompiledOutcome, getCompiledRule } from './compile-rule.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { type Interval, isExact, NOTHING, OPEN, scale, WHOLE } from './interval.ts';
import type { ScoringPolicies } from './policies.ts';
import type { Rule } from './rule.ts';
import type { RuleContext, RuleOutcome } from './rule-outcome.ts';
import type { SmallFraction } from './small-fraction.ts';
import type { OpenReason } from './trace.ts';
import { FractionPoints, type Maximum } from './unwritten-points.ts';

/** What a rule earns, without the way there. */
export interface Earned {
  readonly state: RuleOutcome['state'];
  readonly reasons: readonly OpenReason[];
  readonly isExact: boolean;
  /** The share of the maximum: exact fractions by a compiled rule, decimals by evaluation. */
  readonly share: Interval | SmallSpan;
}

interface SmallSpan {
  readonly from: SmallFraction;
  readonly to: SmallFraction;
}

const NO_REASONS: readonly OpenReason[] = [];
const MISSING_DATA: readonly OpenReason[] = ['missing-data'];

/** The points that were earned, when so many are at stake. */
export const earnedPoints = ({ share }: Earned, maximum: Maximum): Interval =>
  'low' in share ? scale(share, maximum.points) : new FractionPoints(share.from, share.to, maximum);

const settled = (state: Earned['state'], share: Interval, reasons: readonly OpenReason[]): Earned => ({
  state,
  reasons,
  isExact: isExact(share),
  share,
});

const earnedBy = (outcome: CompiledOutcome, policies: ScoringPolicies): Earned => {
  switch (outcome.state) {
    case 'no-data':
      return policies.blank === 'zero'
        ? settled('no-data', NOTHING, NO_REASONS)
        : settled('no-data', OPEN, MISSING_DATA);
    case 'not-applicable':
      return settled('not-applicable', policies.notApplicable === 'full' ? WHOLE : NOTHING, NO_REASONS);
    case 'scored':
      return {
        state: 'scored',
        reasons: outcome.reason === null ? NO_REASONS : [outcome.reason],
        isExact: outcome.reason === null,
        share: { from: outcome.low, to: outcome.high },
      };
  }
};

/** What a rule earns: by the compiled rule in the common case, otherwise by evaluating it step by step. Both give the same. */
export const earn = (rule: Rule, context: RuleContext): Earned => {
  const quick = getCompiledRule(rule)(context.values);
  if (quick) return earnedBy(quick, context.policies);
  const { state, share, reasons } = evaluateRule(rule, context);
  return settled(state, share, reasons);
};
