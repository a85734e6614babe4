import { describe, expect, it } from 'vitest';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';
import type { Trace } from '#core/scoring/trace.ts';
import { buildRuleCurve } from './rule-curve.ts';

const percent = { vi: '%', en: '%' };
const measure: RatioMeasure = {
  fraction: { numerator: 'a', denominator: 'b' },
  rate: 'rate',
  multiplier: '100',
  unit: percent,
  partOfWhole: true,
};
const rate = (value: string): Trace => [
  { kind: 'given-rate', item: 'rate', rate: { low: value, high: value }, unit: percent },
];

describe('the curve of a rule', () => {
  it('rises to the threshold and stays full behind it', () => {
    const rule: Rule = { kind: 'ratio-to-threshold', measure, threshold: '80' };
    const curve = buildRuleCurve(rule, rate('59.65'), '20', []);
    expect(curve?.now?.points).toBeCloseTo(14.9125);
    expect(curve?.line).toEqual([
      { measure: 0, points: 0 },
      { measure: 80, points: 20 },
      { measure: 100, points: 20 },
    ]);
  });

  it('jumps at an all-or-nothing threshold', () => {
    const rule: Rule = { kind: 'step-threshold', measure, threshold: '60', thresholdIs: 'exact' };
    expect(buildRuleCurve(rule, rate('57.6'), '20', [])?.now?.points).toBe(0);
    expect(buildRuleCurve(rule, rate('60'), '20', [])?.now?.points).toBe(20);
  });

  it('places the highest target that is stated in the unit of the measure', () => {
    const rule: Rule = { kind: 'ratio-to-threshold', measure, threshold: '80' };
    const aims = [
      { value: '60', unit: '%' },
      { value: '70', unit: '%' },
      { value: '1200', unit: 'hồ sơ' },
    ];
    expect(buildRuleCurve(rule, rate('59.65'), '20', aims)?.target).toEqual({ measure: 70, points: 17.5 });
    expect(buildRuleCurve(rule, rate('59.65'), '20', [])?.target).toBeNull();
  });

  it('shows no point where the data only give a bound', () => {
    const rule: Rule = {
      kind: 'count-step',
      requires: null,
      count: 'count',
      fullFrom: '52',
      shareBelow: '0.5',
    };
    const steps: Trace = [
      { kind: 'value', item: 'count', value: { state: 'value', value: '52', comparator: '<' } },
    ];
    expect(buildRuleCurve(rule, steps, '10', [])?.now).toBeNull();
    expect(buildRuleCurve(rule, steps, '10', [])?.line.slice(0, 2)).toEqual([
      { measure: 0, points: 0 },
      { measure: 0, points: 5 },
    ]);
  });

  it('is not drawn for a rule that is unknown or looks at several things', () => {
    expect(buildRuleCurve({ kind: 'unknown', candidates: [] }, [], '30', [])).toBeUndefined();
    expect(buildRuleCurve({ kind: 'checklist', parts: [] }, [], '20', [])).toBeUndefined();
    const openThreshold: Rule = {
      kind: 'step-threshold',
      measure,
      threshold: '3.36',
      thresholdIs: 'at-most',
    };
    expect(buildRuleCurve(openThreshold, rate('3.36'), '20', [])).toBeUndefined();
  });
});
