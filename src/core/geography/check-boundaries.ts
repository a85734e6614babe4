import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  type Boundary,
  computeRingArea,
  findExtent,
  findSelfCrossing,
  type PolygonRings,
  type Position,
  type Ring,
} from './geometry.ts';

/** A unit whose boundary is wanted, with its centre where that is known. */
export interface BoundedUnit {
  readonly code: string;
  readonly centre: Position | null;
}

/** What is wrong with a place of the file. */
export type BoundaryFlaw =
  | 'not-a-collection'
  | 'too-many-positions'
  | 'no-code'
  | 'not-a-polygon'
  | 'not-a-position'
  | 'ring-too-short'
  | 'ring-open'
  | 'ring-empty'
  | 'ring-crosses-itself'
  | 'far-from-centre';

type Malformed = Refusal<'boundaries.malformed'>;

// A province's communes, finely drawn, have a fifth of it.
const MOST_POSITIONS = 200_000;
const SHORTEST_RING = 4;
// About twenty kilometres: a centre may lie outside a simplified outline, but not in another district.
const FAR = 0.2;
const PLACES = 100_000;

const malformed = (
  path: string,
  flaw: BoundaryFlaw,
  details: Readonly<Record<string, string>> = {},
): Malformed => refuse('boundaries.malformed', { path, flaw, ...details });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A metre is enough for a map. */
const rounded = (degrees: number): number => Math.round(degrees * PLACES) / PLACES;

const readPosition = (value: unknown): Position | undefined => {
  if (!Array.isArray(value)) return undefined;
  const [longitude, latitude] = value as readonly unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined;
  // Infinity can't be written in JSON but 1e999 is read as it.
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return undefined;
  return [rounded(longitude), rounded(latitude)];
};

const readRing = (value: unknown, path: string): Ring | Malformed => {
  if (!Array.isArray(value) || value.length < SHORTEST_RING) return malformed(path, 'ring-too-short');
  const ring: Position[] = [];
  for (const [index, item] of value.entries()) {
    const position = readPosition(item);
    if (!position) return malformed(`${path}[${String(index)}]`, 'not-a-position');
    ring.push(position);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return malformed(path, 'ring-open');
  if (computeRingArea(ring) === 0) return malformed(path, 'ring-empty');
  const crossing = findSelfCrossing(ring);
  return crossing === undefined ? ring : malformed(`${path}[${String(crossing)}]`, 'ring-crosses-itself');
};

const isMalformed = (value: object): value is Malformed => isRefusal(value);

const readPolygon = (value: unknown, path: string): PolygonRings | Malformed => {
  if (!Array.isArray(value) || value.length === 0) return malformed(path, 'ring-too-short');
  const rings: Ring[] = [];
  for (const [index, item] of value.entries()) {
    const ring = readRing(item, `${path}[${String(index)}]`);
    if (isMalformed(ring)) return ring;
    rings.push(ring);
  }
  return rings;
};

const readPolygons = (geometry: unknown, path: string): readonly PolygonRings[] | Malformed => {
  const { type, coordinates } = isRecord(geometry) ? geometry : {};
  const place = `${path}.coordinates`;
  if (type === 'Polygon') {
    const polygon = readPolygon(coordinates, place);
    return isMalformed(polygon) ? polygon : [polygon];
  }
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates) || coordinates.length === 0) {
    return malformed(path, 'not-a-polygon');
  }
  const polygons: PolygonRings[] = [];
  for (const [index, item] of coordinates.entries()) {
    const polygon = readPolygon(item, `${place}[${String(index)}]`);
    if (isMalformed(polygon)) return polygon;
    polygons.push(polygon);
  }
  return polygons;
};

const codeOf = (feature: Readonly<Record<string, unknown>>): string | undefined => {
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const code = properties.code ?? feature.id;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
};

const readBoundary = (value: unknown, path: string): Boundary | Malformed => {
  const feature = isRecord(value) ? value : {};
  const code = codeOf(feature);
  if (code === undefined) return malformed(path, 'no-code');
  const polygons = readPolygons(feature.geometry, `${path}.geometry`);
  return isMalformed(polygons) ? polygons : { code, polygons };
};

/** All outer positions of a boundary. */
const listPositions = ({ polygons }: Boundary): readonly Position[] => polygons.flat(2);

const isFar = (boundary: Boundary, centre: Position): boolean => {
  const extent = findExtent(listPositions(boundary));
  if (!extent) return true;
  const [longitude, latitude] = centre;
  return (
    longitude < extent.west - FAR ||
    longitude > extent.east + FAR ||
    latitude < extent.south - FAR ||
    latitude > extent.north + FAR
  );
};

const compareCodes = (
  boundaries: readonly Boundary[],
  units: readonly BoundedUnit[],
): Refusal<'boundaries.codes-differ'> | undefined => {
  const codes = boundaries.map(({ code }) => code);
  const wanted = new Set(units.map(({ code }) => code));
  const given = new Set(codes);
  const missing = [...wanted].filter((code) => !given.has(code));
  const unknown = [...given].filter((code) => !wanted.has(code));
  const repeated = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
  if (missing.length + unknown.length + repeated.length === 0) return undefined;
  return refuse('boundaries.codes-differ', { missing, unknown, repeated });
};

/**
 * Reads boundaries from parsed GeoJSON (RFC 7946): one polygon or several for each unit, known by `properties.code` or
 * `id`. All units must be there, each once, and lie near their centres; one flaw refuses the whole file, with its path.
 */
export const readBoundaries = (
  json: unknown,
  units: readonly BoundedUnit[],
): readonly Boundary[] | Refusal<'boundaries.malformed' | 'boundaries.codes-differ'> => {
  const features = isRecord(json) && json.type === 'FeatureCollection' ? json.features : undefined;
  if (!Array.isArray(features) || features.length === 0) return malformed('$', 'not-a-collection');
  const boundaries: Boundary[] = [];
  let positions = 0;
  for (const [index, feature] of features.entries()) {
    const path = `features[${String(index)}]`;
    const boundary = readBoundary(feature, path);
    if (isMalformed(boundary)) return boundary;
    positions += listPositions(boundary).length;
    if (positions > MOST_POSITIONS) return malformed(path, 'too-many-positions');
    boundaries.push(boundary);
  }
  const difference = compareCodes(boundaries, units);
  if (difference) return difference;
  const centres = new Map(units.map(({ code, centre }) => [code, centre]));
  const far = boundaries.findIndex((boundary) => {
    const centre = centres.get(boundary.code);
    return centre ? isFar(boundary, centre) : false;
  });
  if (far >= 0) {
    return malformed(`features[${String(far)}]`, 'far-from-centre', { code: boundaries[far]?.code ?? '' });
  }
  return boundaries;
};
