import { sql } from 'kysely';
import { findSimilar, likenessFacts, type KnownItem } from '#core/plan/find-similar.ts';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { RegisterEntry } from '#core/plan/register-entry.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { RegisteredTarget } from '#features/plan-import/contract.ts';
import type { IsDistinct } from './item-distinction-store.ts';

const selectOpenItems = (db: Db, exceptDocument: string | undefined) =>
  db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .leftJoin('target', 'target.item_id', 'item.id')
    .select(['item.id', 'item.kind', 'item.name', 'item.indicator_code', 'item.due_raw'])
    .select(['target.unit', 'target.basis', 'target.raw_target'])
    .select(
      sql<readonly string[]>`array(
        select agency.name_as_written from item_agency as agency
        where agency.item_id = item.id and agency.role in ('lead', 'investor') order by agency.position)`.as(
        'leads',
      ),
    )
    .select(documentColumns)
    .where('item.kind', 'in', REGISTER_KINDS)
    .where('item.ended_by', 'is', null)
    .$if(exceptDocument !== undefined, (query) => query.where('item.document_id', '<>', exceptDocument ?? ''))
    .execute();

type OpenItem = Awaited<ReturnType<typeof selectOpenItems>>[number];

const knownItem = (row: OpenItem): KnownItem => ({
  ...{ itemId: row.id, name: row.name, unit: row.unit, basis: row.basis, leads: row.leads },
  ...{ kind: row.kind as RegisterKind, indicatorCode: row.indicator_code },
});

/** For each statement, by its reading id, the open items of other documents that speak of the same thing. */
export const listSimilarItems = async (
  db: Db,
  entries: readonly RegisterEntry[],
  exceptDocument: string | undefined,
  isDistinct: IsDistinct,
): Promise<ReadonlyMap<string, readonly RegisteredTarget[]>> => {
  const rows = await selectOpenItems(db, exceptDocument);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = findSimilar(entries.map(likenessFacts), rows.map(knownItem));
  const viewOf = (similar: (typeof found)[number][number]): RegisteredTarget[] => {
    const row = byId.get(similar.itemId);
    if (!row) return [];
    return [
      {
        ...{ itemId: row.id, kind: row.kind as RegisterKind, name: row.name, due: row.due_raw },
        ...{ rawTarget: row.raw_target, document: documentNameOf(row) },
        ...{ score: similar.score, reasons: [...similar.reasons] },
      },
    ];
  };
  return new Map(
    entries.map((entry, index) => [
      entry.reading.id,
      (found[index] ?? []).flatMap(viewOf).filter(({ itemId }) => !isDistinct(entry, itemId)),
    ]),
  );
};
