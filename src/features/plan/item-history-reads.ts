import { tidy } from '#core/kernel/text.ts';
import { listDifferences } from '#core/plan/item-facts.ts';
import type { ItemChangeKind } from '#core/plan/plan-item.ts';
import { buildRegisterEntry, type RegisterEntry, statementOf } from '#core/plan/register-entry.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import type { PlanItemView } from './contract.ts';

type HistoryEntry = PlanItemView['history'][number];

const selectRevisions = (db: Db, id: string) =>
  db
    .selectFrom('document_item_revision as revision')
    .innerJoin('plan_import', 'plan_import.id', 'revision.plan_import_id')
    .innerJoin('document_item as item', 'item.id', 'revision.item_id')
    .leftJoin('document', 'document.id', 'plan_import.document_id')
    .select(['revision.revision', 'revision.change', 'revision.changed_at', 'revision.reading'])
    .select(['plan_import.origin', 'plan_import.file_name', 'item.kind'])
    .select(documentColumns)
    .where('revision.item_id', '=', id)
    .orderBy('revision.revision')
    .execute();

type RevisionRow = Awaited<ReturnType<typeof selectRevisions>>[number];

const entryOf = ({ kind, reading }: RevisionRow): RegisterEntry =>
  buildRegisterEntry(statementOf(kind, reading as object), 1);

const CHANGES_VALUES: ReadonlySet<ItemChangeKind> = new Set(['replaced', 'amended', 'taken-over', 'undone']);

const documentOf = (row: RevisionRow): HistoryEntry['document'] =>
  row.document_id === null
    ? null
    : documentNameOf({ ...row, document_id: row.document_id, is_draft: row.is_draft ?? false });

const viewOf = (row: RevisionRow, before: RegisterEntry | undefined): HistoryEntry => {
  const change = row.change as ItemChangeKind;
  const entry = entryOf(row);
  const quote = tidy(entry.reading.quote);
  return {
    ...{ revision: row.revision, change, fileName: row.file_name, changedAt: row.changed_at },
    origin: row.origin as HistoryEntry['origin'],
    document: documentOf(row),
    quote: quote === '' || change === 'ended' || change === 'undone' ? null : quote,
    line: entry.reading.line,
    differences: before && CHANGES_VALUES.has(change) ? [...listDifferences(before, entry)] : [],
  };
};

/** What each import said of an item, in whose words, and what it changed; the first one first. */
export const listHistory = async (db: Db, id: string): Promise<PlanItemView['history']> => {
  const rows = await selectRevisions(db, id);
  let standing: RegisterEntry | undefined;
  return rows.map((row) => {
    const view = viewOf(row, standing);
    if (view.change === 'registered' || CHANGES_VALUES.has(view.change)) standing = entryOf(row);
    return view;
  });
};

/** The other document whose words of an item hold, and the one that ended it. */
export const findLaterDocuments = async (
  db: Db,
  id: string,
): Promise<Pick<PlanItemView, 'wordedBy' | 'ended'>> => {
  const item = await db
    .selectFrom('document_item')
    .select(['worded_by', 'ended_by', 'ended_on', 'line'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const ids = [item.worded_by, item.ended_by].filter((some) => some !== null);
  if (ids.length === 0) return { wordedBy: null, ended: null };
  const rows = await db.selectFrom('document').select(documentColumns).where('id', 'in', ids).execute();
  const names = new Map(rows.map((row) => [row.document_id, documentNameOf(row)]));
  const [wording, ending] = [names.get(item.worded_by ?? ''), names.get(item.ended_by ?? '')];
  return {
    wordedBy: wording ? { document: wording, line: item.line } : null,
    ended: ending ? { document: ending, on: storedDay(item.ended_on) } : null,
  };
};
