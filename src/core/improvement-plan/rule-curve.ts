import { type Decimal, decimal, ONE, ZERO } from '#core/kernel/decimal.ts';
import type { ItemCode, RatioMeasure, Rule } from '#core/scoring/rule.ts';

/** A piece of a rule's curve: shares of the points at both ends; on a jump all of the difference comes at the end. */
export interface CurveSegment {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly shareFrom: Decimal;
  readonly shareTo: Decimal;
  readonly jump: boolean;
}

/** How the points of a rule grow with the one thing that it looks at. */
export interface RuleCurve {
  readonly on:
    | { readonly kind: 'measure'; readonly measure: RatioMeasure }
    | { readonly kind: 'item'; readonly item: ItemCode };
  readonly segments: readonly CurveSegment[];
}

const proportion = (full: Decimal): readonly CurveSegment[] => [
  { from: ZERO, to: full, shareFrom: ZERO, shareTo: ONE, jump: false },
];

const stepAt = (threshold: Decimal, below: Decimal): readonly CurveSegment[] => [
  { from: ZERO, to: threshold, shareFrom: below, shareTo: ONE, jump: true },
];

/** The curve of a rule over its measure or its count; undefined for rules that look at several things or at none. */
export const findRuleCurve = (rule: Rule): RuleCurve | undefined => {
  switch (rule.kind) {
    case 'ratio':
    case 'ratio-to-threshold': {
      const full = decimal(rule.kind === 'ratio' ? rule.measure.multiplier : rule.threshold);
      return { on: { kind: 'measure', measure: rule.measure }, segments: proportion(full) };
    }
    case 'step-threshold': {
      const segments = stepAt(decimal(rule.threshold), ZERO);
      return { on: { kind: 'measure', measure: rule.measure }, segments };
    }
    case 'count-step': {
      const segments = stepAt(decimal(rule.fullFrom), decimal(rule.shareBelow));
      return { on: { kind: 'item', item: rule.count }, segments };
    }
    case 'checklist-share':
      return { on: { kind: 'item', item: rule.done }, segments: proportion(decimal(rule.listLength)) };
    case 'boolean':
    case 'level':
    case 'checklist':
    case 'composite':
    case 'unknown':
      return undefined;
  }
};
