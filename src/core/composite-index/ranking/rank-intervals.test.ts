import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import {
  type RankInterval,
  type RankingInput,
  rankIntervals,
  type RankingSettings,
} from './rank-intervals.ts';

const components = [
  { code: '1.1', maximum: 30 },
  { code: '1.2', maximum: 20 },
  { code: '2.1', maximum: 50 },
];

const rank = (
  shares: RankingInput['shares'],
  settings: Partial<RankingSettings> = {},
): readonly RankInterval[] => {
  const subjects = shares.map((_, place) => `S${place + 1}`);
  const intervals = rankIntervals({ subjects, components, shares }, { seed: 1, draws: 400, ...settings });
  if (isUnusable(intervals)) throw new Error(JSON.stringify(intervals.findings));
  return intervals;
};

describe('rank intervals', () => {
  it('are one rank for who is ahead everywhere, whatever the weights', () => {
    expect(
      rank([
        [0.5, 0.5, 0.4],
        [0.9, 0.8, 0.7],
        [0.1, 0.1, 0.2],
      ]),
    ).toEqual([
      { subject: 'S1', rank: 2, low: 2, median: 2, high: 2 },
      { subject: 'S2', rank: 1, low: 1, median: 1, high: 1 },
      { subject: 'S3', rank: 3, low: 3, median: 3, high: 3 },
    ]);
  });

  it('are wide for two that lead by turns', () => {
    const [first, second] = rank([
      [1, 1, 0.01],
      [0, 0, 1],
    ]);
    expect(first).toMatchObject({ rank: 1, low: 1, high: 2 });
    expect(second).toMatchObject({ rank: 2, low: 1, high: 2 });
  });

  it('do not tell apart points that are equal but for the order of adding', () => {
    const tenths = [
      { code: 'a', maximum: 0.1 },
      { code: 'b', maximum: 0.2 },
      { code: 'c', maximum: 0.3 },
    ];
    const shares = [
      [1, 1, 0],
      [0, 0, 1],
    ];
    const intervals = rankIntervals({ subjects: ['S1', 'S2'], components: tenths, shares }, { seed: 1 });
    expect(isUnusable(intervals) ? [] : intervals.map((interval) => interval.rank)).toEqual([1, 1]);
  });

  it('rescale the weights over what is known, and leave out of whom nothing is', () => {
    const intervals = rank([
      [0.9, null, null],
      [0.5, 0.5, 0.5],
      [null, null, null],
    ]);
    expect(intervals.map((interval) => interval.rank)).toEqual([1, 2, null]);
    expect(intervals[2]).toEqual({ subject: 'S3', rank: null, low: null, median: null, high: null });
  });

  it('are the same for the same seed', () => {
    const shares = [
      [0.5, 0.6, 0.7],
      [0.7, 0.6, 0.55],
      [0.6, 0.65, 0.6],
    ];
    expect(rank(shares, { seed: 7 })).toEqual(rank(shares, { seed: 7 }));
  });

  it.each([
    ['a share that is no number', { shares: [[Number.NaN, 0, 0]] }, { subject: 'S1', code: '1.1' }],
    ['an endless share', { shares: [[0, Infinity, 0]] }, { subject: 'S1', code: '1.2' }],
    ['a subject without its row', { shares: [] }, { subject: 'S1' }],
  ])('refuse %s at its place', (_, { shares }, place) => {
    const intervals = rankIntervals({ subjects: ['S1'], components, shares }, { seed: 1 });
    expect(isUnusable(intervals) && intervals.findings.map((finding) => finding.place)).toContainEqual(place);
  });

  it('refuse settings that make no sense', () => {
    const intervals = rankIntervals({ subjects: [], components, shares: [] }, { seed: 1, weightShare: 1 });
    expect(isUnusable(intervals) && intervals.findings[0]?.place).toEqual({ path: 'weightShare' });
  });

  it('of any subjects hold the median, and lie within the number of subjects', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 6 });
    const row = fc.array(share, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (shares) => {
        for (const { low, median, high, rank: nominal } of rank(shares, { draws: 60 })) {
          if (nominal === null || low === null || median === null || high === null) continue;
          expect(low).toBeGreaterThanOrEqual(1);
          expect(high).toBeLessThanOrEqual(shares.length);
          expect(median).toBeGreaterThanOrEqual(low);
          expect(median).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 40 },
    );
  });
});
