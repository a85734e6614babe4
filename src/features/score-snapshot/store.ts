import type { JsonValue } from '#core/kernel/canonical-json.ts';
import type { KeptLeague } from '#core/score-snapshot/kept-league.ts';
import type { KeptValue, SnapshotContent, SnapshotKind } from '#core/score-snapshot/snapshot.ts';
import type { TextRange } from '#core/scoring/trace.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** A snapshot as it is stored, with the hash that was taken over its content. */
export interface StoredSnapshot {
  readonly id: string;
  readonly content: SnapshotContent;
  readonly contentHash: string;
}

const COLUMNS = [
  'snapshot_id',
  'framework_code',
  'framework_version',
  'framework_hash',
  'subject_code',
  'year',
  'kind',
  'name',
  'note',
  'points_low',
  'points_high',
  'data_values',
  'component_points',
  'league',
  'content_hash',
  'taken_at',
  'taken_by',
] as const;

interface SnapshotRow {
  readonly snapshot_id: string;
  readonly framework_code: string;
  readonly framework_version: number;
  readonly framework_hash: string;
  readonly subject_code: string;
  readonly year: number;
  readonly kind: string;
  readonly name: string;
  readonly note: string | null;
  readonly points_low: string;
  readonly points_high: string;
  readonly data_values: unknown;
  readonly component_points: unknown;
  readonly league: unknown;
  readonly content_hash: string;
  readonly taken_at: string;
  readonly taken_by: string | null;
}

const snapshotOf = (row: SnapshotRow): StoredSnapshot => ({
  id: row.snapshot_id,
  contentHash: row.content_hash,
  content: {
    framework: { code: row.framework_code, version: row.framework_version, hash: row.framework_hash },
    subject: row.subject_code,
    year: row.year,
    // Safe: the constraint of the column admits no other.
    kind: row.kind as SnapshotKind,
    name: row.name,
    note: row.note,
    // The database leaves out zeros at the end of a second; the hash was taken over the full form.
    takenAt: new Date(row.taken_at).toISOString(),
    takenBy: row.taken_by,
    points: { low: row.points_low, high: row.points_high },
    components: row.component_points as JsonValue,
    values: row.data_values as JsonValue,
    // Safe: only insertSnapshot writes the column.
    league: row.league as KeptLeague | null,
  },
});

/** The inputs that a snapshot kept. */
export const keptValuesOf = ({ values }: SnapshotContent): readonly KeptValue[] =>
  // Safe: only insertSnapshot writes the column, from values of this type.
  values as unknown as readonly KeptValue[];

/** The published points that a snapshot kept, by component code. */
export const keptPointsOf = ({ components }: SnapshotContent): ReadonlyMap<string, TextRange> =>
  // Safe: only insertSnapshot writes the column, from points of this type.
  new Map(Object.entries(components as unknown as Readonly<Record<string, TextRange>>));

/** Keeps a snapshot for good, alone or within a league’s. The caller has made sure that its name is free. */
export const insertSnapshot = async (
  tx: Tx,
  { id, content, contentHash }: StoredSnapshot,
  writeId: string,
  leagueSnapshotId: string | null = null,
): Promise<void> => {
  await tx
    .insertInto('score_snapshot')
    .values({
      snapshot_id: id,
      framework_code: content.framework.code,
      framework_version: content.framework.version,
      framework_hash: content.framework.hash,
      subject_code: content.subject,
      year: content.year,
      kind: content.kind,
      name: content.name,
      note: content.note,
      points_low: content.points.low,
      points_high: content.points.high,
      data_values: JSON.stringify(content.values),
      component_points: JSON.stringify(content.components),
      league: content.league && JSON.stringify(content.league),
      content_hash: contentHash,
      write_id: writeId,
      league_snapshot_id: leagueSnapshotId,
      taken_at: content.takenAt,
      taken_by: content.takenBy,
    })
    .execute();
};

/** The snapshot with this id. */
export const findSnapshot = async (db: Db | Tx, id: string): Promise<StoredSnapshot | undefined> => {
  const row = await db
    .selectFrom('score_snapshot')
    .select(COLUMNS)
    .where('snapshot_id', '=', id)
    .executeTakeFirst();
  return row && snapshotOf(row);
};

/** The snapshot that a write made. */
export const findSnapshotOfWrite = async (tx: Tx, writeId: string): Promise<StoredSnapshot | undefined> => {
  const row = await tx
    .selectFrom('score_snapshot')
    .select(COLUMNS)
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return row && snapshotOf(row);
};

/** The snapshots of a subject by one framework, of every version and year, newest first. */
export const listSnapshots = async (
  db: Db | Tx,
  framework: string,
  subject: string,
): Promise<readonly StoredSnapshot[]> => {
  const rows = await db
    .selectFrom('score_snapshot')
    .select(COLUMNS)
    .where('framework_code', '=', framework)
    .where('subject_code', '=', subject)
    .orderBy('taken_at', 'desc')
    .orderBy('snapshot_id', 'desc')
    .execute();
  return rows.map(snapshotOf);
};
