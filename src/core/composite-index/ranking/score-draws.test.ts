import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDrawTable } from './draw-table.ts';
import { createDrawScorer, createPlainScorer, type DrawScorer, DRAWS_AT_ONCE } from './score-draws.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const cell = fc.oneof({ weight: 8, arbitrary: number }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const exactly = (length: number) => ({ minLength: length, maxLength: length });

const cases = fc
  .tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 7 }))
  .chain(([height, width]) =>
    fc.record({
      height: fc.constant(height),
      cells: fc.array(cell, exactly(height * width)),
      draws: fc.array(fc.array(number, exactly(width)), exactly(DRAWS_AT_ONCE)),
    }),
  );

const scoreAll = (scorer: DrawScorer, draws: readonly (readonly number[])[]): readonly Float64Array[] => {
  draws.forEach((weights, draw) => scorer.setWeights(draw, Float64Array.from(weights)));
  scorer.score();
  return scorer.scores;
};

describe('scores of draws', () => {
  it('are the same to the last bit with the kernel and in plain steps', () => {
    fc.assert(
      fc.property(cases, ({ height, cells, draws }) => {
        const table = buildDrawTable(Float64Array.from(cells), height);
        expect(scoreAll(createDrawScorer(table), draws)).toEqual(scoreAll(createPlainScorer(table), draws));
      }),
    );
  });

  it('fill the memory of the kernel beyond its first page', () => {
    const height = 3321;
    const cells = Float64Array.from({ length: height * 60 }, (_, place) => (place % 97) / 97);
    const table = buildDrawTable(cells, height);
    const draws = Array.from({ length: DRAWS_AT_ONCE }, (_, draw) =>
      Array.from({ length: 60 }, (_unused, column) => 1 + ((draw + column) % 5)),
    );
    expect(scoreAll(createDrawScorer(table), draws)).toEqual(scoreAll(createPlainScorer(table), draws));
  });
});
