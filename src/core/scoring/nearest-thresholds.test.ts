import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { decimal } from '#core/kernel/decimal.ts';
import { reported } from './data-value.ts';
import { computeIndexScore } from './evaluate.ts';
import { type Framework, listIndicators } from './framework.ts';
import { listNearestThresholds } from './nearest-thresholds.ts';
import type { Rule } from './rule.ts';

const real = framework2025 as unknown as Framework;
const rule = (threshold: string): Rule => ({
  kind: 'step-threshold',
  thresholdIs: 'exact',
  threshold,
  measure: {
    fraction: { numerator: 'farms', denominator: 'all' },
    rate: null,
    multiplier: '100',
    unit: { vi: '%', en: '%' },
    partOfWhole: true,
  },
});

/** One indicator of 20 points that come with the threshold: `farms` of `all` reach it, in percent. */
const nearest = (farms: number, all: number, threshold: string) => {
  const [group] = real.components;
  const [indicator] = listIndicators(real);
  if (group?.kind !== 'group' || !indicator) throw new Error('The framework has indicators');
  const framework: Framework = {
    ...real,
    components: [{ ...group, children: [{ ...indicator, maximumPoints: '20', rule: rule(threshold) }] }],
  };
  const values = new Map([
    ['farms', reported(String(farms))],
    ['all', reported(String(all))],
  ]);
  const [near] = listNearestThresholds(framework, values, computeIndexScore(framework, values), {
    ...{ limit: 5, minimumGain: decimal(1), maximumDistance: decimal(1) },
  });
  return near;
};

describe('the step to a threshold', () => {
  it.each([
    ['4.2 farms are 5 farms', 4, 7, '60', '5'],
    ['3 farms are 3 farms', 2, 5, '60', '3'],
    ['57.6 farms are 58 farms', 55, 96, '60', '58'],
    ['33.3 % of 1000 are 333', 332, 1000, '33.3', '333'],
    ['0.01 farms are a whole farm', 0, 10, '0.1', '1'],
  ])('needs the next whole number: %s', (_words, farms, all, threshold, needed) => {
    const near = nearest(farms, all, threshold);
    expect(near?.fraction?.needed.toFixed()).toBe(needed);
    expect(near?.gain.toFixed()).toBe('20');
  });

  it('is there just below the threshold, and gone on it and above', () => {
    expect(nearest(599, 1000, '60')?.current.toFixed()).toBe('59.9');
    expect(nearest(600, 1000, '60')).toBeUndefined();
    expect(nearest(601, 1000, '60')).toBeUndefined();
  });
});
