import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { compareAmendment, type ComparedAmendment } from '#core/plan/compare-amendment.ts';
import type { ComparedEntry } from '#core/plan/compare-import.ts';
import { listUnmatched, type RegisteredItem } from '#core/plan/match-items.ts';
import { buildRegisterEntries } from '#core/plan/register-entry.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import type { PlanImportDecisions, RegisteredTarget } from './contract.ts';
import { listRegisteredTargets } from './offer/improvement-plan-reads.ts';
import { recognizeImport, type RecognizedImport } from './recognize-import.ts';
import { listOpenItems } from './register/item-history-store.ts';
import { listDocumentHeads } from './reads.ts';
import { reviewImport, type ReviewedImport } from './review/review-import.ts';
import { findImport, type ImportRow } from './store.ts';

/** An import, its reading as reviewers have left it, beside the registers as they are now. */
export interface ComparedImport extends ReviewedImport {
  readonly directory: AgencyDirectory;
  /** The registered document that it is or may be. */
  readonly documentId: string | undefined;
  readonly recognized: Pick<RecognizedImport, 'recognition' | 'sharedText'>;
  readonly compared: readonly ComparedEntry[];
  readonly missing: readonly RegisteredItem[];
  /** Of a kept improvement plan: what other documents set for the same index components, by component. */
  readonly elsewhere: ReadonlyMap<string, readonly RegisteredTarget[]>;
}

const listElsewhere = (
  db: Db | Tx,
  row: ImportRow,
  documentId: string | undefined,
): Promise<ComparedImport['elsewhere']> => {
  const codes = row.reading.targets.flatMap(({ indicatorCode }) => indicatorCode ?? []);
  return listRegisteredTargets(db, row.improvement_plan_id === null ? [] : [...new Set(codes)], documentId);
};

/** The document with which an amending one is compared, and what it does to it. */
export type AmendmentBasis = Pick<NonNullable<PlanImportDecisions['amendment']>, 'documentId' | 'relation'>;

/** An import beside the open items of the document that it amends or replaces. */
export interface ComparedWithAmended {
  readonly imported: ReviewedImport;
  readonly comparison: ComparedAmendment;
}

/** Compares a document that is in no register yet with the one that it amends or replaces. */
export const compareWithAmended = async (
  db: Db | Tx,
  found: ImportRow,
  { documentId, relation }: AmendmentBasis,
): Promise<ComparedWithAmended | Refusal> => {
  const imported = await reviewImport(db, found);
  if (isRefusal(imported)) return imported;
  const heads = await listDocumentHeads(db);
  if (!heads.some(({ id }) => id === documentId)) return refuse('record.not-found', { id: documentId });
  // Whoever names what it amends has answered whether it is a document of its own.
  const { recognition } = await recognizeImport(db, imported);
  if (found.state === 'draft' && recognition.standing === 'same') {
    return refuse('plan-import.not-amending', { documentId });
  }
  const entries = buildRegisterEntries(imported.row.reading);
  return { imported, comparison: compareAmendment(entries, await listOpenItems(db, documentId), relation) };
};

/** Compares an import, as its reviewers have left it, with the registers. */
export const compareWithRegisters = async (
  db: Db | Tx,
  found: ImportRow,
): Promise<ComparedImport | Refusal> => {
  const reviewed = await reviewImport(db, found);
  if (isRefusal(reviewed)) return reviewed;
  const { row } = reviewed;
  const { recognition, sharedText, compared, items } = await recognizeImport(db, reviewed);
  const documentId = recognition.standing === 'new' ? undefined : recognition.document.id;
  return {
    ...reviewed,
    directory: await readAgencyDirectory(db),
    documentId,
    recognized: { recognition, sharedText },
    compared,
    missing: listUnmatched(items, compared),
    elsewhere: await listElsewhere(db, row, documentId),
  };
};

/** Compares an import with the registers, for a person to review. */
export const getComparedImport = async (db: Db, id: string): Promise<ComparedImport | Refusal> => {
  const row = await findImport(db, id);
  return row ? compareWithRegisters(db, row) : refuse('record.not-found', { id });
};
