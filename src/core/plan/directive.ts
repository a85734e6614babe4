import type { PlainDate } from '#core/kernel/plain-date.ts';
import { tidy } from '#core/kernel/text.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { PlanReading, TaskReading } from '#core/plan-reading/reading.ts';

/** Documents that give work outside plans, with the kind that stands over their number. */
export const DIRECTIVE_KINDS = {
  conclusion: 'Thông báo kết luận',
  directive: 'Chỉ thị',
  letter: 'Công văn',
  inspection: 'Kết luận kiểm tra',
} as const;
export type DirectiveKind = keyof typeof DIRECTIVE_KINDS;

/** A task that such a document gives; agencies by names that the directory knows. */
export interface DirectiveTask {
  readonly name: string;
  /** Of an inspection, what was found that the task is to mend. */
  readonly finding: string | null;
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  /** When it is due, in the words of the document. */
  readonly due: string | null;
  readonly expectedResult: string | null;
}

/** A directive, a conclusion or an inspection as somebody enters it by hand. */
export interface Directive {
  readonly kind: DirectiveKind;
  readonly docNumber: string;
  readonly issueDate: PlainDate;
  readonly issuer: string;
  readonly subject: string;
  readonly tasks: readonly DirectiveTask[];
}

const sentence = (words: string): string => tidy(words).replace(/[.;,\s]+$/u, '');

const withCapital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

const lineOf = (task: DirectiveTask, place: number): string =>
  [
    `${String(place + 1)}.`,
    ...(task.finding === null ? [] : [`Phát hiện: ${sentence(task.finding)}.`]),
    `Giao ${task.leads.join(', ')} chủ trì${
      task.coordinating.length === 0 ? '' : `, phối hợp với ${task.coordinating.join(', ')}`
    }: ${sentence(task.name)}.`,
    ...(task.expectedResult === null ? [] : [`Kết quả: ${sentence(task.expectedResult)}.`]),
    ...(task.due === null ? [] : [`Thời hạn: ${sentence(task.due)}.`]),
  ].join(' ');

const readTask = (task: DirectiveTask, place: number, line: number, year: number): TaskReading => ({
  id: `task-${String(place + 1)}`,
  ...{ quote: lineOf(task, place), line, appendix: null, section: null, order: String(place + 1) },
  ...{ kind: 'prose-block', name: withCapital(sentence(task.name)), role: null, issuingAgencies: [] },
  ...{ leadRaw: task.leads.join('; '), leadAgencies: task.leads },
  coordinatingRaw: task.coordinating.length === 0 ? null : task.coordinating.join('; '),
  coordinatingAgencies: task.coordinating,
  expectedResult: task.expectedResult === null ? null : sentence(task.expectedResult),
  deadline: task.due === null ? null : parsePeriod(sentence(task.due), { year }),
  deadlineColumn: null,
  note: task.finding === null ? null : `Phát hiện: ${sentence(task.finding)}`,
});

/**
 * Writes what somebody has entered as a document, and what the document says: the same door by which every task enters the
 * registers. Each task stands on a line of its own, so that it can be followed back to it.
 */
export const writeDirective = (
  directive: Directive,
): { readonly text: string; readonly reading: PlanReading } => {
  const { kind, docNumber, issueDate, issuer, subject, tasks } = directive;
  const [year = '', month = '', day = ''] = issueDate.split('-');
  const head = [
    issuer.toLocaleUpperCase('vi'),
    `Số: ${tidy(docNumber)}`,
    `ngày ${day} tháng ${month} năm ${year}`,
    DIRECTIVE_KINDS[kind].toLocaleUpperCase('vi'),
    tidy(subject),
  ];
  const firstLine = head.length + 1;
  return {
    text: [...head, ...tasks.map(lineOf)].join('\n'),
    reading: {
      document: {
        ...{ file: null, docType: DIRECTIVE_KINDS[kind], attachedDocType: null, docNumber: tidy(docNumber) },
        ...{ docNumberRaw: null, issueDate, issueDateRaw: null, year: Number(year), issuingAgency: issuer },
        ...{ subjectLine: tidy(subject), isDraft: false, signerName: null, signerTitle: null },
        ...{ recipients: [], legalBasis: [] },
      },
      tasks: tasks.map((task, place) => readTask(task, place, firstLine + place, Number(year))),
      ...{ targets: [], projects: [], indicatorScores: [], gaps: [], results: [] },
      ...{ resources: [], citedDocuments: [], reportingDuties: [], warnings: [] },
    },
  };
};
