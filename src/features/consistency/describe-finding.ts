import { withoutEmphasis } from '#core/kernel/text.ts';
import { citeDocument } from '#core/report/cite-document.ts';
import type { FindingFact } from '#core/report/writing/findings-letter.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { vi as adviceWords } from '#web/widgets/finding/advice.vi.ts';
import { explainFinding } from '#web/widgets/finding/explanation.ts';
import { vi as findingWords } from '#web/widgets/finding/messages.vi.ts';
import { describeRecomputed, isTotal } from '#web/widgets/finding/recomputed-words.ts';
import { describeStatement } from '#web/widgets/finding/statement-words.ts';
import { vi as itemWords } from '#web/widgets/plan-item/messages.vi.ts';

/** A contradiction in the words of the documents that are sent to a drafting office. */
export interface DescribedFinding extends FindingFact {
  readonly severityName: string;
  /** Names of the agencies that lead its items. */
  readonly leads: string;
  readonly state: string;
  readonly note: string;
}

/** How a contradiction stands, in official words. */
export const STATES = {
  open: 'chưa xử lý',
  resolved: 'đã xử lý',
  accepted: 'chấp nhận',
} as const satisfies Record<DecidedFinding['state'], string>;

const format = buildFormat('vi');

/** Screens set per cent apart; official documents don't: "57,6%". */
const onPaper = (words: string): string => words.replace(/(\d)\s%/gu, '$1%');

const notesOf = ({ decision, outdated }: DecidedFinding): string => {
  if (decision && decision.decision !== 'reopened') return decision.note;
  if (!outdated) return '';
  const day = format.instant(outdated.decidedAt);
  return `Đã xử lý lúc ${day} với nội dung “${outdated.note}”; số liệu đã thay đổi.`;
};

/** Puts a contradiction into official Vietnamese; `quotes` has the words of items in their sources. */
export const describeFinding = (
  finding: DecidedFinding,
  quotes: ReadonlyMap<string, string>,
): DescribedFinding => ({
  kind: findingWords.kinds[finding.kind],
  severity: finding.severity,
  severityName: findingWords.severities[finding.severity],
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
  sides: finding.statements.map((statement) => ({
    document: citeDocument(statement.document),
    line: statement.place.line,
    says: onPaper(
      `${findingWords.roles[statement.role]}: ${describeStatement(statement, format, findingWords, itemWords)}`,
    ),
    quote: withoutEmphasis(quotes.get(statement.place.id) ?? statement.name),
  })),
  leads: finding.leads.map(({ name }) => name).join('; '),
  state: STATES[finding.state],
  note: notesOf(finding),
});
