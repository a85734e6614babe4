import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listNewFacts, type DocumentHeadFacts } from '#core/plan/complete-head.ts';
import { PlanReading } from '#contract/plan-reading.ts';
import type { Tx } from '#server/db/database.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { headColumns } from '#features/plan-import/register/document-rows.ts';
import { setDocumentOrigin, updateDocumentHead } from '#features/plan-import/register/document-store.ts';
import { listItemHistories } from '#features/plan-import/register/item-history-store.ts';
import { restoreItems, separateItems, type RestoredItem } from './restore-items.ts';
import type { ImportContext } from '#features/plan-import/import-context.ts';
import { auditImport } from '#features/plan-import/audit-import.ts';
import { appendRevisions, lockImport, lockRegisters, type ImportRow } from '#features/plan-import/store.ts';
import {
  countObstacles,
  listAcceptedImports,
  listIssueDates,
  listSources,
  listTouchedItems,
} from './undo-reads.ts';
import { lockItems, markUndone, removeDocument, removeItems, removeUndoneSource } from './undo-store.ts';

/** An accepted import and everything that it entered. */
interface Undoing {
  readonly row: ImportRow;
  readonly documentId: string;
  readonly restored: readonly RestoredItem[];
  readonly removed: readonly { readonly itemId: string; readonly reading: object }[];
  readonly others: Awaited<ReturnType<typeof listAcceptedImports>>;
}

const prepare = async (tx: Tx, row: ImportRow, documentId: string): Promise<Undoing> => {
  const histories = await listItemHistories(tx, await listTouchedItems(tx, row.id));
  const { restored, removed } = separateItems(histories, row.id);
  const accepted = await listAcceptedImports(tx, documentId);
  return {
    ...{ row, documentId, restored },
    removed: removed.flatMap(({ itemId, revisions }) => {
      const last = revisions.at(-1);
      return last ? [{ itemId, reading: last.statement.reading }] : [];
    }),
    others: accepted.filter(({ id }) => id !== row.id),
  };
};

const findObstacles = async (tx: Tx, { row, documentId, restored, removed, others }: Undoing) => {
  const removedIds = removed.map(({ itemId }) => itemId);
  await lockItems(tx, removedIds);
  return countObstacles(tx, {
    ...{ importId: row.id, documentId, fileName: row.file_name },
    decidedAt: row.decided_at ?? row.uploaded_at,
    touched: [...removedIds, ...restored.map(({ history }) => history.itemId)],
    removed: removedIds,
    isDocumentRemoved: others.length === 0,
  });
};

/** The head that the files of a document give it, the first one first. */
const headOf = (others: Undoing['others']): DocumentHeadFacts | undefined =>
  others
    .map(({ reading }) => PlanReading.parse(reading).document)
    .reduce<DocumentHeadFacts | undefined>(
      (head, { file: _file, ...read }) => (head ? { ...head, ...listNewFacts(head, read) } : read),
      undefined,
    );

const restoreDocument = async (
  tx: Tx,
  { documentId, others, row }: Undoing,
  directory: Awaited<ReturnType<typeof readAgencyDirectory>>,
): Promise<void> => {
  const head = headOf(others);
  if (!head) return;
  await updateDocumentHead(tx, documentId, headColumns(head, directory));
  const isImported = others.some(({ origin }) => origin === 'document');
  if (row.source_text !== null)
    await setDocumentOrigin(tx, documentId, isImported ? 'document' : 'reviewed-reading');
};

const takeBack = async (tx: Tx, context: ImportContext, undoing: Undoing): Promise<void> => {
  const { row, documentId, restored, removed, others } = undoing;
  const at = context.clock.now();
  const directory = await readAgencyDirectory(tx);
  const words = restored.map(({ state }) => state);
  await restoreItems(tx, restored, {
    directory,
    sources: await listSources(
      tx,
      words.map((state) => state.words.importId),
    ),
    issueDates: await listIssueDates(
      tx,
      words.flatMap(({ endedBy }) => endedBy ?? []),
    ),
  });
  await removeItems(
    tx,
    removed.map(({ itemId }) => itemId),
  );
  await appendRevisions(tx, 'undone', row.id, at, [
    ...restored.map(({ history, state }) => ({
      itemId: history.itemId,
      reading: state.values.statement.reading,
    })),
    ...removed,
  ]);
  await markUndone(tx, row.id, { at, by: context.accountId });
  await removeUndoneSource(tx, row.id);
  if (others.length === 0) await removeDocument(tx, documentId);
  else await restoreDocument(tx, undoing, directory);
  await auditImport(tx, context, 'plan-import.undo', row.id, {
    details: {
      documentId,
      ...{ removed: removed.length, restored: restored.length, documentRemoved: others.length === 0 },
    },
    ...{ before: { state: 'accepted' }, after: { state: 'undone' } },
  });
};

/**
 * Takes an accepted import back, all or nothing: what it changed gets its earlier values back, what it alone registered
 * leaves the registers, and its history stays. Refused while anything was built on it; undoing twice changes nothing.
 */
export const undoImport = (context: ImportContext, id: string): Promise<{ readonly id: string } | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    await lockRegisters(tx);
    const row = await lockImport(tx, id);
    if (!row) return refuse('record.not-found', { id });
    if (row.state === 'undone') return { id };
    if (row.state !== 'accepted' || row.document_id === null)
      return refuse('plan-import.not-accepted', { id });
    const undoing = await prepare(tx, row, row.document_id);
    const obstacles = await findObstacles(tx, undoing);
    if (Object.keys(obstacles).length > 0) return refuse('plan-import.built-on', { id, obstacles });
    await takeBack(tx, context, undoing);
    return { id };
  });
