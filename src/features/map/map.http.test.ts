import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import communes from '#data/organizations/communes.json' with { type: 'json' };
import { projectRoot } from '#server/project-root.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getMap, uploadBoundaries } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const SHARED = join(projectRoot, '..', 'shared', 'domain', 'dong-thap-communes.geojson');

const squareAround = (longitude: number, latitude: number): number[][] => {
  const half = 0.01;
  const corners = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ] as const;
  return corners.map(([east, north]) => [longitude + east, latitude + north]);
};

const collectionOf = (units: typeof communes) => ({
  type: 'FeatureCollection',
  features: units.map(({ code, place }) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [squareAround(place.longitude, place.latitude)] },
  })),
});

const fileOf = (json: unknown, name = 'boundaries.geojson') => ({
  name,
  content: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)),
});

const upload = (file: ReturnType<typeof fileOf>) => api.as('coordinator').call(uploadBoundaries, { file });
const drawn = async () => (await api.as('viewer').call(getMap)).body;

describe('the map of communes', () => {
  it('knows the centre of each of the 102 communes and wards, and no boundaries at first', async () => {
    const { units, boundarySet } = await drawn();
    expect(units).toHaveLength(102);
    expect(units[0]).toMatchObject({ code: '28249', name: 'Phường Đạo Thạnh', longitude: 106.3576 });
    expect(boundarySet).toBeNull();
  });

  it('refuses a file as a whole, saying where it is flawed', async () => {
    const refused = async (json: unknown) => (await upload(fileOf(json))).problem;
    expect((await upload({ name: 'empty.geojson', content: Buffer.alloc(0) })).problem?.code).toBe(
      'file.empty',
    );
    expect((await refused('{"type":'))?.code).toBe('boundaries.not-json');
    expect(await refused(collectionOf(communes.slice(1)))).toMatchObject({
      code: 'boundaries.codes-differ',
      details: { missing: ['28249'], unknown: [], repeated: [] },
    });
    const open = collectionOf(communes);
    open.features[7]?.geometry.coordinates[0]?.pop();
    expect(await refused(open)).toMatchObject({
      code: 'boundaries.malformed',
      details: { path: 'features[7].geometry.coordinates[0]', flaw: 'ring-open' },
    });
    expect((await drawn()).boundarySet).toBeNull();
  });

  it('refuses what is too large to be boundaries', async () => {
    const large = { name: 'large.geojson', content: Buffer.alloc(6 * 1024 * 1024 + 1, ' ') };
    expect((await upload(large)).problem?.code).toBe('file.too-large');
  });

  it('draws the boundaries that were loaded last; the same file again changes nothing', async () => {
    const file = fileOf(collectionOf(communes));
    const first = await upload(file);
    expect(first.body).toMatchObject({ count: 102, repeated: false });
    expect((await upload(file)).body).toEqual({ ...first.body, repeated: true });
    const { boundarySet } = await drawn();
    expect(boundarySet).toMatchObject({ id: first.body.id, fileName: 'boundaries.geojson' });
    expect(boundarySet?.boundaries).toHaveLength(102);

    const moved = collectionOf(communes);
    moved.features[0]?.geometry.coordinates[0]?.splice(1, 1);
    const second = await upload(fileOf(moved, 'later.geojson'));
    expect((await drawn()).boundarySet).toMatchObject({ id: second.body.id, fileName: 'later.geojson' });
    const events = await api.db
      .selectFrom('audit_event')
      .select('subject')
      .where('action', '=', 'boundary.write')
      .execute();
    expect(events.map(({ subject }) => subject)).toEqual(
      [first, second].map(({ body }) => `boundary-set:${body.id}`),
    );
  });

  it('is open to both roles, and loaded by coordinators alone', async () => {
    expect((await api.as('coordinator').call(getMap)).status).toBe(200);
    expect((await api.as(undefined).call(getMap)).problem?.code).toBe('session.required');
    const file = fileOf(collectionOf(communes));
    expect((await api.as('viewer').call(uploadBoundaries, { file })).problem?.code).toBe('access.denied');
    expect((await api.as(undefined).call(uploadBoundaries, { file })).problem?.code).toBe('session.required');
  });

  it(
    existsSync(SHARED)
      ? 'takes published boundaries of the province’s communes'
      : 'the published boundaries are not beside the project: nothing to take',
    async () => {
      if (!existsSync(SHARED)) return;
      const answer = await upload({ name: 'dong-thap.geojson', content: readFileSync(SHARED) });
      expect(answer.body).toMatchObject({ count: 102, repeated: false });
    },
  );
});
