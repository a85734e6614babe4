import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DeliveryScope } from '#core/submission/delivery/delivery.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { DB } from '#server/db/schema.gen.ts';
import type { DeliveryResult } from '#features/collection/delivery-contract.ts';

type Mapping = Readonly<Record<string, string>>;

/** Another system that delivers figures, as it is kept. */
export interface StoredSource extends DeliveryScope {
  readonly id: string;
  readonly name: string;
  readonly organizationMapping: Mapping;
  readonly itemMapping: Mapping;
  readonly version: number;
}

// Safe: mappings are written by this module alone.
const sourceOf = (row: Selectable<DB['delivery_source']>): StoredSource => ({
  id: row.source_id,
  name: row.name,
  organizations: row.organization_codes,
  frameworks: row.framework_codes,
  items: row.item_codes,
  roundId: row.round_id,
  organizationMapping: row.organization_mapping as Mapping,
  itemMapping: row.item_mapping as Mapping,
  version: row.version,
});

/** All sources by their names. */
export const listSources = async (db: Db | Tx): Promise<readonly StoredSource[]> => {
  const rows = await db.selectFrom('delivery_source').selectAll().orderBy('name').execute();
  return rows.map(sourceOf);
};

/** Finds a source and keeps it from delivering twice at once until the transaction ends. */
export const lockSource = async (
  tx: Tx,
  by: { readonly id: string } | { readonly name: string },
): Promise<StoredSource | undefined> => {
  const query = tx.selectFrom('delivery_source').selectAll().forUpdate();
  const row = await (
    'id' in by ? query.where('source_id', '=', by.id) : query.where('name', '=', by.name)
  ).executeTakeFirst();
  return row && sourceOf(row);
};

/** Whether another source has the name. */
export const isNameTaken = async (
  tx: Tx,
  { id, name }: Pick<StoredSource, 'id' | 'name'>,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('delivery_source')
    .select('source_id')
    .where('name', '=', name)
    .where('source_id', '<>', id)
    .executeTakeFirst();
  return row !== undefined;
};

/** Adds a source or keeps its new version. */
export const saveSource = async (
  tx: Tx,
  source: StoredSource,
  write: { readonly at: string; readonly by: string | null },
): Promise<void> => {
  const columns = {
    name: source.name,
    organization_codes: [...source.organizations],
    framework_codes: source.frameworks && [...source.frameworks],
    item_codes: source.items && [...source.items],
    round_id: source.roundId,
    organization_mapping: JSON.stringify(source.organizationMapping),
    item_mapping: JSON.stringify(source.itemMapping),
    version: source.version,
    changed_at: write.at,
  };
  await tx
    .insertInto('delivery_source')
    .values({ source_id: source.id, created_at: write.at, created_by: write.by, ...columns })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(columns))
    .execute();
};

export interface StoredToken {
  readonly id: string;
  readonly sourceId: string;
  readonly hint: string;
  readonly expiresOn: PlainDate;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

const selectTokens = (db: Db | Tx) =>
  db
    .selectFrom('delivery_token')
    .select([
      'token_id as id',
      'source_id as sourceId',
      'hint',
      sql<PlainDate>`expires_on::text`.as('expiresOn'),
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'revoked_at as revokedAt',
    ]);

/** The tokens of all sources, the latest first. */
export const listTokens = (db: Db | Tx): Promise<readonly StoredToken[]> =>
  selectTokens(db).orderBy('created_at', 'desc').orderBy('token_id', 'desc').execute();

/** Finds a token by the hash of what opens. */
export const findTokenByHash = (db: Db | Tx, hash: string): Promise<StoredToken | undefined> =>
  selectTokens(db).where('token_hash', '=', hash).executeTakeFirst();

/** Adds a token; answers false when there is one with its id. */
export const insertToken = async (
  tx: Tx,
  token: Pick<StoredToken, 'id' | 'sourceId' | 'hint' | 'expiresOn' | 'createdAt'>,
  secret: { readonly hash: string; readonly by: string | null },
): Promise<boolean> => {
  const inserted = await tx
    .insertInto('delivery_token')
    .values({
      token_id: token.id,
      source_id: token.sourceId,
      token_hash: secret.hash,
      hint: token.hint,
      expires_on: token.expiresOn,
      created_at: token.createdAt,
      created_by: secret.by,
    })
    .onConflict((conflict) => conflict.column('token_id').doNothing())
    .returning('token_id')
    .executeTakeFirst();
  return inserted !== undefined;
};

/** Ends a token of a source; answers how many were alive and ended: one or none. */
export const endToken = async (
  tx: Tx,
  { id, sourceId }: Pick<StoredToken, 'id' | 'sourceId'>,
  write: { readonly at: string; readonly by: string | null },
): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('delivery_token')
    .set({ revoked_at: write.at, revoked_by: write.by })
    .where('token_id', '=', id)
    .where('source_id', '=', sourceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** Keeps when a token was used last. */
export const touchToken = async (tx: Tx, id: string, at: string): Promise<void> => {
  await tx.updateTable('delivery_token').set({ last_used_at: at }).where('token_id', '=', id).execute();
};

export interface StoredDelivery {
  readonly id: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly at: string;
  readonly contentHash: string;
  readonly isDryRun: boolean;
  readonly taken: number;
  readonly unchanged: number;
  readonly refused: number;
}

const selectDeliveries = (db: Db | Tx) =>
  db
    .selectFrom('delivery')
    .innerJoin('delivery_source', 'delivery_source.source_id', 'delivery.source_id')
    .select([
      'delivery.delivery_id as id',
      'delivery.source_id as sourceId',
      'delivery_source.name as sourceName',
      'delivery.at',
      'delivery.content_hash as contentHash',
      'delivery.is_dry_run as isDryRun',
      'delivery.taken',
      'delivery.unchanged',
      'delivery.refused',
    ]);

const MOST_LISTED = 200;

/** The latest deliveries, of one source or of all. */
export const listDeliveries = (
  db: Db | Tx,
  sourceId: string | undefined,
): Promise<readonly StoredDelivery[]> => {
  const query = selectDeliveries(db)
    .orderBy('delivery.at', 'desc')
    .orderBy('delivery.delivery_id', 'desc')
    .limit(MOST_LISTED);
  return (sourceId === undefined ? query : query.where('delivery.source_id', '=', sourceId)).execute();
};

type WithResults = StoredDelivery & { readonly results: readonly DeliveryResult[] };

const withResults = (db: Db | Tx) =>
  // Safe: results are written by this module alone.
  selectDeliveries(db).select(sql<readonly DeliveryResult[]>`delivery.results`.as('results'));

/** One delivery with what became of each figure. */
export const findDelivery = (db: Db | Tx, id: string): Promise<WithResults | undefined> =>
  withResults(db).where('delivery.delivery_id', '=', id).executeTakeFirst();

/** The delivery that a source made under a key. */
export const findDeliveryOfKey = (tx: Tx, sourceId: string, key: string): Promise<WithResults | undefined> =>
  withResults(tx)
    .where('delivery.source_id', '=', sourceId)
    .where('delivery.idempotency_key', '=', key)
    .where('delivery.is_dry_run', '=', false)
    .executeTakeFirst();

/** Appends a delivery to the log. */
export const insertDelivery = async (
  tx: Tx,
  delivery: WithResults,
  by: { readonly tokenId: string | null; readonly key: string | undefined },
): Promise<void> => {
  await tx
    .insertInto('delivery')
    .values({
      delivery_id: delivery.id,
      source_id: delivery.sourceId,
      token_id: by.tokenId,
      at: delivery.at,
      idempotency_key: by.key ?? null,
      content_hash: delivery.contentHash,
      is_dry_run: delivery.isDryRun,
      taken: delivery.taken,
      unchanged: delivery.unchanged,
      refused: delivery.refused,
      results: JSON.stringify(delivery.results),
    })
    .execute();
};
