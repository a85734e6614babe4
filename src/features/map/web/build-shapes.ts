import { buildProjection, drawCells } from '#core/geography/draw-cells.ts';
import {
  findExtent,
  findRoomiestPlace,
  type Boundary,
  type PolygonRings,
  type Position,
} from '#core/geography/geometry.ts';
import type { BoundarySet, MappedUnit } from '#features/map/contract.ts';

/** A unit as it is drawn: its outline as an SVG path, and where its sign stands. Lengths are kilometres. */
export interface UnitShape {
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

export interface MapDrawing {
  readonly viewBox: string;
  readonly shapes: readonly UnitShape[];
}

const MARGIN = 1;
// A hundred metres less would not be seen, and makes paths longer.
const PLACES = 2;

const centreOf = ({ longitude, latitude }: MappedUnit): Position => [longitude, latitude];

const outlinesOf = (
  units: readonly MappedUnit[],
  boundaries: BoundarySet['boundaries'] | null,
): ReadonlyMap<string, Boundary['polygons']> => {
  if (boundaries) return new Map(boundaries.map(({ code, polygons }) => [code, polygons]));
  const cells = drawCells(
    units.map((unit) => ({ code: unit.code, centre: centreOf(unit), areaKm2: unit.areaKm2 })),
  );
  return new Map([...cells].map(([code, ring]) => [code, [[ring]]]));
};

/** Draws the units from their boundaries or, without any, from their centres. */
export const buildShapes = (
  units: readonly MappedUnit[],
  boundaries: BoundarySet['boundaries'] | null,
): MapDrawing => {
  const outlines = outlinesOf(units, boundaries);
  const extent = findExtent([...outlines.values()].flatMap((polygons) => polygons.flat(2)));
  if (!extent) return { viewBox: '0 0 1 1', shapes: [] };
  const { project } = buildProjection((extent.south + extent.north) / 2);
  const [left, top] = project([extent.west, extent.north]);
  const [right, bottom] = project([extent.east, extent.south]);
  const place = (position: Position): readonly [number, number] => {
    const [x, y] = project(position);
    return [x - left + MARGIN, y - top + MARGIN];
  };
  const pathOf = (polygons: readonly PolygonRings[]): string =>
    polygons
      .flat()
      .map(
        (ring) =>
          `M${ring
            .map((at) =>
              place(at)
                .map((value) => value.toFixed(PLACES))
                .join(' '),
            )
            .join('L')}Z`,
      )
      .join('');
  const size = [right - left + 2 * MARGIN, bottom - top + 2 * MARGIN].map((length) => length.toFixed(PLACES));
  return {
    viewBox: `0 0 ${size.join(' ')}`,
    shapes: units.map((unit) => {
      const polygons = outlines.get(unit.code) ?? [];
      // The centre of a winding boundary may lie at its very edge.
      const sign = boundaries ? findRoomiestPlace(polygons) : undefined;
      const [x, y] = place(sign ?? centreOf(unit));
      return { code: unit.code, name: unit.name, path: pathOf(polygons), x, y };
    }),
  };
};

/** Where the arrow keys lead. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const AXES = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const satisfies Record<Direction, readonly [number, number]>;

export const isDirection = (key: string): key is Direction => Object.hasOwn(AXES, key);

/** The nearest unit that lies in a direction; what is off to the side counts as farther. Undefined at the edge. */
export const findNeighbour = (
  shapes: readonly UnitShape[],
  from: UnitShape,
  direction: Direction,
): UnitShape | undefined => {
  const [east, south] = AXES[direction];
  let best: { readonly shape: UnitShape; readonly distance: number } | undefined;
  for (const shape of shapes) {
    const [dx, dy] = [shape.x - from.x, shape.y - from.y];
    const ahead = dx * east + dy * south;
    const aside = Math.abs(dx * south) + Math.abs(dy * east);
    if (ahead <= 0 || aside > ahead * 1.5) continue;
    const distance = ahead + aside;
    if (!best || distance < best.distance) best = { shape, distance };
  }
  return best?.shape;
};
