import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '#core/kernel/decimal.ts';
import { BLANK, type DataValue, type DataValues, NOT_APPLICABLE, reported } from './data-value.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { ScoringPolicies } from './policies.ts';
import { scale, traceRange } from './interval.ts';
import type { RatioMeasure, Rule } from './rule.ts';
import type { TextRange } from './trace.ts';

const POLICIES: ScoringPolicies = {
  rounding: { places: 2, mode: 'half-up' },
  notApplicable: 'zero',
  zeroDenominator: 'zero',
};

const measure: RatioMeasure = {
  fraction: { numerator: 'a', denominator: 'b' },
  rate: 'rate',
  multiplier: '100',
  unit: { vi: '%', en: '%' },
  partOfWhole: true,
};

const points = (
  rule: Rule,
  maximum: number,
  values: Record<string, DataValue>,
  policies: ScoringPolicies = POLICIES,
): TextRange => {
  const context = { values: new Map(Object.entries(values)), policies, maximum: decimal(maximum) };
  return traceRange(scale(evaluateRule(rule, context).share, decimal(maximum)));
};

const exactly = (text: string): TextRange => ({ low: text, high: text });
const ratio: Rule = { kind: 'ratio', measure };
const toThreshold = (threshold: string): Rule => ({ kind: 'ratio-to-threshold', measure, threshold });
const step = (threshold: string, thresholdIs: 'exact' | 'at-most' = 'exact'): Rule => ({
  kind: 'step-threshold',
  measure,
  threshold,
  thresholdIs,
});
const rate = (text: string) => ({ rate: reported(text) });

describe('ratio rules', () => {
  it('earn in proportion to the fraction, unrounded', () => {
    expect(points(ratio, 20, { a: reported('145'), b: reported('226') })).toEqual(exactly('12.831858407079'));
    expect(points(ratio, 20, { a: reported('10'), b: reported('16') })).toEqual(exactly('12.5'));
  });

  it('let a printed rate stand in while the fraction is blank, and the fraction win when it is there', () => {
    expect(points(ratio, 30, rate('90.8'))).toEqual(exactly('27.24'));
    expect(points(ratio, 30, { ...rate('90.8'), a: reported('1') })).toEqual(exactly('27.24'));
    expect(points(ratio, 30, { ...rate('90.8'), a: reported('1'), b: reported('2') })).toEqual(exactly('15'));
  });

  it('say that a stated rate is not used beside the count, and whether the count gives it', () => {
    const unused = (rate: string) => {
      const values = { a: reported('145'), b: reported('226'), rate: reported(rate) };
      const context = { values: new Map(Object.entries(values)), policies: POLICIES, maximum: decimal(20) };
      return evaluateRule(ratio, context).steps.filter(({ kind }) => kind === 'unused-rate');
    };
    expect(unused('64.16')).toMatchObject([{ item: 'rate', agrees: true }]);
    expect(unused('90')).toMatchObject([{ item: 'rate', rate: { low: '90', high: '90' }, agrees: false }]);
  });

  it('keep their own rate when only the denominator that they share does not apply', () => {
    expect(points(ratio, 10, { b: NOT_APPLICABLE, ...rate('64.16') })).toEqual(exactly('6.416'));
    expect(points(ratio, 10, { b: NOT_APPLICABLE })).toEqual(exactly('0'));
    expect(points(ratio, 10, { a: NOT_APPLICABLE, ...rate('64.16') })).toEqual(exactly('0'));
  });

  it('never show a value below a threshold as the threshold', () => {
    const values = new Map([['rate', reported('59.9999999999999999999999')]]);
    const { steps } = evaluateRule(step('60'), { values, policies: POLICIES, maximum: decimal(20) });
    expect(steps).toContainEqual(
      expect.objectContaining({ value: { low: '59.999999999999', high: '59.999999999999' }, reached: 'no' }),
    );
  });

  it('are full from the threshold on, and never more than full', () => {
    expect(points(toThreshold('80'), 20, rate('59.65'))).toEqual(exactly('14.9125'));
    expect(points(toThreshold('80'), 20, rate('80'))).toEqual(exactly('20'));
    expect(points(ratio, 30, rate('140'))).toEqual(exactly('30'));
  });

  it('earn nothing at zero and leave everything open when blank', () => {
    expect(points(ratio, 30, rate('0'))).toEqual(exactly('0'));
    expect(points(ratio, 30, {})).toEqual({ low: '0', high: '30' });
  });

  it('settle a denominator of zero and what does not apply as the framework says', () => {
    const nothing = { a: reported('0'), b: reported('0') };
    expect(points(ratio, 30, nothing)).toEqual(exactly('0'));
    expect(points(ratio, 30, nothing, { ...POLICIES, zeroDenominator: 'no-data' })).toEqual({
      low: '0',
      high: '30',
    });
    expect(points(ratio, 30, { a: NOT_APPLICABLE })).toEqual(exactly('0'));
    expect(points(ratio, 30, { a: NOT_APPLICABLE }, { ...POLICIES, notApplicable: 'full' })).toEqual(
      exactly('30'),
    );
  });

  it('span what a bound leaves open', () => {
    expect(points(ratio, 10, { rate: reported('90', '>') })).toEqual({ low: '9', high: '10' });
    expect(points(ratio, 10, { rate: reported('90', '<') })).toEqual({ low: '0', high: '9' });
  });
});

describe('step rule', () => {
  it('is all or nothing', () => {
    expect(points(step('60'), 20, rate('57.6'))).toEqual(exactly('0'));
    expect(points(step('60'), 20, rate('60'))).toEqual(exactly('20'));
  });

  it('is open below a threshold of which only an upper bound is known', () => {
    expect(points(step('3.36', 'at-most'), 20, rate('3.36'))).toEqual(exactly('20'));
    expect(points(step('3.36', 'at-most'), 20, rate('3'))).toEqual({ low: '0', high: '20' });
  });

  it('decides by a bound where it can', () => {
    expect(points(step('60'), 20, { rate: reported('60', '<') })).toEqual(exactly('0'));
    expect(points(step('60'), 20, { rate: reported('60', '<=') })).toEqual({ low: '0', high: '20' });
    expect(points(step('60'), 20, { rate: reported('60', '>') })).toEqual(exactly('20'));
  });
});

describe('count step', () => {
  const rule: Rule = {
    kind: 'count-step',
    requires: 'section',
    count: 'n',
    fullFrom: '52',
    shareBelow: '0.5',
  };
  const section = (answer: string, n: DataValue) => ({ section: reported(answer), n });

  it('gives all from the bound on, the share below it, nothing without the thing itself', () => {
    expect(points(rule, 10, section('yes', reported('52')))).toEqual(exactly('10'));
    expect(points(rule, 10, section('yes', reported('51')))).toEqual(exactly('5'));
    expect(points(rule, 10, section('no', reported('60')))).toEqual(exactly('0'));
  });

  it('reads "under 52" and "over 52" without a number', () => {
    expect(points(rule, 10, section('yes', reported('52', '<')))).toEqual(exactly('5'));
    expect(points(rule, 10, section('yes', reported('52', '>')))).toEqual(exactly('10'));
  });

  it('knows the least that a section earns while the count is blank', () => {
    expect(points(rule, 10, section('yes', BLANK))).toEqual({ low: '5', high: '10' });
    expect(points(rule, 10, {})).toEqual({ low: '0', high: '10' });
  });

  it('takes a count of nothing as no section when nothing else says so', () => {
    const bare: Rule = { ...rule, requires: null };
    expect(points(bare, 10, { n: reported('0') })).toEqual(exactly('0'));
    expect(points(bare, 10, { n: reported('1') })).toEqual(exactly('5'));
  });
});

describe('levels, checklists and parts', () => {
  const level: Rule = {
    kind: 'level',
    item: 'level',
    levels: [
      { code: 'A', share: '1' },
      { code: 'B', share: null },
      { code: 'below', share: '0' },
    ],
  };

  it('leave a level of unknown share between its neighbours', () => {
    expect(points(level, 20, { level: reported('A') })).toEqual(exactly('20'));
    expect(points(level, 20, { level: reported('B') })).toEqual({ low: '0', high: '20' });
    expect(points(level, 20, { level: reported('below') })).toEqual(exactly('0'));
  });

  it('add up the parts, blank ones open', () => {
    const rule: Rule = {
      kind: 'checklist',
      parts: [
        { item: 'x', share: '0.5' },
        { item: 'y', share: '0.5' },
      ],
    };
    expect(points(rule, 20, { x: reported('yes'), y: reported('no') })).toEqual(exactly('10'));
    expect(points(rule, 20, { x: reported('yes') })).toEqual({ low: '10', high: '20' });
  });

  it('count the things done on a list', () => {
    const rule: Rule = { kind: 'checklist-share', done: 'n', listLength: '7', rate: 'rate' };
    expect(points(rule, 30, { n: reported('6') })).toEqual(exactly('25.714285714285'));
    expect(points(rule, 30, rate('85.71'))).toEqual(exactly('25.713'));
  });

  it('weigh rules of any shape', () => {
    const name = { vi: '', en: '' };
    const rule: Rule = {
      kind: 'composite',
      parts: [
        { code: 'level', name, share: '0.5', rule: level },
        { code: 'ratio', name, share: '0.5', rule: ratio },
      ],
    };
    const values = { level: reported('A'), a: reported('5'), b: reported('8') };
    expect(points(rule, 30, values)).toEqual(exactly('24.375'));
    expect(points(rule, 30, { ...values, level: BLANK })).toEqual({ low: '9.375', high: '24.375' });
  });

  it('span the candidates of an unknown rule, or everything without candidates', () => {
    const note = { vi: '', en: '' };
    const rule: Rule = {
      kind: 'unknown',
      candidates: [
        { code: 'linear', rule: ratio, note },
        { code: 'threshold', rule: toThreshold('60'), note },
      ],
    };
    expect(points(rule, 30, rate('38.58'))).toEqual({ low: '11.574', high: '19.29' });
    expect(points({ kind: 'unknown', candidates: [] }, 30, {})).toEqual({ low: '0', high: '30' });
  });
});

const percent = fc.integer({ min: 0, max: 15_000 }).map((n) => decimal(n).dividedBy(100).toFixed());
const share = fc.integer({ min: 1, max: 100 }).map((n) => decimal(n).dividedBy(100).toFixed());
const threshold = fc.integer({ min: 1, max: 100 }).map(String);
const note = { vi: '', en: '' };

/** Rules over the one rate, all of which grow with it. */
const { rule: anyRule } = fc.letrec<{ rule: Rule; leaf: Rule }>((tie) => ({
  leaf: fc.oneof(
    fc.constant(ratio),
    threshold.map(toThreshold),
    fc
      .tuple(threshold, fc.constantFrom('exact' as const, 'at-most' as const))
      .map(([at, is]) => step(at, is)),
    fc.tuple(threshold, share).map(([fullFrom, shareBelow]): Rule => ({
      ...{ kind: 'count-step', requires: null, count: 'rate', fullFrom, shareBelow },
    })),
  ),
  rule: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules): Rule => ({
      kind: 'composite',
      parts: rules.map((rule, n) => ({
        code: String(n),
        name: note,
        share: decimal(1).dividedBy(rules.length).toDecimalPlaces(6, 1).toFixed(),
        rule,
      })),
    })),
    fc.array(tie('rule'), { maxLength: 3 }).map((rules): Rule => ({
      kind: 'unknown',
      candidates: rules.map((rule, n) => ({ code: String(n), rule, note })),
    })),
  ),
}));

const anyValue: fc.Arbitrary<DataValue> = fc.oneof(
  percent.map((text) => reported(text)),
  fc
    .tuple(percent, fc.constantFrom('<', '<=', '>', '>='))
    .map(([text, comparator]) => reported(text, comparator)),
  fc.constant(BLANK),
  fc.constant(NOT_APPLICABLE),
);

const shareOf = (rule: Rule, values: DataValues) =>
  evaluateRule(rule, { values, policies: POLICIES, maximum: decimal(50) }).share;

describe('any rule', () => {
  it('gives a share within 0 and 1, low never above high, whatever the data', () => {
    fc.assert(
      fc.property(anyRule, anyValue, anyValue, anyValue, (rule, a, b, given) => {
        const { low, high } = shareOf(
          rule,
          new Map([
            ['a', a],
            ['b', b],
            ['rate', given],
          ]),
        );
        expect(low.greaterThanOrEqualTo(0)).toBe(true);
        expect(low.lessThanOrEqualTo(high)).toBe(true);
        expect(high.lessThanOrEqualTo(1)).toBe(true);
      }),
    );
  });

  it('never earns less for a better result', () => {
    fc.assert(
      fc.property(anyRule, percent, percent, (rule, one, other) => {
        const [worse, better] = decimal(one).lessThan(other) ? [one, other] : [other, one];
        const before = shareOf(rule, new Map([['rate', reported(worse)]]));
        const after = shareOf(rule, new Map([['rate', reported(better)]]));
        expect(after.low.greaterThanOrEqualTo(before.low)).toBe(true);
        expect(after.high.greaterThanOrEqualTo(before.high)).toBe(true);
      }),
    );
  });

  it('narrows and never leaves its span when a blank becomes known', () => {
    fc.assert(
      fc.property(anyRule, percent, (rule, text) => {
        const before = shareOf(rule, new Map());
        const after = shareOf(rule, new Map([['rate', reported(text)]]));
        expect(after.low.greaterThanOrEqualTo(before.low)).toBe(true);
        expect(after.high.lessThanOrEqualTo(before.high)).toBe(true);
      }),
    );
  });
});
