import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import { listQuotes } from '#server/consistency/item-quotes.ts';
import type { Db } from '#server/db/database.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { vi as findingWords } from '#web/widgets/finding/messages.vi.ts';
import {
  citeChecked,
  describeFinding,
  scopeInWords,
  withDocumentFirst,
} from '#web/widgets/finding/official-words.ts';
import type { FindingQuery } from './contract.ts';
import { writeFindingsSheet, type FindingRow } from './findings-sheet.ts';

const STATES = {
  open: 'chưa xử lý',
  resolved: 'đã xử lý',
  accepted: 'chấp nhận',
} as const satisfies Record<DecidedFinding['state'], string>;

const format = buildFormat('vi');

const noteOf = ({ decision, outdated }: DecidedFinding): string => {
  if (decision && decision.decision !== 'reopened') return decision.note;
  if (!outdated) return '';
  const day = format.instant(outdated.decidedAt);
  return `Đã xử lý lúc ${day} với nội dung “${outdated.note}”; số liệu đã thay đổi.`;
};

const rowOf = (finding: DecidedFinding, quotes: ReadonlyMap<string, string>): FindingRow => ({
  ...describeFinding(finding, quotes),
  severityName: findingWords.severities[finding.severity],
  state: STATES[finding.state],
  note: noteOf(finding),
});

const narrowedTo = (
  findings: readonly DecidedFinding[],
  { state, documentId, ...scope }: FindingQuery,
): readonly string[] => {
  const statements = findings.flatMap((finding) => finding.statements);
  const document = statements.find(({ place }) => place.documentId === documentId)?.document;
  return [
    ...(state === undefined ? [] : [`tình trạng ${STATES[state]}`]),
    ...(document === undefined ? [] : [`văn bản ${citeChecked(document)}`]),
    ...scopeInWords(findings, scope),
  ];
};

/** The contradictions as a workbook for whoever drafts; what it is narrowed to stands in it. */
export const writeFindingsFile = async (
  db: Db,
  findings: readonly DecidedFinding[],
  query: FindingQuery,
  today: PlainDate,
): Promise<FileAnswer> => {
  const quotes = await listQuotes(
    db,
    findings.flatMap(({ statements }) => statements.map(({ place }) => place.id)),
  );
  const { documentId } = query;
  const ordered =
    documentId === undefined ? findings : findings.map((finding) => withDocumentFirst(finding, documentId));
  return writeFindingsSheet(
    ordered.map((finding) => rowOf(finding, quotes)),
    today,
    narrowedTo(findings, query),
  );
};
