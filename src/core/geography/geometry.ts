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

/** Whether a place lies within outlines, and not in their holes. */
export const isWithin = (polygons: readonly PolygonRings[], [x, y]: Position): boolean => {
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let index = 0; index + 1 < ring.length; index += 1) {
      const [x1 = 0, y1 = 0] = ring[index] ?? [];
      const [x2 = 0, y2 = 0] = ring[index + 1] ?? [];
      // A ray to the east crosses the border once for each time that it goes in or out.
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
};

const squaredDistance = ([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return (x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2;
};

const GRID = 10;

/** A place within the outlines that is far from all borders: where a sign has most room. Undefined without outlines. */
export const findRoomiestPlace = (polygons: readonly PolygonRings[]): Position | undefined => {
  const extent = findExtent(polygons.flat(2));
  if (!extent) return undefined;
  let best: { readonly at: Position; readonly room: number } | undefined;
  for (let column = 0; column < GRID; column += 1) {
    for (let row = 0; row < GRID; row += 1) {
      const at: Position = [
        extent.west + ((column + 0.5) / GRID) * (extent.east - extent.west),
        extent.south + ((row + 0.5) / GRID) * (extent.north - extent.south),
      ];
      if (!isWithin(polygons, at)) continue;
      const room = Math.min(
        ...polygons
          .flat()
          .flatMap((ring) => ring.slice(1).map((to, index) => squaredDistance(at, ring[index] ?? to, to))),
      );
      if (!best || room > best.room) best = { at, room };
    }
  }
  return best?.at;
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
