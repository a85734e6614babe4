import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { ItemLink } from './contract.ts';

/** What a page shows of an item beside its register row. */
export const findSourceColumns = (db: Db, id: string) =>
  db
    .selectFrom('document_item')
    .leftJoin('document_source as source', 'source.id', 'document_item.source_id')
    .select(['document_item.document_id', 'document_item.kind', 'document_item.section'])
    .select(['document_item.appendix', 'document_item.indicator_code', 'document_item.line'])
    .select(['document_item.position', 'document_item.quote', 'document_item.continuation'])
    .select(['document_item.lead_raw', 'document_item.coordinating_raw', 'document_item.note'])
    .select(['document_item.source_defect', 'document_item.corrected_fields', 'source.source_text'])
    .where('document_item.id', '=', id)
    .where('document_item.kind', 'in', REGISTER_KINDS)
    .executeTakeFirst();

export type SourceColumns = NonNullable<Awaited<ReturnType<typeof findSourceColumns>>>;

const selectLinks = (db: Db) =>
  db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .where('item.kind', 'in', REGISTER_KINDS)
    .where('item.ended_by', 'is', null)
    .select(['item.id', 'item.kind', 'item.name', 'item.order_label'])
    .select(documentColumns);

type LinkRow = Awaited<ReturnType<ReturnType<typeof selectLinks>['executeTakeFirstOrThrow']>>;

const linkOf = (row: LinkRow): ItemLink => ({
  id: row.id,
  kind: row.kind as RegisterKind,
  name: row.name,
  order: row.order_label,
  document: documentNameOf(row),
});

const LARGEST_LINE = 2_147_483_647;
const READING_ORDER = sql`(coalesce(item.line, ${sql.lit(LARGEST_LINE)}), item.position)`;

const readingPlace = (item: SourceColumns): RawBuilder<unknown> =>
  sql`(${item.line ?? LARGEST_LINE}::integer, ${item.position}::integer)`;

/** The item of the same register that comes before or after this one in its document. */
export const findNeighbour = async (
  db: Db,
  item: SourceColumns,
  side: 'before' | 'after',
): Promise<ItemLink | null> => {
  const comparison = side === 'before' ? sql.raw('<') : sql.raw('>');
  const direction = side === 'before' ? sql.raw('desc') : sql.raw('asc');
  const row = await selectLinks(db)
    .where('item.document_id', '=', item.document_id)
    .where('item.kind', '=', item.kind)
    .where(sql<SqlBool>`${READING_ORDER} ${comparison} ${readingPlace(item)}`)
    .orderBy(sql`coalesce(item.line, ${sql.lit(LARGEST_LINE)}) ${direction}, item.position ${direction}`)
    .limit(1)
    .executeTakeFirst();
  return row ? linkOf(row) : null;
};

const LONGEST_LIST = 100;

/** The other items of the same section, in order of reading. */
export const listSiblings = async (db: Db, id: string, item: SourceColumns): Promise<readonly ItemLink[]> => {
  if (item.section === null) return [];
  const rows = await selectLinks(db)
    .where('item.document_id', '=', item.document_id)
    .where('item.section', '=', item.section)
    .where(sql<SqlBool>`item.appendix is not distinct from ${item.appendix}`)
    .where('item.id', '<>', id)
    .orderBy(READING_ORDER)
    .limit(LONGEST_LIST)
    .execute();
  return rows.map(linkOf);
};

/** The items of all documents that speak of the same index component, newest document first. */
export const listRelated = async (db: Db, id: string, item: SourceColumns): Promise<readonly ItemLink[]> => {
  if (item.indicator_code === null) return [];
  const rows = await selectLinks(db)
    .where('item.indicator_code', '=', item.indicator_code)
    .where('item.id', '<>', id)
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.id')
    .orderBy(READING_ORDER)
    .limit(LONGEST_LIST)
    .execute();
  return rows.map(linkOf);
};
