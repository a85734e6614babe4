import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate } from './correlation.ts';
import { eigenOf } from './eigen.ts';
import { momentsOf, runOf } from './moments.ts';
import { makeKeyedPlaces, orderPlaces } from './order-places.ts';
import { kendall, spearman } from './rank-correlation.ts';
import { quantile, quantileOfTally, sortPresent } from './quantile.ts';
import { rankValues } from './rank-values.ts';
import { twoSidedProbability } from './student-t.ts';

const run = (...values: readonly number[]) => runOf(Float64Array.from(values));

describe('moments', () => {
  it('are those of a spreadsheet', () => {
    // The worked examples of the functions SKEW and KURT in Microsoft's documentation.
    const moments = momentsOf(run(3, 4, 5, 2, 3, 4, 5, 6, 4, 7));
    expect(moments.skewness).toBeCloseTo(0.359543, 6);
    expect(moments.kurtosis).toBeCloseTo(-0.151799637, 9);
    expect(moments.deviation).toBeCloseTo(1.494434, 6);
  });

  it('pass over what is missing, and are undefined where nothing varies', () => {
    expect(momentsOf(run(1, Number.NaN, 3))).toMatchObject({ count: 2, mean: 2 });
    expect(momentsOf(run(2, 2, 2, 2)).skewness).toBeNaN();
  });
});

describe('quantiles', () => {
  it('are of type 7', () => {
    expect(quantile(sortPresent([4, 1, 3, 2, Number.NaN]), 0.1)).toBeCloseTo(1.3, 12);
    expect(quantile(new Float64Array(), 0.5)).toBeNaN();
  });

  it('of a tally equal those of the numbers written out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const counts = new Uint32Array(9);
          for (const value of values) counts[value - 1]! += 1;
          const ofTally = quantileOfTally({ counts, from: 0, length: 9 }, values.length, share);
          expect(ofTally).toBeCloseTo(quantile(sortPresent(values), share), 9);
        },
      ),
    );
  });
});

describe('ranks', () => {
  it('of equals follow the policy', () => {
    const values = run(5, 7, Number.NaN, 7, 1);
    expect([...rankValues(values, 'highest-first', 'minimum')]).toEqual([3, 1, Number.NaN, 1, 4]);
    expect([...rankValues(values, 'highest-first', 'dense')]).toEqual([2, 1, Number.NaN, 1, 3]);
    expect([...rankValues(values, 'highest-first', 'average')]).toEqual([3, 1.5, Number.NaN, 1.5, 4]);
    expect([...rankValues(values, 'lowest-first', 'minimum')]).toEqual([2, 3, Number.NaN, 3, 1]);
  });

  it('come from an order that keeps equals as they stood, in any number', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 700 });
    fc.assert(
      fc.property(keys, (values) => {
        const count = values.length;
        const run = { keys: Float64Array.from(values), places: Int32Array.from(values.keys()) };
        orderPlaces(run, count, makeKeyedPlaces(count));
        const expected = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
        expect([...run.places]).toEqual(expected);
        expect([...run.keys]).toEqual(expected.map((place) => values[place]));
      }),
    );
  });
});

describe('correlation', () => {
  it('has the probability of Student', () => {
    // R: pt(-2.228139, 10) * 2 and pt(-1, 1) * 2.
    expect(twoSidedProbability(2.228138851964939, 10)).toBeCloseTo(0.05, 10);
    expect(twoSidedProbability(1, 1)).toBeCloseTo(0.5, 12);
    expect(twoSidedProbability(0, 5)).toBeCloseTo(1, 12);
  });

  it('is of the pairs that are there', () => {
    expect(correlate(run(1, 2, Number.NaN, 4), run(2, 4, 9, 8))).toEqual({
      coefficient: 1,
      pairs: 3,
      probability: 0,
    });
    expect(correlate(run(1, 1, 1), run(1, 2, 3)).coefficient).toBeNaN();
  });
});

describe('eigenvalues', () => {
  it('of a matrix that can be solved by hand', () => {
    const [first, second] = eigenOf(Float64Array.of(2, 1, 1, 2), 2);
    expect(first!.value).toBeCloseTo(3, 12);
    expect(second!.value).toBeCloseTo(1, 12);
    expect(first!.vector[0]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('add up to the trace, and A·v is λ·v', () => {
    const cell = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 10, maxLength: 10 }), (half) => {
        const size = 4;
        const at = (row: number, column: number): number => {
          const [low, high] = [Math.min(row, column), Math.max(row, column)];
          return half[low * size - (low * (low - 1)) / 2 + (high - low)]!;
        };
        const matrix = Float64Array.from({ length: 16 }, (_, place) =>
          at(Math.floor(place / size), place % size),
        );
        for (const { value, vector } of eigenOf(matrix, size)) {
          for (let row = 0; row < size; row += 1) {
            const product = vector.reduce((total, part, column) => total + at(row, column) * part, 0);
            expect(product).toBeCloseTo(value * vector[row]!, 8);
          }
        }
      }),
    );
  });
});

describe('correlations of ranks', () => {
  const left = run(3, 1, 4, 1, 5, 9, 2, 6, Number.NaN);
  const right = run(2, 7, 1, 8, 2, 8, 1, Number.NaN, 8);

  it('equal those of R over the pairs that are there, ties included', () => {
    // cor(left, right, method = …, use = "pairwise.complete.obs") in R 4.2.2
    expect(spearman(left, right)).toBeCloseTo(-0.083347625989871554, 12);
    expect(kendall(left, right)).toBeCloseTo(-0.052704627669472988, 12);
  });

  it('are one for what rises together, and nothing where one side does not vary', () => {
    expect(spearman(run(1, 2, 3), run(1, 10, 100))).toBeCloseTo(1, 12);
    expect(kendall(run(1, 2, 3), run(9, 4, 1))).toBeCloseTo(-1, 12);
    expect(spearman(run(1, 2), run(5, 5))).toBeNaN();
    expect(kendall(run(1, 2), run(5, 5))).toBeNaN();
  });
});
