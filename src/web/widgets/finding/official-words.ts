import { withoutEmphasis } from '#core/kernel/text.ts';
import { citeDocument } from '#core/report/cite-document.ts';
import type { FindingFact } from '#core/report/writing/finding-facts.ts';
import type { FindingScope } from '#contract/consistency.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { vi as itemWords } from '#web/widgets/plan-item/messages.vi.ts';
import { vi as adviceWords } from './advice.vi.ts';
import { explainFinding } from './explanation.ts';
import { vi as findingWords } from './messages.vi.ts';
import { describeRecomputed, isTotal } from './recomputed-words.ts';
import { describeStatement } from './statement-words.ts';

const format = buildFormat('vi');

/** Screens set per cent apart; official documents don't: "57,6%". */
const onPaper = (words: string): string => words.replace(/(\d)\s%/gu, '$1%');

/** Puts a contradiction into official Vietnamese; `quotes` has the words of items in their sources. */
export const describeFinding = (
  finding: DecidedFinding,
  quotes: ReadonlyMap<string, string>,
): FindingFact => ({
  kind: findingWords.kinds[finding.kind],
  severity: finding.severity,
  subject: isTotal(finding) ? findingWords.total : finding.subject,
  explanation: explainFinding(finding, findingWords),
  remark: onPaper(
    [
      describeRecomputed(finding, format, findingWords),
      finding.populationsDiffer ? 'Đối tượng tính ghi khác nhau.' : '',
      finding.subjectsDiffer ? 'Trước và sau sáp nhập.' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  ),
  advice: adviceWords[finding.kind],
  leads: finding.leads.map(({ name }) => name),
  sides: finding.statements.map((statement) => ({
    document: citeDocument(statement.document),
    line: statement.place.line,
    says: onPaper(
      `${findingWords.roles[statement.role]}: ${describeStatement(statement, format, findingWords, itemWords)}`,
    ),
    quote: withoutEmphasis(quotes.get(statement.place.id) ?? statement.name),
  })),
});

/** Puts what is said of a document first: the words are about it. */
export const withDocumentFirst = (finding: DecidedFinding, documentId: string): DecidedFinding => ({
  ...finding,
  statements: finding.statements.toSorted(
    (one, other) =>
      Number(other.place.documentId === documentId) - Number(one.place.documentId === documentId),
  ),
});

/** A document by its citation; a draft is said to be one. */
export const citeChecked = (document: DocumentName): string =>
  document.isDraft ? `dự thảo ${citeDocument(document)}` : citeDocument(document);

/** Name of the agency that is asked for, as one of the contradictions spells it. */
export const findAskedAgency = (
  findings: readonly DecidedFinding[],
  { agency }: FindingScope,
): string | undefined =>
  findings.flatMap(({ leads }) => leads).find(({ code, name }) => (code ?? name) === agency)?.name;

/** What contradictions are narrowed to, in words: a part of the list would otherwise pass for all of it. */
export const scopeInWords = (findings: readonly DecidedFinding[], scope: FindingScope): readonly string[] => {
  const { kind, severity, agency, indicatorCode, itemId } = scope;
  const item = findings
    .flatMap(({ statements }) => statements)
    .find(({ place }) => itemId !== undefined && place.id === itemId);
  return [
    ...(severity === undefined ? [] : [`mức độ ${findingWords.severities[severity]}`]),
    ...(kind === undefined ? [] : [`loại “${findingWords.kinds[kind]}”`]),
    ...(agency === undefined ? [] : [`cơ quan chủ trì ${findAskedAgency(findings, scope) ?? agency}`]),
    ...(indicatorCode === undefined ? [] : [`chỉ số thành phần ${indicatorCode}`]),
    ...(item === undefined ? [] : [`nội dung “${item.name}”`]),
  ];
};
