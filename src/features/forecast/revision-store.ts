import { v7 as newId } from 'uuid';
import type { PeriodValueKind } from '#core/forecast/decide-period-value.ts';
import { type Period, period } from '#core/forecast/period.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { IndexKey } from '#server/scoring/data-values.ts';
import type { StoredFigure } from './store.ts';

type SeriesKey = Pick<IndexKey, 'framework' | 'subject'>;

/** What stands or stood for a period. */
export interface FigureState {
  readonly value: string | null;
  readonly kind: PeriodValueKind;
}

/** One change of a figure by period. */
export interface FigureRevision {
  readonly key: SeriesKey;
  readonly item: string;
  readonly period: Period;
  readonly version: number;
  /** Null where nothing stood. */
  readonly before: FigureState | null;
  readonly after: FigureState;
  readonly source: string;
  readonly writeId: string;
  readonly changedAt: string;
  readonly changedBy: string;
}

/**
 * Writes what stands for a period now, appends the change and gives it as it is stored.
 * The caller has locked the series.
 */
export const saveFigure = async (tx: Tx, revision: FigureRevision): Promise<FigureRevision> => {
  const { key, item, after, source, version, changedAt, changedBy } = revision;
  const present = {
    ...{ value: after.value, kind: after.kind, origin: 'entered', source, version },
    ...{ recorded_at: changedAt, changed_by: changedBy },
  };
  const place = {
    ...{ framework_code: key.framework, subject_code: key.subject },
    ...{ item_code: item, period: revision.period },
  };
  const { recorded_at: recordedAt } = await tx
    .insertInto('period_value')
    .values({ ...place, ...present })
    .onConflict((conflict) =>
      conflict.columns(['framework_code', 'subject_code', 'item_code', 'period']).doUpdateSet(present),
    )
    .returning('recorded_at')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('period_value_revision')
    .values({
      ...place,
      revision_id: newId(),
      version,
      old_value: revision.before?.value ?? null,
      old_kind: revision.before?.kind ?? null,
      new_value: after.value,
      new_kind: after.kind,
      source,
      write_id: revision.writeId,
      changed_at: changedAt,
      changed_by: changedBy,
    })
    .execute();
  return { ...revision, changedAt: recordedAt };
};

const COLUMNS = [
  ...(['framework_code', 'subject_code', 'item_code', 'period', 'version'] as const),
  ...(['old_value', 'old_kind', 'new_value', 'new_kind', 'source'] as const),
  ...(['write_id', 'changed_at', 'changed_by'] as const),
] as const;

interface RevisionRow {
  readonly framework_code: string;
  readonly subject_code: string;
  readonly item_code: string;
  readonly period: string;
  readonly version: number;
  readonly old_value: string | null;
  readonly old_kind: string | null;
  readonly new_value: string | null;
  readonly new_kind: string;
  readonly source: string;
  readonly write_id: string;
  readonly changed_at: string;
  readonly changed_by: string;
}

// Safe: only saveFigure writes these columns.
const kindOf = (kind: string): PeriodValueKind => kind as PeriodValueKind;

const revisionOf = (row: RevisionRow): FigureRevision => ({
  key: { framework: row.framework_code, subject: row.subject_code },
  item: row.item_code,
  period: period(row.period),
  version: row.version,
  before: row.old_kind === null ? null : { value: row.old_value, kind: kindOf(row.old_kind) },
  after: { value: row.new_value, kind: kindOf(row.new_kind) },
  source: row.source,
  writeId: row.write_id,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

/** The change that a write made, or undefined when there was no such write. */
export const findFigureOfWrite = async (tx: Tx, writeId: string): Promise<FigureRevision | undefined> => {
  const row = await tx
    .selectFrom('period_value_revision')
    .select(COLUMNS)
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return row && revisionOf(row);
};

/** Every change of the figures of an item, the newest first. */
export const listFigureRevisions = async (
  db: Db,
  key: SeriesKey,
  item: string,
): Promise<readonly FigureRevision[]> => {
  const rows = await db
    .selectFrom('period_value_revision')
    .select(COLUMNS)
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('item_code', '=', item)
    .orderBy('changed_at', 'desc')
    .orderBy('period')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(revisionOf);
};

/** A change as what stands after it. */
export const figureAfter = ({ item, period: at, after, ...revision }: FigureRevision): StoredFigure => ({
  item,
  period: at,
  ...after,
  origin: 'entered',
  source: revision.source,
  version: revision.version,
  changedAt: revision.changedAt,
  changedBy: revision.changedBy,
});
