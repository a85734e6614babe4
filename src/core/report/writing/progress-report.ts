import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { numberCaptions } from '#core/report/captions.ts';
import {
  headOfPaper,
  letterheadOf,
  provinceLetterhead,
  type Issuer,
  type Letterhead,
} from '#core/report/letterhead.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  DocumentOrigin,
  OfficialDocument,
} from '#core/report/official-document.ts';
import {
  capitalized,
  dayInFigures,
  joinNames,
  periodText,
  type ReportPeriod,
} from '#core/report/official-wording.ts';
import { provinceOf, provinceWords, type ProvinceFacts } from '#core/report/province.ts';
import {
  namedPeriod,
  nextPeriod,
  periodDays,
  sameDayYearBefore,
  yearBefore,
} from '#core/report/report-period.ts';
import {
  directionBlocks,
  doneComparison,
  shortcomingBlocks,
  targetBlocks,
  taskSentences,
} from './progress-sections.ts';
import { countChart, countTable } from './task-count-blocks.ts';
import { targetResultAnnex, taskAnnex } from './task-annexes.ts';
import { sourceWord, tasksByLead, type PlanFact, type TargetFact, type TaskFact } from './task-facts.ts';

interface ProgressFacts extends ProvinceFacts {
  readonly period: ReportPeriod;
  /** The day on which tasks stand as told. */
  readonly asOf: PlainDate;
  /** One plan, or all of them. */
  readonly plans: readonly PlanFact[];
  readonly isWholeRegister: boolean;
  readonly tasks: readonly TaskFact[];
  readonly targets: readonly TargetFact[];
}

/** All that a report on a plan, or on all plans, says. */
export interface ProgressReportFacts extends ProgressFacts {
  readonly kind: 'progress-report';
}

/** All that an agency's own report says; tasks and targets are those that it leads. */
export interface AgencyReportFacts extends ProgressFacts {
  readonly kind: 'agency-report';
  readonly agency: Issuer;
}

const countDone = (
  tasks: readonly TaskFact[],
  { start, end }: { readonly start: string; readonly end: string },
): number => tasks.filter(({ doneOn }) => doneOn !== null && doneOn >= start && doneOn <= end).length;

const SHARED_NOTE =
  'nhiệm vụ do nhiều cơ quan chủ trì được tính ở từng cơ quan; dòng tổng số tính mỗi nhiệm vụ một lần';

const UNLED = 'Chưa xác định cơ quan chủ trì';

const taskResultBlocks = (
  { tasks, plans, period, asOf }: ProgressFacts,
  byAgency: boolean,
): readonly DocumentBlock[] => {
  if (tasks.length === 0) return [];
  const byPlan = groupBy(tasks, ({ plan }) => plan);
  const byLead = tasksByLead(tasks);
  const unled = tasks.filter(({ leads }) => leads.length === 0);
  const source = sourceWord(plans);
  const done = countDone(tasks, periodDays(period));
  // Of a period that is not over, the same days of the year before.
  const { start, end } = periodDays(yearBefore(period));
  const sameDay = sameDayYearBefore(asOf);
  const before = countDone(tasks, { start, end: sameDay < end ? sameDay : end });
  return [
    { kind: 'heading', level: 2, title: 'Kết quả thực hiện nhiệm vụ' },
    ...taskSentences(tasks, dayInFigures(asOf)),
    ...doneComparison(done, before, periodText(period)),
    // Before the tables: they go on over pages, a chart that finds no place leaves one half empty.
    ...(byAgency && byLead.size > 1 ? countChart(byLead, `Bảng ${plans.length > 1 ? '2' : '1'}`) : []),
    ...(plans.length > 1 ? [countTable(`Nhiệm vụ theo ${source}`, capitalized(source), byPlan, tasks)] : []),
    ...(byAgency && byLead.size > 1
      ? [
          countTable(
            'Nhiệm vụ theo cơ quan chủ trì',
            'Cơ quan chủ trì',
            unled.length === 0 ? byLead : new Map([...byLead, [UNLED, unled]]),
            tasks,
            tasks.some(({ leads }) => leads.length > 1) ? SHARED_NOTE : null,
          ),
        ]
      : []),
  ];
};

const annexesOf = ({ tasks, targets }: ProgressFacts): readonly DocumentAnnex[] => [
  ...(tasks.length === 0 ? [] : [taskAnnex(tasks, 'Tình hình thực hiện nhiệm vụ')]),
  ...(targets.length === 0 ? [] : [targetResultAnnex(targets, 'Kết quả thực hiện chỉ tiêu')]),
];

interface Paper {
  readonly letterhead: Letterhead;
  readonly subject: string;
  readonly addressees: readonly string[];
  readonly opening: string;
  readonly closing: string;
  readonly recipients: readonly string[];
}

const report = (
  facts: ProgressFacts,
  paper: Paper,
  byAgency: boolean,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const annexes = annexesOf(facts);
  return {
    head: headOfPaper(paper.letterhead, {
      kind: 'report',
      typeSymbol: 'BC',
      subject: paper.subject,
      year: Number(facts.asOf.slice(0, 4)),
    }),
    addressees: paper.addressees,
    bases: [],
    blocks: numberCaptions([
      { kind: 'paragraph', text: paper.opening },
      { kind: 'heading', level: 1, title: 'Kết quả thực hiện' },
      ...taskResultBlocks(facts, byAgency),
      ...targetBlocks(facts.targets),
      ...(annexes.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `Kết quả chi tiết tại ${annexes.length === 1 ? 'Phụ lục' : 'Phụ lục I và Phụ lục II'} kèm theo.`,
            },
          ]),
      ...shortcomingBlocks(facts.tasks, byAgency),
      ...directionBlocks(
        facts.tasks,
        namedPeriod(nextPeriod(facts.period)),
        byAgency ? 'Các cơ quan, đơn vị' : paper.letterhead.issuerName,
      ),
      { kind: 'paragraph', text: paper.closing },
    ]),
    signature: paper.letterhead.signature,
    recipients: paper.recipients,
    annexes,
    origin,
  };
};

/** What a report is about; of another document than a plan, the work that it names: a report is not carried out. */
const aboutOf = ({ plans, isWholeRegister }: ProgressFacts): string => {
  const [only] = plans;
  if (isWholeRegister || only === undefined) return 'các kế hoạch chuyển đổi số';
  const names = joinNames(plans.map(({ name }) => name));
  return sourceWord(plans) === 'kế hoạch' ? names : `nhiệm vụ, chỉ tiêu nêu tại ${names}`;
};

const subjectOf = ({ plans: [only], isWholeRegister }: ProgressFacts): string => {
  if (isWholeRegister || !only?.subject) return '';
  const subject = `${only.subject.charAt(0).toLowerCase()}${only.subject.slice(1)}`;
  return /^về /iu.test(subject) ? ` ${subject}` : ` về ${subject}`;
};

/** When it was done, where the name of the plan does not say it already: "Kế hoạch … năm 2026", "… trong quý IV năm 2026". */
const doneWithin = (about: string, period: ReportPeriod): string =>
  period.kind === 'year' && about.endsWith(periodText(period))
    ? about
    : `${about} trong ${periodText(period)}`;

/** The report of the province on a plan, or on all plans, in a period. */
export const writeProgressReport = (
  facts: ProgressReportFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const about = aboutOf(facts);
  const words = provinceWords(provinceOf(facts));
  const letterhead = provinceLetterhead(provinceOf(facts));
  const done = `thực hiện ${doneWithin(about, facts.period)}`;
  return report(
    facts,
    {
      ...{ letterhead, subject: capitalized(`kết quả ${done}`), addressees: [] },
      opening: `Thực hiện ${about}${subjectOf(facts)}, ${letterhead.issuerName} báo cáo kết quả trong ${periodText(facts.period)} như sau:`,
      closing: `Trên đây là báo cáo kết quả ${done}${about.includes(words.named) ? '' : ` trên địa bàn ${words.named}`}./.`,
      recipients: words.recipients,
    },
    true,
    origin,
  );
};

const GATHERER = 'Sở Khoa học và Công nghệ';

/** An agency's own report, filled from what is known of it, for its head to sign. */
export const writeAgencyReport = (
  facts: AgencyReportFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const province = provinceOf(facts);
  const letterhead = letterheadOf(facts.agency, province);
  const { issuerName: committee } = provinceLetterhead(province);
  const self = letterhead.issuerName === facts.agency.name ? 'cơ quan' : 'địa phương';
  // Whoever puts the reports together does not send its own to itself.
  const gatherer = [GATHERER].filter((name) => name !== facts.agency.name);
  const period = periodText(facts.period);
  return report(
    facts,
    {
      letterhead,
      subject: `Kết quả thực hiện nhiệm vụ chuyển đổi số trong ${period}`,
      addressees: [committee, ...gatherer],
      opening: `${letterhead.issuerName} báo cáo kết quả thực hiện các nhiệm vụ, chỉ tiêu chuyển đổi số do ${self} chủ trì trong ${period} như sau:`,
      closing: `Trên đây là báo cáo của ${letterhead.issuerName}; kính gửi ${[provinceWords(province).committee, ...gatherer].join(', ')} tổng hợp./.`,
      recipients: ['Như trên', 'Lưu: VT'],
    },
    false,
    origin,
  );
};
