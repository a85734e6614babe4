import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { proposeAmendments } from '#core/plan/amended-document.ts';
import { isAmendable } from '#core/plan/compare-amendment.ts';
import type { ComparedEntry } from '#core/plan/compare-import.ts';
import type { Db } from '#server/db/database.ts';
import type { AmendedStatement, AmendmentComparison, AmendmentProposal } from './amendment-contract.ts';
import { compareWithAmended, type AmendmentBasis } from '#features/plan-import/compare-with-registers.ts';
import { summaryOf } from '#features/plan-import/preview.ts';
import { findDocumentName, getImportView, listDocumentHeads } from '#features/plan-import/reads.ts';
import { recognizeImport } from '#features/plan-import/recognize-import.ts';
import { reviewImport, type ReviewedImport } from '#features/plan-import/review/review-import.ts';
import { findImport, type ImportRow } from '#features/plan-import/store.ts';

// The words that tell what is done to a cited document often stand on the line before its number.
const wordsAround = ({ source_text: text }: ImportRow): ((line: number) => string) => {
  const lines = text?.split('\n') ?? [];
  return (line) => lines.slice(Math.max(0, line - 2), line).join(' ');
};

const listProposals = async (db: Db, reviewed: ReviewedImport): Promise<AmendmentProposal[]> => {
  const { row } = reviewed;
  const heads = await listDocumentHeads(db);
  const { recognition } = await recognizeImport(db, reviewed);
  const own = recognition.standing === 'same' ? recognition.document.id : undefined;
  const { document: head, citedDocuments: cited } = row.reading;
  const proposed = proposeAmendments(
    { head, cited, wordsAround: wordsAround(row) },
    heads.filter(({ id }) => id !== own),
  );
  const views = await Promise.all(
    proposed.map(async ({ documentId, relation, reason }) => {
      const document = await findDocumentName(db, documentId);
      return document ? [{ document, relation, reason }] : [];
    }),
  );
  return views.flat();
};

const statementOf = ({ entry, registered, differences }: ComparedEntry): AmendedStatement => ({
  readingId: entry.reading.id,
  kind: entry.kind,
  name: entry.name,
  summary: summaryOf(entry),
  quote: entry.quote ?? '',
  line: entry.reading.line,
  itemId: registered?.itemId ?? null,
  differences: [...differences],
  quoteBefore: registered?.quote ?? null,
});

const compare = async (
  db: Db,
  row: ImportRow,
  basis: AmendmentBasis,
): Promise<AmendmentComparison['comparison'] | Refusal> => {
  const compared = await compareWithAmended(db, row, basis);
  if (isRefusal(compared)) return compared;
  const document = await findDocumentName(db, basis.documentId);
  if (!document) return refuse('record.not-found', { id: basis.documentId });
  const { entries, dropped } = compared.comparison;
  const setting = entries.filter(({ entry }) => isAmendable(entry.kind));
  return {
    ...{ document, relation: basis.relation },
    added: setting.filter(({ match }) => match === 'new').map(statementOf),
    changed: setting.filter(({ match }) => match === 'differs').map(statementOf),
    same: setting.filter(({ match }) => match === 'same').length,
    dropped: dropped.map(({ itemId, entry, quote }) => ({
      ...{ itemId, quote, kind: entry.kind, name: entry.name, summary: summaryOf(entry) },
    })),
  };
};

/** What a file seems to amend, and beside a chosen document what it adds, changes and drops. */
export const getAmendmentComparison = async (
  db: Db,
  id: string,
  chosen: {
    readonly document?: string | undefined;
    readonly relation?: AmendmentBasis['relation'] | undefined;
  },
): Promise<AmendmentComparison | Refusal> => {
  const found = await findImport(db, id);
  if (!found) return refuse('record.not-found', { id });
  const reviewed = await reviewImport(db, found);
  if (isRefusal(reviewed)) return reviewed;
  const proposals = await listProposals(db, reviewed);
  const proposed = proposals.find(({ document }) => document.id === chosen.document);
  const relation = chosen.relation ?? proposed?.relation ?? 'amends';
  const comparison =
    chosen.document === undefined
      ? null
      : await compare(db, found, { documentId: chosen.document, relation });
  if (isRefusal(comparison)) return comparison;
  return { import: await getImportView(db, id), reviewVersion: reviewed.version, proposals, comparison };
};
