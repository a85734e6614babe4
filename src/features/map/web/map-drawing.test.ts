import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappedUnit } from '#features/map/contract.ts';
import { buildShapes, findNeighbour } from './build-shapes.ts';
import { classifyRanks, classifyValues, findClass } from './classify.ts';

const unit = (code: string, longitude: number, latitude: number): MappedUnit => ({
  ...{ code, name: `Xã ${code}`, longitude, latitude, areaKm2: 40 },
});
const units = [unit('w', 105.9, 10.5), unit('m', 106, 10.5), unit('e', 106.1, 10.5), unit('n', 106, 10.6)];

describe('classes of values', () => {
  it('have round bounds and hold every value', () => {
    expect(classifyValues([507.2, 640, 825.6])).toEqual([
      { from: 500, to: 600 },
      { from: 600, to: 700 },
      { from: 700, to: 800 },
      { from: 800, to: 900 },
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 }), (hundredths) => {
        const values = hundredths.map((value) => value / 100);
        const classes = classifyValues(values);
        expect(classes.length).toBeLessThanOrEqual(5);
        for (const value of values) {
          const { from, to } = classes[findClass(classes, value)!]!;
          expect(value).toBeGreaterThan(from - 1e-6);
          expect(value).toBeLessThan(to + 1e-6);
        }
      }),
    );
  });

  it('are one for equal values and none without values', () => {
    expect(classifyValues([3, 3])).toEqual([{ from: 3, to: 3 }]);
    expect(classifyValues([])).toEqual([]);
  });

  it('of ranks rise as ranks get better', () => {
    const classes = classifyRanks(102);
    expect(classes[0]).toEqual({ from: 85, to: 102 });
    expect(classes.at(-1)).toEqual({ from: 1, to: 21 });
    expect(findClass(classes, 1)).toBe(4);
    expect(findClass(classes, 102)).toBe(0);
    expect(classifyRanks(0)).toEqual([]);
  });
});

describe('the shapes of units', () => {
  it('come from centres at first, north above south', () => {
    const { shapes, viewBox } = buildShapes(units, null);
    const [, middle, , north] = shapes;
    expect(shapes.every(({ path }) => /^M[\d. L]+Z$/u.test(path))).toBe(true);
    expect(north!.y).toBeLessThan(middle!.y);
    expect(viewBox).toMatch(/^0 0 \d/u);
  });

  it('follow boundaries once they are there, with their holes', () => {
    const ring = (size: number): [number, number][] => [
      [106, 10],
      [106 + size, 10],
      [106, 10 + size],
      [106, 10],
    ];
    const { shapes } = buildShapes(
      [unit('m', 106, 10)],
      [{ code: 'm', polygons: [[ring(0.1), ring(0.05)]] }],
    );
    expect(shapes[0]!.path.match(/M/gu)).toHaveLength(2);
    expect(buildShapes([], null).shapes).toEqual([]);
  });

  it('are walked by arrow keys to the nearest one in the direction', () => {
    const { shapes } = buildShapes(units, null);
    const middle = shapes[1]!;
    const to = (direction: Parameters<typeof findNeighbour>[2]) =>
      findNeighbour(shapes, middle, direction)?.code;
    expect([to('ArrowLeft'), to('ArrowRight'), to('ArrowUp'), to('ArrowDown')]).toEqual([
      'w',
      'e',
      'n',
      undefined,
    ]);
  });
});
