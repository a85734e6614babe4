import { v7 as newId } from 'uuid';
import type { Insertable } from 'kysely';
import type { DocumentHead } from '#core/plan-reading/reading.ts';
import type { ItemChange } from '#core/plan/compare-import.ts';
import { listNewFacts } from '#core/plan/complete-head.ts';
import { findPlanOfDocument } from '#core/plan/plan-of-document.ts';
import { dayOrNull } from '#core/plan/read-day.ts';
import type { RegisterEntry } from '#core/plan/register-entry.ts';
import type { Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { DB } from '#server/db/schema.gen.ts';
import { headColumns } from './document-rows.ts';
import { getDocumentHead, insertDocument, setDocumentOrigin, updateDocumentHead } from './document-store.ts';
import { buildItemRow, buildPlaceColumns, type ItemOrigin } from './item-rows.ts';
import { changeOtherDocuments } from './register-changes.ts';
import type { Registration } from './registration.ts';
import { freeKey, insertDetails, rewriteItems } from './register-items.ts';
import {
  appendRevisions,
  insertPlan,
  insertSource,
  listItemKeys,
  updatePlaces,
} from '#features/plan-import/store.ts';

const buildDocumentRow = (
  head: DocumentHead,
  { row, directory, at, by }: Registration,
): Insertable<DB['document']> & { readonly id: string } => ({
  ...headColumns(head, directory),
  id: newId(),
  origin: row.origin,
  registered_at: at,
  registered_by: by,
});

/** Gives a registered document what another file of it says for the first time. */
const completeDocument = async (
  tx: Tx,
  documentId: string,
  { row, directory }: Registration,
): Promise<readonly string[]> => {
  const registered = await getDocumentHead(tx, documentId);
  const { file: _file, ...read } = row.reading.document;
  const facts = listNewFacts(registered, read);
  const completed = Object.keys(facts);
  if (completed.length > 0)
    await updateDocumentHead(tx, documentId, headColumns({ ...registered, ...facts }, directory));
  return completed;
};

const registerDocument = async (tx: Tx, registration: Registration): Promise<string> => {
  const head = registration.row.reading.document;
  const document = buildDocumentRow(head, registration);
  await insertDocument(tx, document);
  const plan = findPlanOfDocument(registration.row.reading);
  if (plan) {
    await insertPlan(tx, {
      document_id: document.id,
      name: plan.name,
      period_start: dayOrNull(plan.periodStart),
      period_end: dayOrNull(plan.periodEnd),
    });
  }
  return document.id;
};

const registerSource = async (
  tx: Tx,
  documentId: string,
  { row, at, by }: Registration,
): Promise<string | null> => {
  if (row.source_text === null) return null;
  const id = newId();
  await insertSource(tx, {
    id,
    document_id: documentId,
    sha256: row.sha256,
    file_name: row.file_name,
    source_text: row.source_text,
    imported_at: at,
    imported_by: by,
  });
  await setDocumentOrigin(tx, documentId, 'document');
  return id;
};

interface NewItem {
  readonly itemId: string;
  readonly itemKey: string;
  readonly entry: RegisterEntry;
}

const nameItems = (entries: readonly RegisterEntry[], keys: ReadonlySet<string>): readonly NewItem[] => {
  const taken = new Set(keys);
  return entries.map((entry) => {
    const itemKey = freeKey(entry.reading.id, taken);
    taken.add(itemKey);
    return { itemId: newId(), itemKey, entry };
  });
};

const readingsOf = (items: readonly ItemChange[]) =>
  items.map(({ itemId, entry }) => ({ itemId, reading: entry.reading }));

const addItems = async (tx: Tx, registration: Registration, origin: ItemOrigin): Promise<void> => {
  const { plan, directory, row, at } = registration;
  const items = nameItems(plan.added, await listItemKeys(tx, origin.documentId));
  await insertRows(
    tx,
    'document_item',
    items.map(({ entry, itemId, itemKey }) => buildItemRow(entry, itemId, itemKey, origin)),
  );
  await insertDetails(tx, items, directory);
  await appendRevisions(tx, 'registered', row.id, at, readingsOf(items));
};

const quoteItems = async (tx: Tx, { plan, row, at }: Registration, origin: ItemOrigin): Promise<void> => {
  await updatePlaces(
    tx,
    plan.quoted.map(({ itemId, entry }) => ({ id: itemId, ...buildPlaceColumns(entry, origin) })),
  );
  await appendRevisions(tx, 'quoted', row.id, at, readingsOf(plan.quoted));
};

const replaceItems = async (tx: Tx, registration: Registration, origin: ItemOrigin): Promise<void> => {
  const { plan, directory, row, at } = registration;
  const withQuote = plan.replaced.filter(({ entry }) => entry.quote !== null);
  await updatePlaces(
    tx,
    withQuote.map(({ itemId, entry }) => ({ id: itemId, ...buildPlaceColumns(entry, origin) })),
  );
  await rewriteItems(tx, plan.replaced, directory);
  await appendRevisions(tx, 'replaced', row.id, at, readingsOf(plan.replaced));
};

/** The document that an import was entered into, and the facts of its head that the import brought. */
export interface Registered {
  readonly documentId: string;
  readonly completed: readonly string[];
}

/** Enters an import into the registers within the given transaction. */
export const registerImport = async (tx: Tx, registration: Registration): Promise<Registered> => {
  const known = registration.documentId;
  const completed = known === undefined ? [] : await completeDocument(tx, known, registration);
  const documentId = known ?? (await registerDocument(tx, registration));
  const sourceId = await registerSource(tx, documentId, registration);
  const origin: ItemOrigin = { documentId, sourceId };
  await addItems(tx, registration, origin);
  await quoteItems(tx, registration, origin);
  await replaceItems(tx, registration, origin);
  await changeOtherDocuments(tx, registration, origin);
  return { documentId, completed };
};
