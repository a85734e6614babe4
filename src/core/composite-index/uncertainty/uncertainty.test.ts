import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { estimateSensitivity, sensitivityIndices } from './sensitivity-indices.ts';
import { SOBOL_DIMENSIONS, sobolPoints } from './sobol.ts';
import { stableDigits } from './stable-digits.ts';

describe('chance', () => {
  it('is the same for the same seed and even over its span', () => {
    const [first, second] = [createRandomSource(5), createRandomSource(5)];
    const numbers = Array.from({ length: 20_000 }, first);
    expect(numbers.slice(0, 9)).toEqual(Array.from({ length: 9 }, second));
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const cells = Array.from(
      { length: 10 },
      (_, cell) => numbers.filter((number) => Math.floor(number * 10) === cell).length,
    );
    for (const count of cells) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });
});

describe('Sobol points', () => {
  it('begin as published', () => {
    // First points of the sequence in three dimensions (Joe & Kuo's own program).
    expect([...sobolPoints(5, 3)]).toEqual([
      ...[0, 0, 0, 0.5, 0.5, 0.5, 0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.375, 0.375, 0.625],
    ]);
  });

  it('fill each of 256 equal cells of every dimension once, shifted or not', () => {
    for (const random of [undefined, createRandomSource(3)]) {
      const points = sobolPoints(256, SOBOL_DIMENSIONS, random);
      for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension += 1) {
        const cells = new Set(
          Array.from({ length: 256 }, (_, point) =>
            Math.floor(points[point * SOBOL_DIMENSIONS + dimension]! * 256),
          ),
        );
        expect(cells.size).toBe(256);
      }
    }
    expect(() => sobolPoints(1, SOBOL_DIMENSIONS + 1)).toThrow(RangeError);
  });
});

/** Outputs of a whole design for a function of three inputs. */
const runDesign = (points: number, compute: (x: readonly number[]) => number) => {
  const design = sobolPoints(points, 6, createRandomSource(9));
  const at = (point: number, dimension: number): number => design[point * 6 + dimension]!;
  const values = Float64Array.from({ length: 5 * points }, (_, run) => {
    const [block, point] = [Math.floor(run / points), run % points];
    return compute(
      [0, 1, 2].map((dimension) => at(point, dimension + (block === 1 || block - 2 === dimension ? 3 : 0))),
    );
  });
  return { values, points, dimensions: 3 };
};

describe('sensitivity indices', () => {
  const ishigami = ([a, b, c]: readonly number[]): number => {
    const [x, y, z] = [a, b, c].map((share) => Math.PI * (2 * share! - 1)) as [number, number, number];
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  };

  it('of the Ishigami function come near their exact values', () => {
    const indices = sensitivityIndices(runDesign(4096, ishigami));
    // Exact: Ishigami & Homma 1990 with a = 7, b = 0.1.
    const exact = [
      { firstOrder: 0.3139, total: 0.5576 },
      { firstOrder: 0.4424, total: 0.4424 },
      { firstOrder: 0, total: 0.2437 },
    ];
    indices.forEach(({ firstOrder, total }, input) => {
      expect(Math.abs(firstOrder - exact[input]!.firstOrder)).toBeLessThan(0.01);
      expect(Math.abs(total - exact[input]!.total)).toBeLessThan(0.01);
    });
  });

  it('have bootstrap intervals round the estimate', () => {
    for (const { firstOrder, total } of estimateSensitivity(runDesign(512, ishigami), {
      random: createRandomSource(4),
      replicates: 200,
    })) {
      for (const { value, low, high } of [firstOrder, total]) {
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it('are zero for an output that never changes', () => {
    for (const { firstOrder, total } of sensitivityIndices(runDesign(64, () => 1))) {
      expect([firstOrder, total]).toEqual([0, 0]);
    }
  });
});

describe('digits that may be printed', () => {
  it('are those on which the interval agrees', () => {
    expect(stableDigits({ value: 0.3712, low: 0.3709, high: 0.3714 })).toEqual({
      kind: 'number',
      value: 0.371,
      decimals: 3,
    });
    expect(stableDigits({ value: 0.65, low: 0.6, high: 0.7 })).toEqual({
      kind: 'span',
      low: 0.6,
      high: 0.7,
      decimals: 2,
    });
    expect(stableDigits({ value: -0.001, low: -0.002, high: 0 })).toMatchObject({ kind: 'number', value: 0 });
  });

  it('are never changed by another estimate from within the interval', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (first, second, between) => {
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        const value = low + between * (high - low);
        const printed = stableDigits({ value, low, high });
        if (printed.kind === 'span') {
          expect(printed.low).toBeLessThanOrEqual(low);
          expect(printed.high).toBeGreaterThanOrEqual(high);
        } else
          expect(Math.abs(printed.value - value)).toBeLessThanOrEqual(0.5 * 10 ** -printed.decimals + 1e-12);
      }),
    );
  });
});
