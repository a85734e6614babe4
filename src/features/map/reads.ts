import type { Boundary } from '#core/geography/geometry.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { kindsOfSubjects } from '#core/scoring/subject-kind.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { BoundarySet, MappedUnit } from './contract.ts';

/** The communes and wards that exist on a day and whose centre is known, in official order. */
export const listMappedUnits = async (db: Db | Tx, day: PlainDate): Promise<readonly MappedUnit[]> => {
  const rows = await db
    .selectFrom('organization')
    .select(['code', 'name', 'longitude', 'latitude', 'area_km2'])
    .where('kind', 'in', kindsOfSubjects('commune'))
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('position')
    .execute();
  return rows.flatMap(({ code, name, longitude, latitude, area_km2: area }) =>
    longitude === null || latitude === null
      ? []
      : [
          {
            ...{ code, name, longitude: Number(longitude), latitude: Number(latitude) },
            areaKm2: area === null ? null : Number(area),
          },
        ],
  );
};

/** The boundaries that were loaded last. */
export const findBoundarySet = async (db: Db): Promise<BoundarySet | undefined> => {
  const row = await db
    .selectFrom('boundary_set')
    .leftJoin('account', 'account.account_id', 'boundary_set.loaded_by')
    .select(['boundary_set_id', 'file_name', 'loaded_at', 'boundaries', 'account.display_name'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.boundary_set_id,
      fileName: row.file_name,
      loadedAt: row.loaded_at,
      loadedBy: row.display_name,
      // Safe: only boundaries that were checked are stored.
      boundaries: row.boundaries as unknown as (Boundary & BoundarySet['boundaries'][number])[],
    }
  );
};
