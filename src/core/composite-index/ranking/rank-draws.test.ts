import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDrawTable } from './draw-table.ts';
import { countRankDraws } from './rank-draws.ts';

const WIDTH = 3;

/** Rank counts by the definition: a weighted mean of what is known, one more than those who have more. */
const countPlainly = (
  tables: readonly Float64Array[],
  height: number,
  weights: readonly (readonly number[])[],
): readonly number[] => {
  const counts = new Array<number>(height * height).fill(0);
  weights.forEach((drawn, draw) => {
    const data = tables[draw % tables.length]!;
    const sum = (row: number, share: (value: number) => number): number =>
      drawn.reduce((total, weight, column) => {
        const value = data[column * height + row]!;
        return Number.isNaN(value) ? total : total + weight * share(value);
      }, 0);
    const scores = Array.from({ length: height }, (_, row) => sum(row, (value) => value) / sum(row, () => 1));
    scores.forEach((score, row) => {
      counts[row * height + scores.filter((other) => other > score).length]! += 1;
    });
  });
  return counts;
};

describe('rank counts', () => {
  it('are those of each draw by itself, whatever the number of tables, rows and draws', () => {
    // Quarters, which doubles add up without loss, so that equal scores stay equal; the first column is always known.
    const quarter = fc.integer({ min: 0, max: 8 }).map((value) => value / 4);
    const tableOf = (height: number) =>
      fc.tuple(
        fc.array(quarter, { minLength: height, maxLength: height }),
        fc.array(
          fc.oneof({ weight: 5, arbitrary: quarter }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
          {
            minLength: height * (WIDTH - 1),
            maxLength: height * (WIDTH - 1),
          },
        ),
      );
    const weight = fc.constantFrom(1, 2, 4);
    const cases = fc.integer({ min: 1, max: 11 }).chain((height) =>
      fc.record({
        height: fc.constant(height),
        tables: fc.array(tableOf(height), { minLength: 1, maxLength: 3 }),
        weights: fc.array(fc.array(weight, { minLength: WIDTH, maxLength: WIDTH }), {
          minLength: 1,
          maxLength: 9,
        }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ height, tables, weights }) => {
        const data = tables.map(([first, others]) => Float64Array.from([...first, ...others]));
        const { counts } = countRankDraws(
          data.map((columns) => buildDrawTable(columns, height)),
          new Float64Array(WIDTH).fill(1),
          { draws: weights.length, fillWeights: (into, draw) => into.set(weights[draw]!) },
        );
        expect([...counts]).toEqual(countPlainly(data, height, weights));
      }),
    );
  });
});
