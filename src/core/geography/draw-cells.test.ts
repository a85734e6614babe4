import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProjection, drawCells } from './draw-cells.ts';
import { computeRingArea, findRoomiestPlace, findSelfCrossing, isWithin, type Position } from './geometry.ts';

const degree = fc.double({ min: 0, max: 1, noNaN: true });
const centres = fc.uniqueArray(
  fc.tuple(degree, degree).map(([east, north]): Position => [105.5 + east, 10 + north]),
  { minLength: 1, maxLength: 30, selector: ([east, north]) => `${east.toFixed(3)} ${north.toFixed(3)}` },
);

const distance = (one: Position, other: Position): number => {
  const { project } = buildProjection(10.5);
  const [[x1, y1], [x2, y2]] = [project(one), project(other)];
  return Math.hypot(x1 - x2, y1 - y2);
};

describe('cells drawn from centres', () => {
  it('are closed outlines without crossings', () => {
    fc.assert(
      fc.property(centres, (places) => {
        const cells = drawCells(
          places.map((centre, index) => ({ code: String(index), centre, areaKm2: 50 })),
        );
        expect(cells.size).toBe(places.length);
        for (const ring of cells.values()) {
          expect(ring[0]).toEqual(ring.at(-1));
          expect(Math.abs(computeRingArea(ring))).toBeGreaterThan(0);
          expect(findSelfCrossing(ring)).toBeUndefined();
        }
      }),
    );
  });

  it('hold what is nearer to their own centre than to any other', () => {
    fc.assert(
      fc.property(centres, (places) => {
        const cells = drawCells(
          places.map((centre, index) => ({ code: String(index), centre, areaKm2: 50 })),
        );
        for (const [index, centre] of places.entries()) {
          for (const corner of cells.get(String(index))!) {
            const own = distance(corner, centre);
            for (const other of places) expect(own).toBeLessThan(distance(corner, other) + 0.05);
          }
        }
      }),
    );
  });

  it('reach no farther than the land would as a disc', () => {
    const cells = drawCells([{ code: 'a', centre: [106, 10], areaKm2: 100 * Math.PI }]);
    for (const corner of cells.get('a')!) expect(distance(corner, [106, 10])).toBeCloseTo(15.5, 0);
  });
});

describe('the place of a sign', () => {
  // A horseshoe, whose middle lies outside of it, with a hole in its western arm.
  const horseshoe: readonly Position[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [7, 10],
    [7, 3],
    [3, 3],
    [3, 10],
    [0, 10],
    [0, 0],
  ];
  const hole: readonly Position[] = [
    [0.5, 5],
    [2.5, 5],
    [2.5, 9.5],
    [0.5, 9.5],
    [0.5, 5],
  ];

  it('is within the outline and its holes are not', () => {
    expect(isWithin([[horseshoe]], [5, 5])).toBe(false);
    expect(isWithin([[horseshoe]], [1.5, 7])).toBe(true);
    expect(isWithin([[horseshoe, hole]], [1.5, 7])).toBe(false);
  });

  it('has room on all sides', () => {
    const at = findRoomiestPlace([[horseshoe, hole]])!;
    expect(isWithin([[horseshoe, hole]], at)).toBe(true);
    expect(findRoomiestPlace([])).toBeUndefined();
  });
});
