import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { type Decimal, decimal, publish, withoutResidue } from '#core/kernel/decimal.ts';
import { anyRule, PERCENTAGE, POLICIES } from '#test/scoring-rules.ts';
import { getCompiledRule } from './compile-rule.ts';
import {
  BLANK,
  type DataItem,
  type DataValue,
  NOT_APPLICABLE,
  reported,
  VALUE_COMPARATORS,
} from './data-value.ts';
import { earn, earnedPoints } from './earn.ts';
import { publishInterval } from './evaluate.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { type Framework, listIndicators } from './framework.ts';
import { type Interval, isExact, scale } from './interval.ts';
import {
  BLANK_POLICIES,
  NOT_APPLICABLE_POLICIES,
  type ScoringPolicies,
  ZERO_DENOMINATOR_POLICIES,
} from './policies.ts';
import type { Rule } from './rule.ts';
import {
  add,
  compare,
  divide,
  multiply,
  readSmallDecimal,
  readSmallShare,
  subtract,
} from './small-fraction.ts';

const province = framework2025 as unknown as Framework;

const anyNumber = fc.oneof(
  fc.integer({ min: 0, max: 13_000 }).map((value) => decimal(value).div(100).toFixed()),
  fc.nat(130).map(String),
  fc.constantFrom('0', '0.00', '999999999999', '123456789012.345', '12345678901234567890', '-3'),
);
const anyPolicies: fc.Arbitrary<ScoringPolicies> = fc.record({
  rounding: fc.constant(POLICIES.rounding),
  notApplicable: fc.constantFrom(...NOT_APPLICABLE_POLICIES),
  zeroDenominator: fc.constantFrom(...ZERO_DENOMINATOR_POLICIES),
  blank: fc.constantFrom(...BLANK_POLICIES),
});
const inAnyState = (value: fc.Arbitrary<string>): fc.Arbitrary<DataValue> =>
  fc.oneof(
    { weight: 8, arbitrary: value.map((text) => reported(text)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(value, fc.constantFrom(...VALUE_COMPARATORS))
        .map(([text, comparator]) => reported(text, comparator)),
    },
    { weight: 1, arbitrary: fc.constantFrom(BLANK, NOT_APPLICABLE) },
  );

const PLACES = { places: 2, mode: 'half-up' } as const;

const exact = ({ low, high }: Interval): readonly string[] =>
  [low, high].map((value: Decimal) => withoutResidue(value).toFixed());

const expectTheSame = (
  rule: Rule,
  values: ReadonlyMap<string, DataValue>,
  policies: ScoringPolicies,
): void => {
  const maximum = { points: decimal('30.5'), small: readSmallDecimal('30.5') };
  const context = { values, policies, maximum: maximum.points };
  const outcome = evaluateRule(rule, context);
  const earned = earn(rule, context);
  const { state, reasons, isExact: isKnown } = earned;
  // Published before their digits are written, then from all of their digits.
  const published = publishInterval(earnedPoints(earned, maximum), PLACES);
  const points = earnedPoints(earned, maximum);
  expect(published).toEqual({ low: publish(points.low, PLACES), high: publish(points.high, PLACES) });
  expect({ state, reasons, isKnown, points: exact(points) }).toEqual({
    state: outcome.state,
    reasons: outcome.reasons,
    isKnown: isExact(outcome.share),
    points: exact(scale(outcome.share, maximum.points)),
  });
};

describe('a compiled rule', () => {
  it('knows that a single candidate agrees with itself, even where its share is too long to compare', () => {
    const ratio = (code: string, share: string) => ({
      ...{ code, name: { vi: code, en: code }, share },
      rule: { kind: 'ratio', measure: PERCENTAGE } as const,
    });
    const candidate: Rule = { kind: 'composite', parts: [ratio('a', '1/3'), ratio('b', '2/3')] };
    const rule: Rule = {
      kind: 'unknown',
      candidates: [{ code: 'a', rule: candidate, note: { vi: 'a', en: 'a' } }],
    };
    expectTheSame(rule, new Map([['rate', reported('33.333333')]]), POLICIES);
  });

  it('earns what the evaluated rule gives, whatever the rule, the data and the policies', () => {
    const data = fc.record({
      rate: inAnyState(anyNumber),
      count: inAnyState(fc.oneof(anyNumber, fc.nat(130).map(String))),
      score: inAnyState(anyNumber),
      yes: inAnyState(fc.constantFrom('yes', 'no')),
      no: inAnyState(fc.constantFrom('yes', 'no')),
      level: inAnyState(fc.constantFrom('A', 'B', 'C', 'D')),
    });
    fc.assert(
      fc.property(anyRule, data, anyPolicies, (rule, given, policies) => {
        expectTheSame(rule, new Map(Object.entries(given)), policies);
      }),
      { numRuns: 1500 },
    );
  });

  it('earns what the evaluated rule gives for every rule of decision 405', () => {
    const valueOf = (item: DataItem): fc.Arbitrary<DataValue> => {
      switch (item.kind) {
        case 'number':
          return inAnyState(anyNumber);
        case 'yes-no':
          return inAnyState(fc.constantFrom('yes', 'no'));
        case 'level':
          return inAnyState(fc.constantFrom(...item.levels.map(({ code }) => code)));
      }
    };
    const data = fc.tuple(
      ...province.dataItems.map((item) => valueOf(item).map((value) => [item.code, value] as const)),
    );
    fc.assert(
      fc.property(data, anyPolicies, (given, policies) => {
        const values = new Map(given);
        for (const { rule } of listIndicators(province)) expectTheSame(rule, values, policies);
      }),
      { numRuns: 100 },
    );
  });

  it('decides the common case of all rules of decision 405 by itself', () => {
    const values = new Map(
      province.dataItems.map((item) => {
        const text = {
          number: '57.6',
          'yes-no': 'yes',
          level: item.kind === 'level' ? item.levels[0]!.code : '',
        };
        return [item.code, reported(text[item.kind])] as const;
      }),
    );
    const left = listIndicators(province).filter(({ rule }) => getCompiledRule(rule)(values) === undefined);
    expect(left.map(({ code }) => code)).toEqual([]);
  });
});

describe('small fractions', () => {
  it('read plain decimals and shares, and leave the rest to others', () => {
    expect(readSmallDecimal('59.65')).toEqual({ numerator: 5965, denominator: 100 });
    expect(readSmallShare('1/3')).toEqual({ numerator: 1, denominator: 3 });
    for (const text of ['', '.', '.5', '5.', '-1', '1e3', '1.2.3', 'NaN', 'Infinity', '1234567890123456']) {
      expect([text, readSmallDecimal(text)]).toEqual([text, undefined]);
    }
    expect(readSmallShare('1/0')).toBeUndefined();
  });

  it('are exact or not at all', () => {
    const small = fc.record({
      numerator: fc.nat(2 ** 30),
      denominator: fc.integer({ min: 1, max: 2 ** 30 }),
    });
    const asDecimal = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
      decimal(numerator).dividedBy(denominator);
    const operations = [
      [multiply, 'times'],
      [divide, 'dividedBy'],
      [add, 'plus'],
      [subtract, 'minus'],
    ] as const;
    fc.assert(
      fc.property(small, small, (one, other) => {
        for (const [operate, name] of operations) {
          const result = operate(one, other);
          if (!result) continue;
          const difference = asDecimal(result).minus(asDecimal(one)[name](asDecimal(other)));
          expect(difference.abs().lessThan('1e-38')).toBe(true);
        }
        const side = compare(one, other);
        if (side !== undefined) expect(Math.sign(side)).toBe(asDecimal(one).comparedTo(asDecimal(other)));
      }),
    );
  });
});
