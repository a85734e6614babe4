import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '#core/kernel/canonical-json.ts';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { citeDocument } from '#core/report/cite-document.ts';
import { momentInWords } from '#core/report/moment-words.ts';
import { writeFindingsLetter, type FindingsLetterFacts } from '#core/report/writing/findings-letter.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db } from '#server/db/database.ts';
import type { DocumentRenderer, RenderRefusal } from '#server/report/document-renderer.ts';
import { vi as findingWords } from '#web/widgets/finding/messages.vi.ts';
import type { FindingQuery } from './contract.ts';
import { describeFinding, STATES, type DescribedFinding } from './describe-finding.ts';
import { writeFindingsSheet } from './findings-sheet.ts';
import { findProvinceName, listQuotes } from './reads.ts';

const findDocumentTitle = (
  findings: readonly DecidedFinding[],
  documentId: string | undefined,
): string | null => {
  const statements = findings.flatMap((finding) => finding.statements);
  const document = statements.find(({ place }) => place.documentId === documentId)?.document;
  if (!document) return null;
  const title = citeDocument(document);
  return document.isDraft ? `dự thảo ${title}` : title;
};

const addresseeOf = (
  findings: readonly DecidedFinding[],
  query: FindingQuery,
  title: string | null,
): string => {
  const leads = findings.flatMap((finding) => finding.leads);
  const asked = leads.find(({ code, name }) => (code ?? name) === query.agency);
  if (asked) return asked.name;
  return title === null ? 'Các cơ quan chủ trì soạn thảo văn bản' : `Cơ quan chủ trì soạn thảo ${title}`;
};

// What was narrowed must be said: a part of the list would pass for all of it.
const narrowedTo = (
  findings: readonly DecidedFinding[],
  { kind, severity, state, agency, indicatorCode, itemId }: FindingQuery,
  document: string | null,
): readonly string[] => {
  const lead = findings.flatMap(({ leads }) => leads).find(({ code, name }) => (code ?? name) === agency);
  const item = findings
    .flatMap(({ statements }) => statements)
    .find(({ place }) => itemId !== undefined && place.id === itemId);
  return [
    ...(severity === undefined ? [] : [`mức độ ${findingWords.severities[severity]}`]),
    ...(kind === undefined ? [] : [`loại “${findingWords.kinds[kind]}”`]),
    ...(state === undefined ? [] : [`tình trạng ${STATES[state]}`]),
    ...(agency === undefined ? [] : [`cơ quan chủ trì ${lead?.name ?? agency}`]),
    ...(document === null ? [] : [`văn bản ${document}`]),
    ...(indicatorCode === undefined ? [] : [`chỉ số thành phần ${indicatorCode}`]),
    ...(item === undefined ? [] : [`nội dung “${item.name}”`]),
  ];
};

// What is said of a document stands first: the letter is about it.
const withDocumentFirst = (finding: DecidedFinding, documentId: string | undefined): DecidedFinding => ({
  ...finding,
  statements: finding.statements.toSorted(
    (one, other) =>
      Number(other.place.documentId === documentId) - Number(one.place.documentId === documentId),
  ),
});

/**
 * The contradictions as a file for whoever drafts: a workbook to work with, or a letter in the form of the decree. The
 * letter says what is not consistent yet: what was settled or accepted is left out of it. Refused when too many papers wait, or when it would take too long.
 */
export const exportFindings = async (
  { db, documentRenderer }: { readonly db: Db; readonly documentRenderer: DocumentRenderer },
  findings: readonly DecidedFinding[],
  { format, ...query }: FindingQuery & { readonly format?: 'xlsx' | 'docx' | undefined },
  { today, now }: { readonly today: PlainDate; readonly now: string },
): Promise<FileAnswer | RenderRefusal> => {
  const quotes = await listQuotes(
    db,
    findings.flatMap(({ statements }) => statements.map(({ place }) => place.id)),
  );
  const told = format === 'docx' ? findings.filter(({ state }) => state === 'open') : findings;
  const described: readonly DescribedFinding[] = told.map((finding) =>
    describeFinding(withDocumentFirst(finding, query.documentId), quotes),
  );
  const document = findDocumentTitle(findings, query.documentId);
  if (format !== 'docx') return writeFindingsSheet(described, today, narrowedTo(findings, query, document));
  const facts: FindingsLetterFacts = {
    province: await findProvinceName(db),
    ...{ asOf: today, document, findings: described },
    addressee: addresseeOf(findings, query, document),
    // The letter speaks of the document by its subject, and of what is open only.
    narrowedTo: narrowedTo(findings, { ...query, state: undefined }, null),
  };
  // Safe: facts are values of JSON alone.
  const factsHash = createHash('sha256')
    .update(canonicalJson(facts as unknown as JsonValue))
    .digest('hex');
  const letter = writeFindingsLetter(facts, { id: null, factsHash, asOf: momentInWords(now) });
  const content = await documentRenderer.render({ document: letter, format: 'docx' });
  if (isRefusal(content)) return content;
  return { name: `noi-dung-chua-thong-nhat-${today}.docx`, mediaType: MEDIA_TYPES.docx, content };
};
