import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '#core/kernel/decimal.ts';
import { TIE_POLICIES, type TiePolicy } from './policies.ts';
import { listRankChanges, rankScores } from './rank.ts';

const scored = (scores: Readonly<Record<string, string>>) =>
  Object.entries(scores).map(([code, score]) => ({ code, score: decimal(score) }));
const labels = (scores: Readonly<Record<string, string>>, ties: TiePolicy) =>
  rankScores(scored(scores), ties).map(({ code, label }) => `${code} ${label}`);

const POINTS = { a: '70', b: '80.00', c: '80', d: '90', e: '60' };

describe('ranks', () => {
  it.each<[TiePolicy, readonly string[]]>([
    ['minimum', ['d 1', 'b =2', 'c =2', 'a 4', 'e 5']],
    ['dense', ['d 1', 'b =2', 'c =2', 'a 3', 'e 4']],
    ['average', ['d 1', 'b =2.5', 'c =2.5', 'a 4', 'e 5']],
  ])('of equal scores by the policy %s', (ties, expected) => {
    expect(labels(POINTS, ties)).toEqual(expected);
  });

  it('never put a lower score before a higher one, and sum up as places do with averages', () => {
    const league = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(league, fc.constantFrom(...TIE_POLICIES), (scores, ties) => {
        const entries = scores.map((score, place) => ({ code: String(place), score: decimal(score) }));
        const ranks = new Map(rankScores(entries, ties).map(({ code, rank }) => [code, rank]));
        for (const one of entries) {
          for (const other of entries) {
            const order = Math.sign(ranks.get(one.code)! - ranks.get(other.code)!);
            expect(order).toBe(other.score.comparedTo(one.score));
          }
        }
        if (ties !== 'average') return;
        const sum = [...ranks.values()].reduce((total, rank) => total + rank, 0);
        expect(sum).toBe((scores.length * (scores.length + 1)) / 2);
      }),
    );
  });

  it('change by the places won, for those who stand in both', () => {
    const changes = listRankChanges(
      rankScores(scored({ a: '1', b: '2', c: '3' }), 'minimum'),
      rankScores(scored({ a: '9', b: '2', d: '4' }), 'minimum'),
    );
    expect(Object.fromEntries(changes)).toEqual({ a: 2, b: -1 });
  });
});
