import { sql, type SqlBool } from 'kysely';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { RegisterKind } from '#core/plan/plan-item.ts';
import type { RegisterItem } from '#contract/plan-item.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from './document-name.ts';
import { dueReaderFor, resultStated, type DueReader } from './due.ts';
import { listItemAgencies } from './item-agencies.ts';
import { listDetails, type Detail } from './item-details.ts';

type Ids = readonly string[];

// An amended item is worded in another document: its line there is none of its own.
const OWN_PLACE = (['line', 'page', 'block'] as const).map((column) =>
  sql<number | null>`case when item.worded_by is null then ${sql.ref(`item.${column}`)} end`.as(column),
);

const selectItems = (db: Db | Tx, ids: Ids) =>
  db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    // One array parameter: thousands of ids make one statement, not thousands of placeholders.
    .where(sql<SqlBool>`item.id = any(${ids}::uuid[])`)
    .select(['item.id', 'item.kind', 'item.name', 'item.indicator_code', 'item.appendix', 'item.section'])
    .select(['item.order_label', ...OWN_PLACE])
    .select(['item.due_kind', 'item.due_raw', 'item.due_start', 'item.due_end', 'item.due_before'])
    .select(resultStated.as('result_stated'))
    .select(documentColumns)
    .select(sql<boolean>`item.quote is not null`.as('has_quote'))
    .execute();

type ItemRow = Awaited<ReturnType<typeof selectItems>>[number];

/** Where an item stands, from the columns of its row. */
export const placeOf = (
  row: Pick<ItemRow, 'appendix' | 'section' | 'order_label' | 'line' | 'page' | 'block'>,
) => ({
  appendix: row.appendix,
  section: row.section,
  order: row.order_label,
  line: row.line,
  page: row.page,
  block: row.block,
});

const sharedMembers = (row: ItemRow, due: DueReader) => ({
  id: row.id,
  name: row.name,
  indicatorCode: row.indicator_code,
  document: documentNameOf(row),
  place: placeOf(row),
  due: due.findDue(row),
  hasQuote: row.has_quote,
});

const idsByKind = (rows: readonly ItemRow[]): ReadonlyMap<RegisterKind, Ids> => {
  const byKind = groupBy(rows, (row) => row.kind as RegisterKind);
  return new Map([...byKind].map(([kind, some]) => [kind, some.map(({ id }) => id)]));
};

/**
 * The targets, tasks, projects and gaps with these ids, in the order of the ids; unknown ids are left out.
 * Five statements, however many items. Tasks stand as `refreshTaskStandings` has left them: who shows states calls it first.
 */
export const listRegisterItems = async (
  db: Db | Tx,
  ids: Ids,
  today: PlainDate,
): Promise<readonly RegisterItem[]> => {
  if (ids.length === 0) return [];
  const rows = await selectItems(db, ids);
  const agencies = await listItemAgencies(db, ids);
  const details = new Map<string, Detail>();
  for (const [kind, some] of idsByKind(rows)) {
    for (const [id, detail] of await listDetails(db, kind, some, today)) details.set(id, detail);
  }
  const due = dueReaderFor(today);
  const items = new Map<string, RegisterItem>();
  for (const row of rows) {
    const detail = details.get(row.id);
    if (!detail) continue;
    items.set(row.id, { ...sharedMembers(row, due), ...detail, agencies: [...(agencies.get(row.id) ?? [])] });
  }
  return ids.flatMap((id) => items.get(id) ?? []);
};
