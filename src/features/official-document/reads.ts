import { sql } from 'kysely';
import type { KeptLeague } from '#core/score-snapshot/kept-league.ts';
import type { KeptValue } from '#core/score-snapshot/snapshot.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { DocumentName } from '#contract/plan-item.ts';

/** A kept score, with all that its points follow from. */
export interface KeptScore {
  readonly framework: { readonly code: string; readonly version: number };
  readonly subject: string;
  readonly year: number;
  readonly name: string;
  readonly takenAt: string;
  readonly kept: readonly KeptValue[];
  readonly league: KeptLeague | null;
}

/** The kept score with this id. */
export const findKeptScore = async (db: Db, id: string): Promise<KeptScore | undefined> => {
  const row = await db
    .selectFrom('score_snapshot')
    .select(['framework_code', 'framework_version', 'subject_code', 'year', 'name', 'taken_at'])
    .select(['data_values', 'league'])
    .where('snapshot_id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      framework: { code: row.framework_code, version: row.framework_version },
      subject: row.subject_code,
      year: row.year,
      name: row.name,
      takenAt: new Date(row.taken_at).toISOString(),
      // Safe: the columns are written from values of these types only.
      kept: row.data_values as unknown as readonly KeptValue[],
      league: row.league as KeptLeague | null,
    }
  );
};

/** A kept score or league in short. */
export interface KeptLine {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly takenAt: string;
}

/** Kept scores of a subject by what it counts or what was accepted; scenarios are none of them. Newest first. */
export const listKeptScores = async (db: Db, subject: string): Promise<readonly KeptLine[]> => {
  const rows = await db
    .selectFrom('score_snapshot')
    .select(['snapshot_id', 'name', 'year', 'taken_at'])
    .where('subject_code', '=', subject)
    .where('kind', '<>', 'scenario')
    .orderBy('taken_at', 'desc')
    .orderBy('snapshot_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.snapshot_id,
    name: row.name,
    year: row.year,
    takenAt: new Date(row.taken_at).toISOString(),
  }));
};

/** Kept leagues of agencies and communes, newest first. */
export const listKeptLeagues = async (
  db: Db,
): Promise<readonly (KeptLine & { readonly subjects: 'agency' | 'commune' })[]> => {
  const rows = await db
    .selectFrom('league_snapshot as league')
    .innerJoin('index_framework as framework', (join) =>
      join
        .onRef('framework.code', '=', 'league.framework_code')
        .onRef('framework.version', '=', 'league.framework_version'),
    )
    .select(['league.league_snapshot_id', 'league.name', 'league.year', 'league.taken_at'])
    .select(sql<string>`framework.definition ->> 'subjectKind'`.as('subjects'))
    .orderBy('league.taken_at', 'desc')
    .orderBy('league.league_snapshot_id', 'desc')
    .execute();
  return rows.flatMap(({ subjects, ...row }) =>
    subjects === 'agency' || subjects === 'commune'
      ? [
          {
            ...{ id: row.league_snapshot_id, name: row.name, year: row.year, subjects },
            takenAt: new Date(row.taken_at).toISOString(),
          },
        ]
      : [],
  );
};

/** Documents that give tasks or targets, the newest first; of all, or the one with an id. */
export const listPlans = async (db: Db, id?: string): Promise<readonly DocumentName[]> => {
  const rows = await db
    .selectFrom('document')
    .select(documentColumns)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('document_item as item')
          .select('item.id')
          .whereRef('item.document_id', '=', 'document.id')
          .where('item.kind', 'in', ['task', 'target'])
          .where('item.ended_by', 'is', null),
      ),
    )
    .$if(id !== undefined, (query) => query.where('document.id', '=', id ?? ''))
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.issue_date', (order) => order.desc().nullsFirst())
    .orderBy('document.id')
    .execute();
  return rows.map(documentNameOf);
};

/** The name of the document with this id. */
export const findDocumentName = async (db: Db, id: string): Promise<DocumentName | undefined> => {
  const row = await db.selectFrom('document').select(documentColumns).where('id', '=', id).executeTakeFirst();
  return row && documentNameOf(row);
};

/** How many tasks and targets one document gives, or all. */
export const countItems = async (db: Db, documentId: string | null): Promise<number> => {
  const { total } = await db
    .selectFrom('document_item')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('kind', 'in', ['task', 'target'])
    .where('ended_by', 'is', null)
    .$if(documentId !== null, (query) => query.where('document_id', '=', documentId ?? ''))
    .executeTakeFirstOrThrow();
  return total;
};

/** Ids of the gaps and targets that name components of the index, of the newest documents first. */
export const listComponentItemIds = async (db: Db): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .select('item.id')
    .where('item.kind', 'in', ['gap', 'target'])
    .where('item.indicator_code', 'is not', null)
    .where('item.ended_by', 'is', null)
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.issue_date', (order) => order.desc().nullsFirst())
    .orderBy('item.position')
    .execute();
  return rows.map(({ id }) => id);
};
