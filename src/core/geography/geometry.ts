/** A place in degrees of WGS 84: longitude, latitude. Pictures need no more than binary numbers. */
export type Position = readonly [number, number];

/** A closed line: its last position is its first. */
export type Ring = readonly Position[];

/** An outline with the holes in it. */
export type PolygonRings = readonly Ring[];

/** The land of one unit: several outlines where a river or another unit parts it. */
export interface Boundary {
  readonly code: string;
  readonly polygons: readonly PolygonRings[];
}

/** The smallest rectangle around positions. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The rectangle around all positions; undefined when there are none. */
export const findExtent = (positions: readonly Position[]): Extent | undefined => {
  const [first] = positions;
  if (!first) return undefined;
  let [west, south] = first;
  let [east, north] = first;
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return { west, south, east, north };
};

/** Twice the signed area of a ring, in square degrees; zero when it encloses nothing. */
export const computeRingArea = (ring: Ring): number => {
  let area = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const [x2 = 0, y2 = 0] = ring[index + 1] ?? [];
    area += x1 * y2 - x2 * y1;
  }
  return area;
};

const side = (from: Position, to: Position, at: Position): number =>
  Math.sign((to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0]));

interface Segment {
  readonly from: Position;
  readonly to: Position;
  readonly index: number;
  readonly left: number;
  readonly right: number;
}

// Lines that only touch are left alone: simplified boundaries often touch themselves at a point.
const crosses = (one: Segment, other: Segment): boolean =>
  side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0 &&
  side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0;

/** The index of a line of the ring that crosses another one of it; undefined when none does. */
export const findSelfCrossing = (ring: Ring): number | undefined => {
  const segments = ring
    .slice(0, -1)
    .map((from, index): Segment => {
      const to = ring[index + 1] ?? from;
      return { from, to, index, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]) };
    })
    .sort((one, other) => one.left - other.left);
  for (const [place, segment] of segments.entries()) {
    // From west to east, only those that begin before this one ends can cross it.
    for (let next = place + 1; next < segments.length; next += 1) {
      const other = segments[next];
      if (!other || other.left > segment.right) break;
      if (crosses(segment, other)) return Math.min(segment.index, other.index);
    }
  }
  return undefined;
};
