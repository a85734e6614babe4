import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, type Decimal, sum, ZERO } from '#core/kernel/decimal.ts';
import { buildImprovementModel } from '#core/improvement-plan/build-model.ts';
import { NO_SETTINGS, priceOptions } from '#core/improvement-plan/effort.ts';
import { makePlan } from '#core/improvement-plan/improvement-plan.ts';
import { listImprovementOptions } from '#core/improvement-plan/list-options.ts';
import { readMoves } from '#core/improvement-plan/read-solution.ts';
import { type DataItem, type DataValues, reported } from '#core/scoring/data-value.ts';
import { computeIndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { listRuleItems } from '#core/scoring/rule-parts.ts';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';
import { buildFramework, leaf } from '#test/scoring-framework.ts';
import { POLICIES } from '#test/scoring-rules.ts';
import { solveModel } from './solve-model.ts';

const LIMIT_SECONDS = 20;
const PATIENCE = 60_000;
const HIGHEST = 3;
const POINTS = '24';
// Plans grow with a power of the items.
const MOST_ITEMS = 4;

const name = { vi: '', en: '' };
const rate = (item: string): RatioMeasure => ({
  ...{ fraction: null, rate: item, multiplier: '3', unit: name, partOfWhole: false },
});
const NUMBERS = ['a', 'b', 'c', 'd'];
const ANSWERS = ['x', 'y'];
/** Less of these is better. */
const FALLING = ['m', 'n'];

const simple: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom(...NUMBERS).chain((item) =>
    fc.constantFrom<Rule>(
      { kind: 'count-capped', count: item, shareEach: '1/3' },
      {
        kind: 'count-tiers',
        count: item,
        tiers: [
          { from: '1', share: '1/4' },
          { from: '3', share: '1' },
        ],
      },
      { kind: 'step-threshold', measure: rate(item), threshold: '2', thresholdIs: 'exact' },
      { kind: 'normalised-to-best', measure: rate(item) },
      { kind: 'count-step', requires: null, count: item, fullFrom: '2', shareBelow: '1/2' },
    ),
  ),
  fc.constantFrom(...ANSWERS).map((item): Rule => ({ kind: 'boolean', item })),
  fc.constantFrom(...FALLING).map((item): Rule => ({
    kind: 'piecewise-linear',
    measure: rate(item),
    points: [
      { at: '0', share: '1' },
      { at: '2', share: '0' },
    ],
  })),
  fc.constant<Rule>({ kind: 'derived-mean', items: ['a', 'c'], outOf: '3' }),
);

const part = (code: string, share: string, rule: Rule) => ({ code, name, share, rule });

const composed: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    simple,
    fc.tuple(tie('rule'), tie('rule')).map(([one, other]): Rule => ({
      kind: 'composite',
      parts: [part('1', '1/3', one), part('2', '2/3', other)],
    })),
    fc.tuple(tie('rule'), tie('rule')).map(([one, other]): Rule => ({
      kind: 'best-of',
      cases: [part('1', '1/2', one), part('2', '1', other)],
    })),
    fc.tuple(tie('rule'), fc.constantFrom('0.25', '0.5')).map(([base, shareEach]): Rule => ({
      kind: 'adjusted',
      base,
      adjustments: [{ code: 'late', name, direction: 'deduction', count: 'late', shareEach, cap: '1' }],
    })),
  ),
})).rule;

const number = (code: string): DataItem => ({
  ...{ kind: 'number', code, name, unit: name, whole: true, minimum: '0', maximum: String(HIGHEST) },
});
const ITEMS: readonly DataItem[] = [
  ...[...NUMBERS, ...FALLING, 'late'].map(number),
  ...ANSWERS.map((code): DataItem => ({ kind: 'yes-no', code, name })),
];

const frameworkOf = (rule: Rule): Framework => ({
  ...buildFramework([{ ...leaf('1', POINTS), rule }], POLICIES),
  dataItems: ITEMS,
});

const LEAGUE = { bestOf: () => decimal(2) };

const scoreBy = (framework: Framework) => (values: DataValues) =>
  computeIndexScore(framework, values, { league: LEAGUE });

const arbitraryValues: fc.Arbitrary<DataValues> = fc
  .tuple(
    fc.tuple(...[...NUMBERS, ...FALLING, 'late'].map(() => fc.integer({ min: 0, max: HIGHEST }))),
    fc.tuple(...ANSWERS.map(() => fc.boolean())),
  )
  .map(
    ([counts, answers]) =>
      new Map([
        ...[...NUMBERS, ...FALLING, 'late'].map(
          (item, place) => [item, reported(String(counts[place]))] as const,
        ),
        ...ANSWERS.map((item, place) => [item, reported(answers[place] ? 'yes' : 'no')] as const),
      ]),
  );

const positionOf = (text: string): number => (text === 'yes' ? 1 : text === 'no' ? 0 : Number(text));

const textOf = (value: DataValues extends ReadonlyMap<string, infer Value> ? Value | undefined : never) =>
  value?.state === 'value' ? value.value : '';

/** Every set of values of the items that the options move, with its effort. */
const everyPlan = (values: DataValues, items: readonly string[], prices: ReadonlyMap<string, number>) =>
  items.reduce<readonly { readonly values: DataValues; readonly effort: Decimal }[]>(
    (plans, item) => {
      const now = positionOf(textOf(values.get(item)));
      const texts = ANSWERS.includes(item)
        ? ['no', 'yes']
        : Array.from({ length: HIGHEST + 1 }, (_, count) => String(count));
      return plans.flatMap((plan) =>
        texts.map((text) => ({
          values: new Map([...plan.values, [item, reported(text)] as const]),
          effort: plan.effort.plus(Math.abs(positionOf(text) - now) * (prices.get(item) ?? 0)),
        })),
      );
    },
    [{ values, effort: ZERO }],
  );

const arbitraryPrices = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: ITEMS.length, maxLength: ITEMS.length })
  .map((prices) => new Map(ITEMS.map(({ code }, place) => [code, prices[place] ?? 1])));

const pricedOptions = (framework: Framework, values: DataValues, prices: ReadonlyMap<string, number>) => {
  const score = scoreBy(framework)(values);
  const options = listImprovementOptions(framework, values, score, LEAGUE);
  const perUnit = new Map(
    options.map(({ id, lever }) => [id, decimal(prices.get(lever.item) ?? 1)] as const),
  );
  return priceOptions(options, { ...NO_SETTINGS, perUnit });
};

describe('plans for composed rules, against every plan that the exact rule scores', () => {
  it(
    'are the cheapest, and bring what they promise',
    () =>
      fc.assert(
        fc.asyncProperty(
          composed,
          arbitraryValues,
          arbitraryPrices,
          fc.integer({ min: 1, max: 24 }),
          async (rule, values, prices, goal) => {
            const framework = frameworkOf(rule);
            const score = scoreBy(framework);
            const missing = decimal(goal).minus(score(values).points.low);
            const items = listRuleItems(rule);
            fc.pre(missing.greaterThan(0) && items.length <= MOST_ITEMS);
            const options = pricedOptions(framework, values, prices);
            const model = buildImprovementModel(
              options,
              { kind: 'cheapest', component: null, missing },
              NO_SETTINGS,
            );
            const found = await solveModel(model.model, LIMIT_SECONDS);
            const best = everyPlan(values, items, prices)
              .filter((plan) => score(plan.values).points.low.plus('1e-9').greaterThanOrEqualTo(goal))
              .map(({ effort }) => effort.toNumber())
              .sort((a, b) => a - b)[0];
            if (found.status !== 'optimal') {
              expect(best).toBeUndefined();
              return;
            }
            const plan = makePlan(score, values, readMoves(model, found.values, 'up'));
            expect(plan.after.points.low.plus('1e-9').greaterThanOrEqualTo(goal)).toBe(true);
            expect(sum(plan.steps.map(({ effort }) => effort)).toNumber()).toBeCloseTo(found.objective, 6);
            expect(found.objective).toBeCloseTo(best ?? Number.NaN, 6);
          },
        ),
        { numRuns: 120 },
      ),
    PATIENCE,
  );
});
