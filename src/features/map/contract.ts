import { z } from 'zod';
import { route } from '#contract/route.ts';
import { Instant } from '#contract/schemas.ts';

const Position = z
  .tuple([z.number(), z.number()])
  .meta({ id: 'Position', description: 'Longitude and latitude in degrees of WGS 84' });

/** The land of one unit as outlines, each with the holes in it. */
const Boundary = z
  .object({ code: z.string(), polygons: z.array(z.array(z.array(Position))) })
  .meta({ id: 'Boundary' });

const BoundarySet = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    loadedAt: Instant,
    /** Who loaded them; null when the account is gone. */
    loadedBy: z.string().nullable(),
    boundaries: z.array(Boundary),
  })
  .meta({ id: 'BoundarySet' });
export type BoundarySet = z.infer<typeof BoundarySet>;

/** A commune or ward with its centre, from which it is drawn while nobody has loaded boundaries. */
const MappedUnit = z
  .object({
    code: z.string(),
    name: z.string(),
    longitude: z.number(),
    latitude: z.number(),
    areaKm2: z.number().nullable(),
  })
  .meta({ id: 'MappedUnit' });
export type MappedUnit = z.infer<typeof MappedUnit>;

export const getMap = route({
  method: 'GET',
  path: '/map',
  operationId: 'getMap',
  summary:
    'Where the communes and wards lie: their centres, and their boundaries once someone has loaded them',
  access: 'map.read',
  response: z.object({ units: z.array(MappedUnit), boundarySet: BoundarySet.nullable() }).meta({ id: 'Map' }),
  since: '0.1.0',
});

export const uploadBoundaries = route({
  method: 'POST',
  path: '/map/boundaries',
  operationId: 'uploadBoundaries',
  summary: 'Loads the boundaries of all communes and wards from a GeoJSON file, all or nothing',
  access: 'boundary.write',
  body: 'multipart',
  response: z
    .object({
      id: z.uuid(),
      count: z.number().int(),
      /** The same file was loaded last: nothing changed. */
      repeated: z.boolean(),
    })
    .meta({ id: 'BoundaryUpload' }),
  refusals: [
    'file.missing',
    'file.empty',
    'file.too-large',
    'boundaries.not-json',
    'boundaries.malformed',
    'boundaries.codes-differ',
  ],
  since: '0.1.0',
});
