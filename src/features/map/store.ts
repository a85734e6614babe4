import { sql } from 'kysely';
import type { Boundary } from '#core/geography/geometry.ts';
import type { Db, Tx } from '#server/db/database.ts';

export interface StoredBoundaries {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly boundaries: readonly Boundary[];
  readonly loadedAt: string;
  readonly loadedBy: string | null;
}

/** Waits until nobody else loads boundaries; the lock ends with the transaction. */
export const lockBoundaries = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('boundary-set', 0))`.execute(tx);
};

/** Which file was loaded last, without what it holds. */
export const findLatestMark = (db: Db | Tx): Promise<{ id: string; sha256: string } | undefined> =>
  db
    .selectFrom('boundary_set')
    .select(['boundary_set_id as id', 'sha256'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Keeps boundaries; from now on they are drawn. */
export const appendBoundaries = async (tx: Tx, stored: StoredBoundaries): Promise<void> => {
  await tx
    .insertInto('boundary_set')
    .values({
      boundary_set_id: stored.id,
      file_name: stored.fileName,
      sha256: stored.sha256,
      boundaries: JSON.stringify(stored.boundaries),
      loaded_at: stored.loadedAt,
      loaded_by: stored.loadedBy,
    })
    .execute();
};
