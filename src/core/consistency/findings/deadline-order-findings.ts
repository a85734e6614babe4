import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import { isUnevenSeries } from './deadline-findings.ts';
import { dutyDay, dutyStatement, periodEnd, recipientsKey } from '#core/consistency/records/duty-days.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type {
  ConsistencyInput,
  DocumentRecord,
  ReportingDutyRecord,
  TaskRecord,
} from '#core/consistency/records/records.ts';
import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import { findLastDay } from '#core/calendar/due-rule.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

/**
 * Reports close their figures before the period does, by decree 09/2019/NĐ-CP about two weeks; figures of a year are often asked
 * for in November. What is due earlier than this cannot tell of its period.
 */
const DAYS_BEFORE_PERIOD_ENDS = { Q1: 31, Q2: 31, Q3: 31, Q4: 31, H1: 31, Y: 61 } as const;

// What is to be done in a period is handed in before it; only what was done is reported after it.
const PLANS_AHEAD = /^(?:cu the hoa|xay dung|ban hanh|lap|trinh|tham muu)\b.*(?:ke hoach|chuong trinh)/u;

const looksBack = ({ what }: ReportingDutyRecord): boolean => !PLANS_AHEAD.test(searchKey(what));

// "Trước ngày 15/6 và trước ngày 15/12 hằng năm": two days of one sentence halve the year.
const isOnceInItsPeriod = (duty: ReportingDutyRecord, all: readonly ReportingDutyRecord[]): boolean =>
  !all.some(
    (other) =>
      other.place.documentId === duty.place.documentId &&
      other.place.line === duty.place.line &&
      other.covers === duty.covers &&
      other.what === duty.what &&
      other.day !== duty.day,
  );

const isBeforeItsPeriod = (duty: ReportingDutyRecord): boolean =>
  daysBetween(dutyDay(duty), periodEnd(duty)) > DAYS_BEFORE_PERIOD_ENDS[duty.covers];

/** A report is due after those on the parts of its period. */
const PARTS: readonly (readonly [
  whole: ReportingDutyRecord['covers'],
  parts: readonly ReportingDutyRecord['covers'][],
])[] = [
  ['H1', ['Q1']],
  ['Y', ['Q1', 'Q2', 'Q3', 'H1']],
];

// Where only one of the two says to whom, both go there.
const isToOneRecipient = (a: ReportingDutyRecord, b: ReportingDutyRecord): boolean =>
  a.recipients.length === 0 || b.recipients.length === 0 || recipientsKey(a) === recipientsKey(b);

const findEarlyWholes = (series: readonly ReportingDutyRecord[]): readonly Finding[] =>
  PARTS.flatMap(([whole, parts]) =>
    series
      .filter(({ covers }) => covers === whole)
      .flatMap((duty) => {
        const later = series
          .filter((part) => parts.includes(part.covers) && part.day >= duty.day)
          .filter((part) => isToOneRecipient(part, duty));
        return later.length === 0 ? [] : [buildDutyFinding([duty, ...later])];
      }),
  );

const buildDutyFinding = (duties: readonly ReportingDutyRecord[]): Finding =>
  buildStatedFinding({
    ...{ kind: 'deadline-order', severity: 'medium' },
    subject: duties[0]?.what ?? '',
    statements: duties.map(dutyStatement),
  });

const findEarlyInSeries = (series: readonly ReportingDutyRecord[]): readonly Finding[] => {
  // A report on two periods at once is one report.
  const early = series
    .filter(isBeforeItsPeriod)
    .filter(
      ({ place, day }, index, all) =>
        index === all.findIndex((duty) => duty.place.id === place.id && duty.day === day),
    );
  // A series without rhythm is told as a whole.
  return early.length === 0 || isUnevenSeries(series) ? [] : [buildDutyFinding(early)];
};

/** Reports that are due long before their period ends, or before those on a part of it. */
export const findEarlyReports = (asked: readonly ReportingDutyRecord[]): readonly Finding[] => {
  const duties = asked.filter((duty) => looksBack(duty) && isOnceInItsPeriod(duty, asked));
  const wholes = [...groupBy(duties, ({ place }) => place.documentId).values()].flatMap(findEarlyWholes);
  const told = new Set(wholes.map(({ statements }) => statements[0]?.place.id));
  const untold = duties.filter(({ place }) => !told.has(place.id));
  const series = groupBy(untold, (duty) => `${duty.place.documentId}:${recipientsKey(duty)}`);
  return [...[...series.values()].flatMap(findEarlyInSeries), ...wholes];
};

/** Titles that look beyond their phase promise work for later years too. */
const BEYOND = /tam nhin|dinh huong|nhung nam tiep theo|cac nam tiep theo/u;

/** What is done once a plan has ended. */
const LOOKS_BACK = /tong ket|bao cao|quyet toan|danh gia/u;

const YEAR = /(?<![\d/.-])20\d{2}(?![\d/])/gu;

// "năm 2026" and "giai đoạn 2026 - 2030" bound a plan; a year that belongs to a cited document does not.
const findLastPlannedYear = ({ head, year }: DocumentRecord): number | undefined => {
  const title = searchKey(head?.title ?? '').replace(/(?:ngay|so) \d[\d/a-z-]*/gu, ' ');
  if (BEYOND.test(title) || searchKey(head?.docType ?? '') === 'bao cao') return undefined;
  const bounded = /(?:nam|giai doan|den nam|den) ?(?:20\d{2})/u.test(title);
  const years = bounded ? [...title.matchAll(YEAR)].map(Number) : [];
  const last = Math.max(...years);
  return years.length > 0 && year !== null && last >= year ? last : undefined;
};

const dayOf = (task: TaskRecord): string | undefined =>
  task.due === null || task.kind !== 'table-row' ? undefined : findLastDay(task.due);

const buildTaskFinding = (tasks: readonly TaskRecord[]): Finding =>
  buildStatedFinding({
    ...{ kind: 'deadline-order', severity: 'medium' },
    subject: tasks[0]?.name ?? '',
    statements: tasks.map((task) => ({
      ...statementAt('due', task.place, task.name),
      dueOn: (task.due && findLastDay(task.due)) ?? null,
      words: task.due?.raw ?? null,
    })),
  });

// A draft is not issued before its year; a report tells of what lies behind it.
const isOver = (day: string, { issuedOn, year, head }: DocumentRecord): boolean =>
  searchKey(head?.docType ?? '') !== 'bao cao' &&
  (issuedOn !== null ? day < issuedOn : year !== null && Number(day.slice(0, 4)) < year);

// Work of several years stands in the plan of each.
const beginsBy = ({ due }: TaskRecord, year: number): boolean =>
  due?.kind === 'range' && due.start !== null && Number(due.start.slice(0, 4)) <= year;

/** Tasks that are due before their plan was issued, or after it ends: one finding per document and fault. */
export const findTasksOutOfTime = (input: ConsistencyInput): readonly Finding[] => {
  const byDocument = groupBy(input.tasks, ({ place }) => place.documentId);
  return input.documents.flatMap((document) => {
    const dated = (byDocument.get(document.id) ?? []).flatMap((task) => {
      const day = dayOf(task);
      return day === undefined ? [] : [{ task, day }];
    });
    const lastYear = findLastPlannedYear(document);
    const faults = [
      dated.filter(({ day }) => isOver(day, document)),
      dated.filter(
        ({ task, day }) =>
          lastYear !== undefined &&
          Number(day.slice(0, 4)) > lastYear &&
          !beginsBy(task, lastYear) &&
          !LOOKS_BACK.test(searchKey(task.name)),
      ),
    ];
    // What most of a plan does is how the plan is made, and worth one look at its head instead.
    return faults
      .filter((some) => some.length > 0 && some.length * 2 <= dated.length)
      .map((some) => buildTaskFinding(some.map(({ task }) => task)));
  });
};
