import { sql } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import type { AssetEntry } from '#core/asset-register/asset-register.ts';
import type { AssetValues } from '#core/asset-register/asset-values.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { storedDay } from './stored-day.ts';

/** An entry as it is kept. */
export interface StoredAssetEntry extends AssetEntry {
  readonly register: string;
  readonly organizationCode: string;
  readonly name: string;
  readonly isSimulated: boolean;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

const EVERYTHING: AccessReach = { kind: 'all' };

const entryQuery = (db: Db | Tx) =>
  db
    .selectFrom('asset_entry as entry')
    .innerJoin('organization', 'organization.code', 'entry.organization_code')
    .select([
      'entry.entry_id as id',
      'entry.register_code as register',
      'entry.organization_code as organizationCode',
      'entry.name',
      sql<AssetValues>`entry.content`.as('values'),
      'entry.retired_on as retiredOn',
      'entry.is_simulated as isSimulated',
      'entry.version',
      'entry.changed_at as changedAt',
      'entry.changed_by as changedBy',
    ]);

type EntryRow = Omit<StoredAssetEntry, 'retiredOn'> & { readonly retiredOn: string | null };

const entryOf = (row: EntryRow): StoredAssetEntry => ({ ...row, retiredOn: storedDay(row.retiredOn) });

/** Entries of the registers named, by official order of their owners and by name, as far as they are within reach. */
export const listAssetEntries = async (
  db: Db | Tx,
  registers: readonly string[],
  reach: AccessReach = EVERYTHING,
): Promise<readonly StoredAssetEntry[]> => {
  if (registers.length === 0) return [];
  const query = entryQuery(db).where('entry.register_code', 'in', [...registers]);
  const within =
    reach.kind === 'all'
      ? query
      : query.where(sql<boolean>`entry.organization_code = any(${[...reach.organizationCodes]}::text[])`);
  const rows = await within.orderBy('organization.position').orderBy('entry.name').execute();
  return rows.map(entryOf);
};

/** Finds one entry by its id. */
export const findAssetEntry = async (db: Db | Tx, id: string): Promise<StoredAssetEntry | undefined> => {
  const row = await entryQuery(db).where('entry.entry_id', '=', id).executeTakeFirst();
  return row && entryOf(row);
};
