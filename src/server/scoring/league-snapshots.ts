import { sql } from 'kysely';
import type { LeagueSnapshotSummary } from '#contract/league-snapshot.ts';
import type { KeptLeague } from '#core/score-snapshot/kept-league.ts';
import type { LeagueSnapshotKind } from '#core/score-snapshot/league-snapshot.ts';
import type { KeptValue } from '#core/score-snapshot/snapshot.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listAccountNames } from '#server/registers/account-names.ts';

/** A league's snapshot as it is stored, without those of its subjects. */
export interface StoredLeagueSnapshot {
  readonly id: string;
  readonly framework: { readonly code: string; readonly version: number; readonly hash: string };
  readonly year: number;
  readonly kind: LeagueSnapshotKind;
  readonly name: string;
  readonly note: string | null;
  readonly subjectCount: number;
  readonly contentHash: string;
  /** Instant with milliseconds in UTC. */
  readonly takenAt: string;
  readonly takenBy: string | null;
}

const COLUMNS = [
  'league_snapshot_id',
  'framework_code',
  'framework_version',
  'framework_hash',
  'year',
  'kind',
  'name',
  'note',
  'subject_count',
  'content_hash',
  'taken_at',
  'taken_by',
] as const;

interface LeagueSnapshotRow {
  readonly league_snapshot_id: string;
  readonly framework_code: string;
  readonly framework_version: number;
  readonly framework_hash: string;
  readonly year: number;
  readonly kind: string;
  readonly name: string;
  readonly note: string | null;
  readonly subject_count: number;
  readonly content_hash: string;
  readonly taken_at: string;
  readonly taken_by: string | null;
}

const snapshotOf = (row: LeagueSnapshotRow): StoredLeagueSnapshot => ({
  id: row.league_snapshot_id,
  framework: { code: row.framework_code, version: row.framework_version, hash: row.framework_hash },
  year: row.year,
  // Safe: the constraint of the column admits no other.
  kind: row.kind as LeagueSnapshotKind,
  name: row.name,
  note: row.note,
  subjectCount: row.subject_count,
  contentHash: row.content_hash,
  // The database leaves out zeros at the end of a second; the hash was taken over the full form.
  takenAt: new Date(row.taken_at).toISOString(),
  takenBy: row.taken_by,
});

/** The snapshot of a league with this id. */
export const findLeagueSnapshot = async (
  db: Db | Tx,
  id: string,
): Promise<StoredLeagueSnapshot | undefined> => {
  const row = await db
    .selectFrom('league_snapshot')
    .select(COLUMNS)
    .where('league_snapshot_id', '=', id)
    .executeTakeFirst();
  return row && snapshotOf(row);
};

/** The snapshot of a league that a write made. */
export const findLeagueSnapshotOfWrite = async (
  tx: Tx,
  writeId: string,
): Promise<StoredLeagueSnapshot | undefined> => {
  const row = await tx
    .selectFrom('league_snapshot')
    .select(COLUMNS)
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return row && snapshotOf(row);
};

/** Whose leagues: those of one owner that score one kind of subjects, of any year. */
export interface LeagueFamily {
  readonly subjectKind: string;
  readonly owner?: string | undefined;
}

/** The kept leagues that can be compared with each other, newest first. */
export const listLeagueSnapshots = async (
  db: Db | Tx,
  { subjectKind, owner }: LeagueFamily,
): Promise<readonly StoredLeagueSnapshot[]> => {
  const rows = await db
    .selectFrom('league_snapshot')
    .select(COLUMNS)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('index_framework')
          .select('code')
          .whereRef('index_framework.code', '=', 'league_snapshot.framework_code')
          .whereRef('index_framework.version', '=', 'league_snapshot.framework_version')
          .where(sql<string>`definition ->> 'subjectKind'`, '=', subjectKind)
          .where(sql<string>`coalesce(definition ->> 'owner', '')`, '=', owner ?? ''),
      ),
    )
    .orderBy('taken_at', 'desc')
    .orderBy('league_snapshot_id', 'desc')
    .execute();
  return rows.map(snapshotOf);
};

/** What was kept of one subject of a league. */
export interface LeagueMemberRow {
  readonly snapshotId: string;
  readonly subject: string;
  readonly kept: readonly KeptValue[];
  readonly league: KeptLeague | null;
}

/** The subjects of a kept league with their figures of that day, in the order of their codes. */
export const listLeagueMembers = async (db: Db | Tx, id: string): Promise<readonly LeagueMemberRow[]> => {
  const rows = await db
    .selectFrom('score_snapshot')
    .select(['snapshot_id', 'subject_code', 'data_values', 'league'])
    .where('league_snapshot_id', '=', id)
    .orderBy('subject_code')
    .execute();
  return rows.map((row) => ({
    snapshotId: row.snapshot_id,
    subject: row.subject_code,
    // Safe: the columns are written from values of these types only.
    kept: row.data_values as unknown as readonly KeptValue[],
    league: row.league as KeptLeague | null,
  }));
};

/** Kept leagues in short, with the names of those who kept them. */
export const summariseLeagueSnapshots = async (
  db: Db | Tx,
  snapshots: readonly StoredLeagueSnapshot[],
): Promise<LeagueSnapshotSummary[]> => {
  const names = await listAccountNames(
    db,
    snapshots.flatMap(({ takenBy }) => takenBy ?? []),
  );
  return snapshots.map(({ framework: { code, version }, takenBy, ...snapshot }) => ({
    ...snapshot,
    framework: { code, version },
    takenBy: takenBy === null ? null : (names.get(takenBy) ?? null),
  }));
};
