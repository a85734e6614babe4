import { describe, expect, it } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { type BoundedUnit, readBoundaries } from './check-boundaries.ts';

const square = (west: number, south: number, size = 0.1): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (code: unknown, geometry: unknown) => ({ type: 'Feature', properties: { code }, geometry });
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

const units: readonly BoundedUnit[] = [
  { code: '28249', centre: [106.35, 10.35] },
  { code: '28261', centre: [106.45, 10.35] },
];
const good = [feature('28249', polygon(square(106.3, 10.3))), feature('28261', polygon(square(106.4, 10.3)))];

const flawOf = (...features: unknown[]): unknown => {
  const result = readBoundaries(collection(...features), units);
  return isRefusal(result) ? result.details : result;
};

describe('reading boundaries', () => {
  it('takes one polygon or several for each unit, by its code or id, to a metre', () => {
    const parts = { type: 'MultiPolygon', coordinates: [[square(106.4, 10.3)], [square(106.6, 10.3)]] };
    const boundaries = readBoundaries(
      collection(
        { type: 'Feature', id: 28249, geometry: polygon(square(106.3000001, 10.3)) },
        feature('28261', parts),
      ),
      units,
    );
    expect(boundaries).toMatchObject([
      {
        code: '28249',
        polygons: [[square(106.3, 10.3).map((at) => at.map((degrees) => Math.round(degrees * 1e5) / 1e5))]],
      },
      { code: '28261', polygons: [{ length: 1 }, { length: 1 }] },
    ]);
  });

  it('asks for every unit exactly once', () => {
    const result = readBoundaries(
      collection(good[0], good[0], feature('99999', polygon(square(106.4, 10.3)))),
      units,
    );
    expect(result).toMatchObject({
      code: 'boundaries.codes-differ',
      details: { missing: ['28261'], unknown: ['99999'], repeated: ['28249'] },
    });
  });

  it('says where a boundary is flawed, and takes nothing then', () => {
    const ring = square(106.4, 10.3);
    const bowTie = [ring[0]!, ring[2]!, ring[1]!, ring[3]!, ring[0]!];
    expect(flawOf(good[0], feature('28261', polygon(ring.slice(0, 4))))).toEqual({
      path: 'features[1].geometry.coordinates[0]',
      flaw: 'ring-open',
    });
    expect(flawOf(feature('28249', polygon([[106.3, 10.3]])))).toMatchObject({ flaw: 'ring-too-short' });
    expect(flawOf(feature('28249', polygon(bowTie)))).toMatchObject({ flaw: 'ring-empty' });
    const crossing = [...bowTie.slice(0, 4), [106.2, 10.2], bowTie[0]!];
    expect(flawOf(feature('28249', polygon(crossing)))).toMatchObject({ flaw: 'ring-crosses-itself' });
    expect(flawOf(feature('28249', { type: 'Point', coordinates: [106.3, 10.3] }))).toMatchObject({
      path: 'features[0].geometry',
      flaw: 'not-a-polygon',
    });
    expect(flawOf({ type: 'Feature', geometry: polygon(ring) })).toMatchObject({ flaw: 'no-code' });
    const number = ring.map(([x, y], index) => (index === 2 ? [x, '10.3'] : [x, y]));
    expect(flawOf(feature('28249', { type: 'Polygon', coordinates: [number] }))).toEqual({
      path: 'features[0].geometry.coordinates[0][2]',
      flaw: 'not-a-position',
    });
  });

  it('finds latitude before longitude, and codes that were mixed up', () => {
    const turned = square(106.3, 10.3).map(([x, y]) => [y!, x!]);
    expect(flawOf(feature('28249', polygon(turned)), good[1])).toMatchObject({ flaw: 'not-a-position' });
    expect(flawOf(feature('28249', polygon(square(105.3, 10.3))), good[1])).toEqual({
      path: 'features[0]',
      flaw: 'far-from-centre',
      code: '28249',
    });
  });

  it('refuses what is no collection', () => {
    for (const json of [null, 1, [], {}, { type: 'FeatureCollection' }, collection()]) {
      expect(readBoundaries(json, units)).toMatchObject({ details: { path: '$', flaw: 'not-a-collection' } });
    }
    expect(flawOf(null, 3)).toMatchObject({ path: 'features[0]', flaw: 'no-code' });
    expect(
      flawOf(feature('28249', polygon([[106.3, Number('1e999')]].concat(square(106.3, 10.3))))),
    ).toMatchObject({ flaw: 'not-a-position' });
  });
});
