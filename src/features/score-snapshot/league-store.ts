import type { Db, Tx } from '#server/db/database.ts';
import type { StoredLeagueSnapshot } from '#server/scoring/league-snapshots.ts';
import type { IndexKey } from '#server/scoring/data-values.ts';

/** Whether a league, or one of its subjects alone, has a snapshot of this name already. */
export const isNameTaken = async (
  tx: Tx,
  { framework, year }: Pick<IndexKey, 'framework' | 'year'>,
  name: string,
): Promise<boolean> => {
  const league = await tx
    .selectFrom('league_snapshot')
    .select('league_snapshot_id')
    .where('framework_code', '=', framework)
    .where('year', '=', year)
    .where('name', '=', name)
    .executeTakeFirst();
  if (league) return true;
  const single = await tx
    .selectFrom('score_snapshot')
    .select('snapshot_id')
    .where('framework_code', '=', framework)
    .where('year', '=', year)
    .where('name', '=', name)
    .limit(1)
    .executeTakeFirst();
  return single !== undefined;
};

/** Keeps the snapshot of a league for good; those of its subjects follow in the same transaction. */
export const insertLeagueSnapshot = async (
  tx: Tx,
  snapshot: StoredLeagueSnapshot,
  writeId: string,
): Promise<void> => {
  const { framework } = snapshot;
  await tx
    .insertInto('league_snapshot')
    .values({
      league_snapshot_id: snapshot.id,
      framework_code: framework.code,
      framework_version: framework.version,
      framework_hash: framework.hash,
      year: snapshot.year,
      kind: snapshot.kind,
      name: snapshot.name,
      note: snapshot.note,
      subject_count: snapshot.subjectCount,
      content_hash: snapshot.contentHash,
      write_id: writeId,
      taken_at: snapshot.takenAt,
      taken_by: snapshot.takenBy,
    })
    .execute();
};

/** Ids of the subjects' snapshots in a league's, in the order of their codes. */
export const listMemberIds = async (db: Db | Tx, leagueSnapshotId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('score_snapshot')
    .select('snapshot_id')
    .where('league_snapshot_id', '=', leagueSnapshotId)
    .orderBy('subject_code')
    .execute();
  return rows.map((row) => row.snapshot_id);
};
