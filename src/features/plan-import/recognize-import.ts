import { compareImport, type ComparedEntry } from '#core/plan/compare-import.ts';
import { listAlikeDocuments, type IdentifyingHead } from '#core/plan/document-identity.ts';
import type { RegisteredItem } from '#core/plan/match-items.ts';
import {
  measureSharedText,
  recognizeDocument,
  saysItReplaces,
  type ComparedDocument,
  type Recognition,
} from '#core/plan/recognize-document.ts';
import { buildRegisterEntries, type RegisterEntry } from '#core/plan/register-entry.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listDocumentHeads } from './reads.ts';
import { listRegisteredItems } from './register/item-history-store.ts';
import type { ReviewedImport } from './review/review-import.ts';

type RegisteredHead = IdentifyingHead & { readonly id: string };

/** A registered document that a file may be, with what the register has of it and how the file stands against that. */
type AlikeImport = ComparedDocument<RegisteredHead> & {
  readonly compared: readonly ComparedEntry[];
  readonly items: readonly RegisteredItem[];
};

const compareWith = async (
  db: Db | Tx,
  entries: readonly RegisterEntry[],
  alike: ReturnType<typeof listAlikeDocuments<RegisteredHead>>[number],
): Promise<AlikeImport> => {
  const items = await listRegisteredItems(db, alike.document.id);
  const compared = compareImport(entries, items);
  return { ...alike, items, compared, sharedText: measureSharedText(compared, items) };
};

/** Where a file stands: the document that it is or may be, and its statements beside the items of that. */
export interface RecognizedImport {
  readonly recognition: Recognition<RegisteredHead>;
  /** How much of the smaller one both say alike, from 0 to 1; null of a file that looks like no document. */
  readonly sharedText: number | null;
  readonly compared: readonly ComparedEntry[];
  readonly items: readonly RegisteredItem[];
}

const standsAlone = (entries: readonly RegisterEntry[]): RecognizedImport => ({
  ...{ recognition: { standing: 'new' }, sharedText: null, items: [] },
  compared: compareImport(entries, []),
});

/** Tells which registered document an import is, as its reviewers have left it. An entered one is what it was entered into. */
export const recognizeImport = async (
  db: Db | Tx,
  { row, review }: ReviewedImport,
): Promise<RecognizedImport> => {
  const entries = buildRegisterEntries(row.reading);
  const heads = await listDocumentHeads(db);
  const entered = heads.find(({ id }) => row.state === 'accepted' && id === row.document_id);
  const alike = entered
    ? [{ document: entered, by: 'number' as const }]
    : listAlikeDocuments(row.reading.document, heads);
  const compared = await Promise.all(alike.map((one) => compareWith(db, entries, one)));
  const recognition = recognizeDocument(compared, review.document, saysItReplaces(row.source_text ?? ''));
  if (recognition.standing === 'new') return standsAlone(entries);
  const found = compared.find(({ document }) => document.id === recognition.document.id);
  return found ? { recognition, ...found } : standsAlone(entries);
};
