import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRankCounter } from './rank-counter.ts';

const CAPACITY = 400;

describe('a rank counter', () => {
  it('gives each row the rank of one more than those above it, one draw after another, wherever it starts', () => {
    const score = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }).map((value) => value + 0),
    );
    const draw = fc.array(score, { minLength: 1, maxLength: CAPACITY });
    const { count } = createRankCounter(CAPACITY);
    fc.assert(
      fc.property(draw, (scores) => {
        const height = scores.length;
        const counts = new Uint32Array(height * height);
        const start = Int32Array.from(scores, (_, row) => height - 1 - row);
        // What stands behind the scores is none of them.
        count(Float64Array.from([...scores, Infinity]), start, counts);
        const expected = new Uint32Array(height * height);
        scores.forEach((own, row) => {
          expected[row * height + scores.filter((other) => other > own).length] = 1;
        });
        expect(counts).toEqual(expected);
      }),
    );
  });
});
