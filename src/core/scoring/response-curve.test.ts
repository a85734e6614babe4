import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '#core/kernel/decimal.ts';
import { reported } from './data-value.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { findRequiredValue, findResponseCurve, shareAt } from './response-curve.ts';
import { curveRule, POLICIES } from '#test/scoring-rules.ts';

const valueOn = fc.integer({ min: 0, max: 150_000 }).map((thousandths) => decimal(thousandths).div(1000));
const shareOn = fc.integer({ min: 0, max: 1000 }).map((thousandths) => decimal(thousandths).div(1000));

describe('the curve of a rule', () => {
  it('gives the very share that the rule gives', () => {
    fc.assert(
      fc.property(curveRule, valueOn, (rule, value) => {
        const curve = findResponseCurve(rule);
        const item = curve?.source.kind === 'item' ? curve.source.item : 'rate';
        const values = new Map([[item, reported(value.toFixed())]]);
        const outcome = evaluateRule(rule, { values, policies: POLICIES, maximum: decimal(20) });
        expect(curve && shareAt(curve, value).toFixed()).toBe(outcome.share.low.toFixed());
      }),
    );
  });

  it('rises with the value', () => {
    fc.assert(
      fc.property(curveRule, valueOn, valueOn, (rule, one, other) => {
        const curve = findResponseCurve(rule)!;
        const [less, more] = one.lte(other) ? [one, other] : [other, one];
        expect(shareAt(curve, less).lte(shareAt(curve, more))).toBe(true);
      }),
    );
  });

  it('finds the least value that earns a share: there it is earned, a little below it is not', () => {
    const little = decimal('0.000000000001');
    fc.assert(
      fc.property(curveRule, shareOn, (rule, share) => {
        const curve = findResponseCurve(rule)!;
        const required = findRequiredValue(curve, share);
        if (!required) {
          expect(shareAt(curve, decimal(1_000_000)).lt(share)).toBe(true);
          return;
        }
        const earning = required.included ? required.value : required.value.plus(little);
        expect(shareAt(curve, earning).gte(share.minus(little))).toBe(true);
        if (required.value.isZero()) return;
        expect(shareAt(curve, required.value.minus(little)).lt(share)).toBe(true);
      }),
    );
  });

  it('finds what 60 % of the points need under a threshold of 80 %', () => {
    const curve = findResponseCurve({
      kind: 'ratio-to-threshold',
      threshold: '80',
      measure: {
        fraction: null,
        rate: 'rate',
        multiplier: '100',
        unit: { vi: '%', en: '%' },
        partOfWhole: true,
      },
    })!;
    expect(findRequiredValue(curve, decimal('0.6'))?.value.toFixed()).toBe('48');
  });
});
