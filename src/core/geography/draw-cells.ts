import type { Position, Ring } from './geometry.ts';

/** A unit known only by its centre and the size of its land. */
export interface CentredUnit {
  readonly code: string;
  readonly centre: Position;
  readonly areaKm2: number | null;
}

/** A point of a plane in kilometres: east, and south, as pictures count. */
type Point = readonly [number, number];

/** A place of a map: from degrees to kilometres of a plane, and back. Good for a province, not for a continent. */
export interface Projection {
  readonly project: (position: Position) => Point;
  readonly unproject: (point: Point) => Position;
}

const KM_PER_DEGREE = 111.32;
const RADIANS = Math.PI / 180;

/** The plane in which the parallel of this latitude has its true length. */
export const buildProjection = (latitude: number): Projection => {
  const kmPerLongitude = KM_PER_DEGREE * Math.cos(latitude * RADIANS);
  return {
    project: ([longitude, north]) => [longitude * kmPerLongitude, -north * KM_PER_DEGREE],
    unproject: ([x, y]) => [x / kmPerLongitude, -y / KM_PER_DEGREE],
  };
};

const CORNERS = 40;
// Neighbours then meet, and a unit at the edge ends about where its land does.
const REACH = 1.55;
const USUAL_AREA = 60;

/** A disc that holds somewhat more than the unit's land. */
const drawDisc = ([x, y]: Point, areaKm2: number): Point[] => {
  const radius = REACH * Math.sqrt(areaKm2 / Math.PI);
  return Array.from({ length: CORNERS }, (_, corner): Point => {
    const angle = (corner / CORNERS) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
};

/** Keeps of a convex outline what is nearer to one point than to the other. */
const keepNearer = (outline: readonly Point[], own: Point, other: Point): Point[] => {
  const [middleX, middleY] = [(own[0] + other[0]) / 2, (own[1] + other[1]) / 2];
  const beyond = ([x, y]: Point): number =>
    (x - middleX) * (other[0] - own[0]) + (y - middleY) * (other[1] - own[1]);
  return outline.flatMap((from, index): Point[] => {
    const to = outline[(index + 1) % outline.length] ?? from;
    const [start, end] = [beyond(from), beyond(to)];
    const kept = start <= 0 ? [from] : [];
    if (start <= 0 === end <= 0) return kept;
    const share = start / (start - end);
    return [...kept, [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]];
  });
};

/**
 * Draws units of which only centres are known: to each what lies nearer to its centre than to any other (its Voronoi
 * cell), but no farther than its land would reach as a disc. Gives closed rings in degrees, by code.
 */
export const drawCells = (units: readonly CentredUnit[]): ReadonlyMap<string, Ring> => {
  const latitudes = units.map(({ centre }) => centre[1]);
  const { project, unproject } = buildProjection(
    latitudes.reduce((total, latitude) => total + latitude, 0) / Math.max(1, latitudes.length),
  );
  const points = units.map(({ centre }) => project(centre));
  return new Map(
    units.map(({ code, areaKm2 }, index) => {
      const own = points[index] ?? [0, 0];
      const outline = points.reduce<Point[]>(
        // Two units on one spot share its cell: nothing is nearer to either.
        (kept, other) => (other[0] === own[0] && other[1] === own[1] ? kept : keepNearer(kept, own, other)),
        drawDisc(own, areaKm2 ?? USUAL_AREA),
      );
      const ring = outline.map(unproject);
      return [code, [...ring, ...ring.slice(0, 1)]];
    }),
  );
};
