import { sql } from 'kysely';
import { groupBy } from '#core/kernel/group-by.ts';
import { tidy } from '#core/kernel/text.ts';
import { findStatement, foldRevisions, wordingDocument, type ItemRevision } from '#core/plan/item-history.ts';
import type { RegisteredItem } from '#core/plan/match-items.ts';
import type { ItemChangeKind } from '#core/plan/plan-item.ts';
import { buildRegisterEntry, type KindReading, statementOf } from '#core/plan/register-entry.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** The standing revisions of an item, the first one first. */
export interface ItemHistory {
  readonly itemId: string;
  readonly position: number;
  readonly revisions: readonly ItemRevision[];
}

const selectStanding = (db: Db | Tx) =>
  db
    .selectFrom('document_item_revision as revision')
    .innerJoin('plan_import', 'plan_import.id', 'revision.plan_import_id')
    .innerJoin('document_item as item', 'item.id', 'revision.item_id')
    // What an undone import said is history and counts no longer.
    .where('plan_import.state', '=', 'accepted')
    .select(['revision.item_id', 'revision.change', 'revision.reading', 'revision.former'])
    .select(['revision.plan_import_id', 'plan_import.document_id', 'item.kind', 'item.position'])
    .orderBy('item.position')
    .orderBy('revision.item_id')
    .orderBy('revision.revision');

type StandingRow = Awaited<ReturnType<ReturnType<typeof selectStanding>['executeTakeFirstOrThrow']>>;

// Safe: readings are written by the import alone, and the constraints of the columns admit no other kind or change.
const revisionOf = (row: StandingRow): ItemRevision => ({
  change: row.change as Exclude<ItemChangeKind, 'undone'>,
  importId: row.plan_import_id,
  documentId: row.document_id ?? '',
  statement: statementOf(row.kind, row.reading as object),
  former: row.former as unknown as ItemRevision['former'],
});

const historiesOf = (rows: readonly StandingRow[]): readonly ItemHistory[] =>
  [...groupBy(rows, ({ item_id }) => item_id)].map(([itemId, some]) => ({
    itemId,
    position: some[0]?.position ?? 0,
    revisions: some.map(revisionOf),
  }));

/** The histories of these items. */
export const listItemHistories = async (
  db: Db | Tx,
  itemIds: readonly string[],
): Promise<readonly ItemHistory[]> =>
  historiesOf(
    await selectStanding(db)
      .where(sql<boolean>`revision.item_id = any(${itemIds}::uuid[])`)
      .execute(),
  );

/** The histories of all items of which the files of a document say something. */
const listDocumentHistories = async (db: Db | Tx, documentId: string): Promise<readonly ItemHistory[]> =>
  historiesOf(
    await selectStanding(db)
      .where('revision.item_id', 'in', (eb) =>
        eb
          .selectFrom('document_item_revision as own')
          .innerJoin('plan_import as file', 'file.id', 'own.plan_import_id')
          .where('file.document_id', '=', documentId)
          .where('file.state', '=', 'accepted')
          .select('own.item_id'),
      )
      .execute(),
  );

const quoteOf = ({ reading }: KindReading): string | null => {
  const quote = tidy(reading.quote);
  return quote === '' ? null : quote;
};

/**
 * What the register has of a document: its own latest statement on each item of which its files say anything, at the
 * place where its latest file has it.
 */
export const listRegisteredItems = async (
  db: Db | Tx,
  documentId: string,
): Promise<readonly RegisteredItem[]> =>
  (await listDocumentHistories(db, documentId)).flatMap(({ itemId, position, revisions }) => {
    const statement = findStatement(revisions, documentId);
    const state = foldRevisions(revisions);
    if (!statement || !state) return [];
    const { kind, reading } = statement.values.statement;
    const { line } = statement.words.statement.reading;
    return [
      {
        itemId,
        quote: quoteOf(statement.words.statement),
        entry: buildRegisterEntry(statementOf(kind, { ...reading, line }), position),
        isWording: wordingDocument(state) === documentId,
        isAmendment: state.wordedBy === documentId,
      },
    ];
  });

/** The open items of a document as they stand now, without the lines on which they stood: what a later document can change. */
export const listOpenItems = async (db: Db | Tx, documentId: string): Promise<readonly RegisteredItem[]> => {
  const rows = await db
    .selectFrom('document_item')
    .select('id')
    .where('document_id', '=', documentId)
    .where('ended_by', 'is', null)
    .execute();
  const histories = await listItemHistories(
    db,
    rows.map(({ id }) => id),
  );
  return histories.flatMap(({ itemId, position, revisions }) => {
    const state = foldRevisions(revisions);
    if (!state) return [];
    const { kind, reading } = state.values.statement;
    return [
      {
        ...{ itemId, quote: quoteOf(state.words.statement), isWording: true, isAmendment: false },
        entry: buildRegisterEntry(statementOf(kind, { ...reading, line: null }), position),
      },
    ];
  });
};
