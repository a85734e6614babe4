import { buildFigureFinding, buildStatedFinding } from '#core/consistency/build-finding.ts';
import { dutyDay, dutyStatement, periodEnd, recipientsKey } from '#core/consistency/records/duty-days.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import type { ReportingDutyRecord } from '#core/consistency/records/records.ts';
import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import { findLastDay } from '#core/calendar/due-rule.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

// "In 2026" and "2026 - 2030" say for when a value is set, not by which day it is due.
const MERE_PERIODS: ReadonlySet<string> = new Set(['year', 'range']);

const lastDayOf = (figure: Figure): PlainDate | undefined =>
  figure.due === null || MERE_PERIODS.has(figure.due.kind) ? undefined : findLastDay(figure.due);

/** One measure, one document, one year, two due days. */
export const findTargetDeadlineConflicts = (
  group: readonly Figure[],
  horizon: Horizon,
): readonly Finding[] => {
  const due = group.filter((figure) => figure.role === 'target' && lastDayOf(figure) !== undefined);
  const disputed = due.filter((a) =>
    due.some(
      (b) =>
        a.place.id !== b.place.id &&
        a.place.documentId === b.place.documentId &&
        a.toYear === b.toYear &&
        lastDayOf(a) !== lastDayOf(b),
    ),
  );
  const [first] = disputed;
  if (!first) return [];
  return [
    buildFigureFinding({
      kind: 'deadline-conflict',
      severity: 'low',
      year: first.toYear,
      figures: disputed,
      group,
      about: 'due',
      horizon,
    }),
  ];
};

const leadDays = (duty: ReportingDutyRecord): number => daysBetween(dutyDay(duty), periodEnd(duty));

const buildDutyFinding = (
  kind: 'deadline-conflict' | 'deadline-uneven',
  severity: 'medium' | 'low',
  duties: readonly ReportingDutyRecord[],
): Finding =>
  buildStatedFinding({
    ...{ kind, severity },
    subject: duties[0]?.what ?? '',
    statements: duties.map(dutyStatement),
  });

const runTogether = (a: ReportingDutyRecord, b: ReportingDutyRecord): boolean =>
  a.fromYear <= (b.toYear ?? Infinity) && b.fromYear <= (a.toYear ?? Infinity);

/** Documents in force at the same time that ask for reports on the same period by different days, at the same agency. */
const findDutyConflicts = (duties: readonly ReportingDutyRecord[]): readonly Finding[] =>
  [...groupBy(duties, (duty) => `${recipientsKey(duty)}:${duty.covers}`).values()].flatMap((group) => {
    const disputed = group.filter((a) =>
      group.some((b) => a.place.documentId !== b.place.documentId && a.day !== b.day && runTogether(a, b)),
    );
    return disputed.length === 0 ? [] : [buildDutyFinding('deadline-conflict', 'low', disputed)];
  });

const QUARTERS: ReadonlySet<string> = new Set(['Q1', 'Q2', 'Q3', 'Q4']);

/** A difference of a month in the time left before the quarter ends is no rhythm any more. */
const UNEVEN_DAYS = 28;

/** Whether reports of one document to one recipient keep no rhythm. */
export const isUnevenSeries = (duties: readonly ReportingDutyRecord[]): boolean => {
  const leads = duties.filter(({ covers }) => QUARTERS.has(covers)).map(leadDays);
  return leads.length > 2 && Math.max(...leads) - Math.min(...leads) > UNEVEN_DAYS;
};

/** A series of quarterly reports of one document whose days stand at very different distances from the quarters' ends. */
const findUnevenSeries = (duties: readonly ReportingDutyRecord[]): readonly Finding[] =>
  [
    ...groupBy(
      duties.filter((duty) => QUARTERS.has(duty.covers)),
      (duty) => `${duty.place.documentId}:${recipientsKey(duty)}`,
    ).values(),
  ].flatMap((series) =>
    isUnevenSeries(series) ? [buildDutyFinding('deadline-uneven', 'medium', series)] : [],
  );

/** The contradictions between the days on which reports are due. */
export const findReportingContradictions = (duties: readonly ReportingDutyRecord[]): readonly Finding[] => [
  ...findDutyConflicts(duties),
  ...findUnevenSeries(duties),
];
