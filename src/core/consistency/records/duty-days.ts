import { statementAt } from '#core/consistency/build-finding.ts';
import type { FindingStatement } from '#core/consistency/finding.ts';
import type { ReportingDutyRecord } from './records.ts';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { recurringDay } from '#core/kernel/plain-date.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

const PERIOD_ENDS = {
  Q1: '03-31',
  Q2: '06-30',
  Q3: '09-30',
  Q4: '12-31',
  H1: '06-30',
  Y: '12-31',
} as const satisfies Record<ReportingDutyRecord['covers'], string>;

/** Last day of the period that a report covers, in the first year for which it is asked. */
export const periodEnd = (duty: ReportingDutyRecord): PlainDate =>
  recurringDay(duty.fromYear, PERIOD_ENDS[duty.covers]);

/** Last day on which a report is in time, in the first year for which it is asked. */
export const dutyDay = (duty: ReportingDutyRecord): PlainDate =>
  addDays(recurringDay(duty.fromYear, duty.day), duty.before ? -1 : 0);

/** Whom a report goes to, as one text. */
export const recipientsKey = (duty: ReportingDutyRecord): string =>
  duty.recipients.map((agency) => agency.code ?? agency.name).join('|');

/** By which day a report is due, as a side of a contradiction. */
export const dutyStatement = (duty: ReportingDutyRecord): FindingStatement => ({
  ...statementAt('due', duty.place, duty.what),
  year: duty.fromYear,
  agencies: duty.recipients.map((agency) => agency.name),
  dueOn: dutyDay(duty),
  words: duty.coversRaw,
});
