import fc from 'fast-check';
import type { ScoringPolicies } from '#core/scoring/policies.ts';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';

/** Policies of a framework that says as little as possible. */
export const POLICIES: ScoringPolicies = {
  rounding: { places: 2, mode: 'half-up' },
  notApplicable: 'zero',
  zeroDenominator: 'zero',
};

/** A percentage that is reported as such. */
export const PERCENTAGE: RatioMeasure = {
  fraction: null,
  rate: 'rate',
  multiplier: '100',
  unit: { vi: '%', en: '%' },
  partOfWhole: false,
};

const percent = fc.integer({ min: 1, max: 100 }).map(String);
const comparison = fc.constantFrom('at-least' as const, 'above' as const);

/** Rising bounds with rising shares, as laws have them. */
const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 5 })
  .chain((bounds) =>
    fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: bounds.length, maxLength: bounds.length })
      .map((shares) => {
        const rising = shares.toSorted((a, b) => a - b);
        return bounds
          .toSorted((a, b) => a - b)
          .map((bound, place) => ({ from: String(bound), share: `${String(rising[place])}/100` }));
      }),
  );

/** Any rule whose points follow from one number and do not fall. */
export const curveRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: 'ratio', measure: PERCENTAGE }),
  percent.map((threshold): Rule => ({ kind: 'ratio-to-threshold', measure: PERCENTAGE, threshold })),
  fc.tuple(percent, comparison).map(([threshold, compared]): Rule => ({
    kind: 'step-threshold',
    measure: PERCENTAGE,
    threshold,
    thresholdIs: 'exact',
    comparison: compared,
  })),
  fc.tuple(percent, comparison).map(([floor, compared]): Rule => ({
    kind: 'ratio-with-floor',
    measure: PERCENTAGE,
    floor,
    comparison: compared,
  })),
  fc.tuple(steps, comparison).map(([bands, compared]): Rule => ({
    kind: 'bands',
    measure: PERCENTAGE,
    bands,
    comparison: compared,
  })),
  steps.map((found): Rule => ({
    kind: 'piecewise-linear',
    measure: PERCENTAGE,
    points: found.map(({ from, share }) => ({ at: from, share })),
  })),
  steps.map((tiers): Rule => ({ kind: 'count-tiers', count: 'count', tiers })),
  fc
    .integer({ min: 1, max: 40 })
    .map((things): Rule => ({ kind: 'count-capped', count: 'count', shareEach: `1/${String(things)}` })),
  fc.tuple(percent, fc.boolean()).map(([fullFrom, half]): Rule => ({
    kind: 'count-step',
    requires: null,
    count: 'count',
    fullFrom,
    shareBelow: half ? '1/2' : '0',
  })),
  percent.map((outOf): Rule => ({
    kind: 'survey',
    item: 'score',
    outOf,
    source: { vi: 'khảo sát', en: 'survey' },
  })),
);

const shape = (rule: Rule): fc.Arbitrary<Rule> => fc.constant(rule);

/** Any rule, composed too. */
export const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    curveRule,
    shape({ kind: 'boolean', item: 'yes' }),
    shape({
      kind: 'level',
      item: 'level',
      levels: [
        { code: 'A', share: '1' },
        { code: 'B', share: '1/2' },
        { code: 'C', share: '0' },
      ],
    }),
    shape({
      kind: 'checklist',
      parts: [
        { item: 'yes', share: '1/3' },
        { item: 'no', share: '2/3' },
      ],
    }),
    shape({ kind: 'checklist-share', done: 'count', listLength: '7', rate: null }),
    shape({ kind: 'derived-mean', items: ['score', 'rate'], outOf: '120' }),
    shape({ kind: 'normalised-to-best', measure: PERCENTAGE }),
    fc.tuple(tie('rule'), tie('rule')).map(([one, other]): Rule => ({
      kind: 'composite',
      parts: [
        { code: 'a', name: { vi: 'a', en: 'a' }, share: '1/3', rule: one },
        { code: 'b', name: { vi: 'b', en: 'b' }, share: '2/3', rule: other },
      ],
    })),
    fc.tuple(tie('rule'), tie('rule')).map(([one, other]): Rule => ({
      kind: 'best-of',
      cases: [
        { code: 'a', name: { vi: 'a', en: 'a' }, share: '1/2', rule: one },
        { code: 'b', name: { vi: 'b', en: 'b' }, share: '1', rule: other },
      ],
    })),
    fc
      .tuple(tie('rule'), fc.constantFrom('bonus' as const, 'deduction' as const))
      .map(([base, direction]): Rule => ({
        kind: 'adjusted',
        base,
        adjustments: [
          {
            code: 'late',
            name: { vi: 'nộp muộn', en: 'late' },
            direction,
            count: 'count',
            shareEach: '0.1',
            cap: '0.5',
          },
        ],
      })),
    tie('rule').map((rule): Rule => ({
      kind: 'unknown',
      candidates: [{ code: 'a', rule, note: { vi: 'a', en: 'a' } }],
    })),
  ),
})).rule;
