import type { ReportingDutyRecord, StatedIncrease, YearFigure } from './records.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';
import { daysInMonth, isPlainDate } from '#core/kernel/plain-date.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { Comparator } from '#core/plan/plan-item.ts';

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;

// In order: "2026-2027" names two.
const listYears = (text: string): readonly number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));

/** The first year that a text names, or null. */
export const readYear = (text: string | null): number | null =>
  text === null ? null : (listYears(text)[0] ?? null);

const yearOfDay = (day: string | null | undefined): number | null => (day ? Number(day.slice(0, 4)) : null);

/** A value under a column label, as a document prints it. */
export interface LabelledValue {
  readonly label: string;
  readonly comparator: Comparator | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

/** The value with the years that its label or its days name; nothing when neither names a year. */
export const buildYearFigures = (stated: LabelledValue): readonly YearFigure[] => {
  const years = listYears(stated.label);
  const fromYear = yearOfDay(stated.start) ?? years[0];
  const toYear = yearOfDay(stated.end) ?? years.at(-1);
  if (fromYear === undefined || toYear === undefined || stated.value === null) return [];
  return [{ fromYear, toYear, comparator: stated.comparator, value: stated.value, unit: stated.unit }];
};

/** The year by whose end a target must be reached; null when neither its period nor its deadline says. */
export const readTargetYear = (periodEnd: string | null, dueEnd: string | null): number | null =>
  yearOfDay(periodEnd) ?? yearOfDay(dueEnd);

/** A duty to report, as a register keeps it. */
export interface StatedDuty {
  readonly place: ReportingDutyRecord['place'];
  readonly what: string;
  readonly recipients: ReportingDutyRecord['recipients'];
  readonly frequency: string;
  readonly covers: string | null;
  readonly validFor: string | null;
  readonly comparator: string | null;
  readonly dueDate: string | null;
  /** Days of the year as the document writes them, `20/03`. */
  readonly recurringDays: readonly string[];
  readonly documentYear: number | null;
}

const monthDay = (text: string): string | undefined => {
  const match = /^(\d{1,2})\/(\d{1,2})$/u.exec(text.trim());
  const [day, month] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || month < 1 || month > 12 || day < 1 || day > daysInMonth(2024, month)) return undefined;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const dayOfYear = (day: string | null): string | undefined =>
  day !== null && isPlainDate(day) ? day.slice('YYYY-'.length) : undefined;

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const ROMAN_QUARTERS = ['i', 'ii', 'iii', 'iv'];

const coveredPeriods = (covers: string): readonly ReportingDutyRecord['covers'][] => {
  const text = searchKey(covers);
  const quarters = [...text.matchAll(/quy (iv|i{1,3}|[1-4])(?![a-z0-9])/gu)].flatMap(([, found]) => {
    const quarter = QUARTERS[ROMAN_QUARTERS.indexOf(found ?? '')] ?? QUARTERS[Number(found) - 1];
    return quarter ? [quarter] : [];
  });
  return [
    ...new Set([
      ...quarters,
      ...(/0?6 thang/u.test(text) ? (['H1'] as const) : []),
      ...(text.includes('ca nam') ? (['Y'] as const) : []),
    ]),
  ];
};

const periodsOf = (duty: StatedDuty, index: number): readonly ReportingDutyRecord['covers'][] => {
  if (duty.covers !== null) return coveredPeriods(duty.covers);
  if (duty.frequency === 'quarterly' && duty.recurringDays.length === QUARTERS.length) {
    const quarter = QUARTERS[index];
    return quarter ? [quarter] : [];
  }
  if (duty.frequency === 'half-yearly') return ['H1'];
  return duty.frequency === 'yearly' ? ['Y'] : [];
};

/** The yearly reports that a duty asks for, one per day and period; a duty without days or periods gives none. */
export const buildReportingDuties = (duty: StatedDuty): readonly ReportingDutyRecord[] => {
  const years = listYears(duty.validFor ?? '');
  const fromYear = years[0] ?? duty.documentYear;
  if (fromYear === null) return [];
  const days = duty.recurringDays.length > 0 ? duty.recurringDays.map(monthDay) : [dayOfYear(duty.dueDate)];
  return days.flatMap((day, index) =>
    day === undefined
      ? []
      : periodsOf(duty, index).map((covers) => ({
          place: duty.place,
          what: duty.what,
          recipients: duty.recipients,
          covers,
          coversRaw: duty.covers,
          day,
          before: duty.comparator === '<',
          fromYear,
          toYear: years.length > 0 ? (years.at(-1) ?? null) : null,
        })),
  );
};

/** An increase "since the beginning of the term" in the words of a document, or null when the words say something else. */
export const readIncrease = (raw: string | null): StatedIncrease | null => {
  const text = searchKey(raw ?? '');
  const value = /tang (\d+(?:[.,]\d+)?) ?%/u.exec(text)?.[1]?.replace(',', '.');
  if (raw === null || value === undefined || !/dau (?:nhiem )?ky/u.test(text)) return null;
  return { value, raw };
};
