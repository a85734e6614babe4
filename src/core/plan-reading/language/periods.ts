import { addDays } from '#core/calendar/day-arithmetic.ts';
import { isRecurring } from '#core/calendar/recurrence.ts';
import { daysInMonth, isPlainDate } from '#core/kernel/plain-date.ts';
import { tidy } from '#core/kernel/text.ts';
import type { PeriodKind, ReadPeriod } from '#core/plan-reading/reading.ts';
import { findDay } from './days.ts';

/** What a period is read against: the year of the plan, for "Quý III" and "6 tháng cuối năm". */
export interface PeriodContext {
  readonly year: number | null;
}

interface Span {
  readonly kind: PeriodKind;
  readonly start: string | null;
  readonly end: string | null;
}

const QUARTERS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

const day = (year: number, month: number, dayOfMonth: number): string | null =>
  findDay(year, month, dayOfMonth) ?? null;
const firstOfMonth = (year: number, month: number): string | null => day(year, month, 1);
const lastOfMonth = (year: number, month: number): string | null =>
  month >= 1 && month <= 12 ? day(year, month, daysInMonth(year, month)) : null;
const firstOfYear = (year: number): string | null => day(year, 1, 1);
const lastOfYear = (year: number): string | null => day(year, 12, 31);

const D = String.raw`(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})`;
const M = String.raw`(?:tháng\s+)?(\d{1,2})(?:\s*[/-]\s*|\s+năm\s+)(\d{4})`;
const Q = String.raw`(?:quý\s+|q\.?\s?)(iv|i{1,3}|[1-4])(?:(?:\s*[/-]\s*|\s+năm\s+|\s+)(\d{4}))?`;
const Y = String.raw`(?:năm\s+)?(\d{4})`;
const TO = String.raw`\s*(?:-|–|—|đến|tới|và|,)\s*`;
// "30/6" and "ngày 30 tháng 6" name a day, "7/2026" and "tháng 7" a month.
const DAY_NAMED = /^(?:ngày\s|\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|\d{1,2}\s+tháng\s)/u;
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'iu');

type Rule = readonly [RegExp, (groups: readonly string[], context: PeriodContext) => Span | undefined];

const span = (kind: PeriodKind, start: string | null, end: string | null): Span | undefined =>
  start === null && end === null ? undefined : { kind, start, end };

const quarterSpan = (quarter: string, year: number): Span | undefined => {
  const number = QUARTERS[quarter.toLowerCase()] ?? 0;
  return span('quarter', firstOfMonth(year, number * 3 - 2), lastOfMonth(year, number * 3));
};

const yearOf = (printed: string | undefined, context: PeriodContext): number =>
  printed !== undefined && printed !== '' ? Number(printed) : (context.year ?? 0);

const monthOfYear = (text: string, { year }: PeriodContext): number | undefined => {
  const month = /^tháng\s+(\d{1,2})$/u.exec(text)?.[1];
  return month === undefined || year === null ? undefined : Number(month);
};

const endOf = (text: string, context: PeriodContext): string | null => {
  const exact = new RegExp(`^${D}$`, 'iu').exec(text);
  if (exact) return day(Number(exact[3]), Number(exact[2]), Number(exact[1]));
  const dayAndMonth = /^(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})$/u.exec(text);
  if (dayAndMonth && context.year !== null)
    return day(context.year, Number(dayAndMonth[2]), Number(dayAndMonth[1]));
  const month = new RegExp(`^${M}$`, 'iu').exec(text);
  if (month) return lastOfMonth(Number(month[2]), Number(month[1]));
  const bare = monthOfYear(text, context);
  if (bare !== undefined) return lastOfMonth(yearOf(undefined, context), bare);
  const quarter = new RegExp(`^${Q}$`, 'iu').exec(text);
  if (quarter) return quarterSpan(quarter[1] ?? '', yearOf(quarter[2], context))?.end ?? null;
  const year = new RegExp(`^${Y}$`, 'iu').exec(text);
  return year ? lastOfYear(Number(year[1])) : null;
};

const startOf = (text: string, context: PeriodContext): string | null => {
  const exact = new RegExp(`^${D}$`, 'iu').exec(text);
  if (exact) return day(Number(exact[3]), Number(exact[2]), Number(exact[1]));
  const month = new RegExp(`^${M}$`, 'iu').exec(text);
  if (month) return firstOfMonth(Number(month[2]), Number(month[1]));
  const bare = monthOfYear(text, context);
  if (bare !== undefined) return firstOfMonth(yearOf(undefined, context), bare);
  const quarter = new RegExp(`^${Q}$`, 'iu').exec(text);
  if (quarter) return quarterSpan(quarter[1] ?? '', yearOf(quarter[2], context))?.start ?? null;
  const year = new RegExp(`^${Y}$`, 'iu').exec(text);
  return year ? firstOfYear(Number(year[1])) : null;
};

/**
 * The end of "before …": the day itself where one is named, which the word excludes (`isBeforeDay`); before a month, a
 * quarter or a year is the day before it begins.
 */
const endBefore = (text: string, context: PeriodContext): string | null => {
  if (DAY_NAMED.test(text)) return endOf(text, context);
  const start = startOf(text, context);
  return start !== null && isPlainDate(start) ? addDays(start, -1) : null;
};

const FIRST_HALF_END = 6;

const halfYear = (months: number, last: boolean, year: number): Span | undefined =>
  last
    ? span('range', firstOfMonth(year, 13 - months), lastOfYear(year))
    : span('range', firstOfYear(year), lastOfMonth(year, months));

const ONGOING = /^(?:thường xuyên|liên tục|hằng ngày|hàng ngày)(?![A-Za-zÀ-ỹ])/u;

// Each rule takes the whole text, lower case and without the words that say nothing of time; the first that fits decides.
const RULES: readonly Rule[] = [
  [ONGOING, () => ({ kind: 'ongoing', start: null, end: null })],
  [
    /^(?:ngay )?(?:sau )?(?:khi|sau \d+|kể từ|sau khi)(?![A-Za-zÀ-ỹ])/u,
    () => ({ kind: 'event', start: null, end: null }),
  ],
  [
    whole(D),
    ([d, m, y]) => {
      const only = day(Number(y), Number(m), Number(d));
      return span('day', only, only);
    },
  ],
  [
    whole(`từ\\s+(.+?)(?:\\s+đến(?: hết)?\\s+|\\s*[-–]\\s*)(.+)`),
    ([from, to], context) => {
      const end = endOf(to ?? '', context);
      const year = end === null ? context : { year: Number(end.slice(0, 4)) };
      const start = startOf(from ?? '', year) ?? startOf(`${from ?? ''}/${String(year.year ?? '')}`, year);
      return start === null || end === null ? undefined : span('range', start, end);
    },
  ],
  [
    whole(`(?:chậm nhất\\s+)?trước(?!\\s+(?:hết|cuối)\\s)\\s+(?:thời điểm\\s+)?(.+)`),
    ([to], context) => span('by-date', null, endBefore(to ?? '', context)),
  ],
  [
    whole(
      `(?:trước|chậm nhất|muộn nhất|không quá|đến hết|đến cuối|đến|tới|vào|hết|chậm nhất đến|chậm nhất trong|chậm nhất là)(?: hết| cuối)?(?: thời điểm)?\\s+(.+)`,
    ),
    ([to], context) => span('by-date', null, endOf(to ?? '', context)),
  ],
  [
    whole(`(?:bắt đầu )?(?:phát sinh )?(?:kể )?từ\\s+(.+?)(?: trở đi)?`),
    ([from], context) => span('from-date', startOf(from ?? '', context), null),
  ],
  [
    /^(?:trong\s+)?(?:cả\s+)?năm$|^cả năm$/u,
    (_, { year }) => (year === null ? undefined : span('year', firstOfYear(year), lastOfYear(year))),
  ],
  [whole(`cả\\s+${Y}`), ([y]) => span('year', firstOfYear(Number(y)), lastOfYear(Number(y)))],
  [whole(`cuối\\s+${Y}`), ([y]) => span('year-end', null, lastOfYear(Number(y)))],
  [/^cuối năm$/u, (_, { year }) => (year === null ? undefined : span('year-end', null, lastOfYear(year)))],
  [whole(`cuối\\s+((?:quý|tháng)\\s.+)`), ([to], context) => span('by-date', null, endOf(to ?? '', context))],
  [
    whole(`0?6 tháng (đầu|cuối)(?:\\s+${Y}| năm)?`),
    ([half, y], context) => halfYear(FIRST_HALF_END, half === 'cuối', yearOf(y, context)),
  ],
  [
    whole(`(?:giai đoạn\\s+|thời kỳ\\s+)?${Y}${TO}${Y}`),
    ([a, b]) => span('range', firstOfYear(Number(a)), lastOfYear(Number(b))),
  ],
  [
    whole(
      `(?:quý\\s+|q\\.?\\s?)(iv|i{1,3}|[1-4])${TO}(?:quý\\s+|q\\.?\\s?)?(iv|i{1,3}|[1-4])(?:(?:\\s*[/-]\\s*|\\s+năm\\s+|\\s+)(\\d{4}))?`,
    ),
    ([a, b, y], context) => {
      const year = yearOf(y, context);
      return span(
        'range',
        quarterSpan(a ?? '', year)?.start ?? null,
        quarterSpan(b ?? '', year)?.end ?? null,
      );
    },
  ],
  [
    whole(`tháng\\s+(\\d{1,2})${TO}(?:tháng\\s+)?(\\d{1,2})(?:\\s*[/-]\\s*|\\s+năm\\s+)(\\d{4})`),
    ([a, b, y]) => span('range', firstOfMonth(Number(y), Number(a)), lastOfMonth(Number(y), Number(b))),
  ],
  [
    whole(`${M}${TO}${M}`),
    ([m, y, n, z]) => span('range', firstOfMonth(Number(y), Number(m)), lastOfMonth(Number(z), Number(n))),
  ],
  [whole(Q), ([q, y], context) => quarterSpan(q ?? '', yearOf(y, context))],
  [
    whole(M),
    ([m, y]) => span('month', firstOfMonth(Number(y), Number(m)), lastOfMonth(Number(y), Number(m))),
  ],
  [
    whole(`tháng\\s+(\\d{1,2})`),
    ([m], context) =>
      context.year === null
        ? undefined
        : span('month', firstOfMonth(context.year, Number(m)), lastOfMonth(context.year, Number(m))),
  ],
  [whole(Y), ([y]) => span('year', firstOfYear(Number(y)), lastOfYear(Number(y)))],
];

const FILLER =
  /^(?:dự kiến|hoàn thành|thực hiện|ban hành|triển khai|xong|trong|thời gian|trong năm(?= \d))\s*:?\s+/u;

const stripFiller = (text: string): string => {
  const stripped = text.replace(FILLER, '');
  return stripped === text ? text : stripFiller(stripped);
};

// A narrow cell breaks a year: "12/202" and "6" on the next line.
const BROKEN_YEAR = /(\d\/)([12]\d{0,2})\s(\d{1,3})$/u;
const YEAR_DIGITS = 4;

/** The words that say a time, without those around them that don't. */
const timeWords = (raw: string): string =>
  stripFiller(
    tidy(raw)
      .toLowerCase()
      .replace(/[()"“”]/gu, '')
      .replace(/(?<![.;,])[.;,]+$/u, '')
      .replace(BROKEN_YEAR, (all, month: string, first: string, last: string) =>
        first.length + last.length === YEAR_DIGITS ? `${month}${first}${last}` : all,
      )
      .trim(),
  );

/** Whether a time is worded "before the day", so that the day named is already too late; "đến hết ngày 30/6" is not. */
export const isBeforeDay = (raw: string): boolean => {
  const [, named] = /^(?:gửi |báo cáo )*(?:chậm nhất )?trước (.+)/u.exec(timeWords(raw)) ?? [];
  return named !== undefined && DAY_NAMED.test(named);
};

/**
 * Reads a time as a plan prints it (a deadline, a period, the label of a column) into the days it gives.
 * Anything it does not know is `other`, with its words kept.
 */
export const parsePeriod = (raw: string, context: PeriodContext = { year: null }): ReadPeriod => {
  const words = tidy(raw);
  const text = timeWords(raw);
  if (!ONGOING.test(text) && isRecurring(text))
    return { raw: words, kind: 'recurring', start: null, end: null };
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    const found = match && read(match.slice(1), context);
    if (found) return { raw: words, ...found };
  }
  return { raw: words, kind: 'other', start: null, end: null };
};

/** A period met in running text. */
export interface FoundPeriod {
  readonly period: ReadPeriod;
  readonly start: number;
  readonly end: number;
}

const DAY_WORDS = String.raw`ngày\s+\d{1,2}(?:/|\s+tháng\s+)\d{1,2}(?:/|\s+năm\s+)\d{4}|\d{1,2}/\d{1,2}/\d{4}`;
const YEAR_OR_MORE = String.raw`(?:${DAY_WORDS}|tháng\s+\d{1,2}(?:/|\s+năm\s+)\d{4}|quý\s+(?:IV|I{1,3}|[1-4])(?:/|\s+năm\s+|-)\d{4}|năm\s+\d{4})`;
const IN_TEXT = new RegExp(
  [
    String.raw`(?:đến hết|đến cuối|vào cuối|trước|chậm nhất(?: trong| là| đến)?|đến|vào)\s+${YEAR_OR_MORE}`,
    String.raw`(?:phát sinh\s+)?(?:kể )?từ\s+${YEAR_OR_MORE}(?:\s+đến(?: hết)?\s+${YEAR_OR_MORE})?`,
    String.raw`giai đoạn\s+\d{4}\s*[-–]\s*\d{4}`,
    String.raw`6 tháng (?:đầu|cuối) năm(?: \d{4})?`,
    String.raw`(?:trong\s+)?(?:cuối\s+)?(?:tháng\s+\d{1,2}/\d{4}|quý\s+(?:IV|I{1,3}|[1-4])(?:/|\s+năm\s+)\d{4}|năm\s+\d{4}(?:\s*[-–]\s*\d{4})?)`,
  ]
    .map((pattern) => `(?<![A-Za-zÀ-ỹ])${pattern}`)
    .join('|'),
  'giu',
);

/** The periods that running text mentions, in order. */
export const findPeriods = (
  text: string,
  context: PeriodContext = { year: null },
): readonly FoundPeriod[] => {
  if (!/\d/u.test(text)) return [];
  return [...text.matchAll(IN_TEXT)].map((match) => ({
    period: parsePeriod(match[0], context),
    start: match.index,
    end: match.index + match[0].length,
  }));
};

// "… đến năm 2030, tầm nhìn đến năm 2045": the plan itself ends with the first.
const FAR_SIGHT = /(?:tầm nhìn|định hướng)\s*$/iu;
const LONGEST_FAR_SIGHT = 12;

/** The period that a title gives a plan: "… năm 2026", "… giai đoạn 2026 - 2030", "… đến năm 2030"; null when it gives none. */
export const findPlanPeriod = (title: string): ReadPeriod | null => {
  const ends = findPeriods(title).filter(({ period }) => period.end !== null);
  const near = ends.filter(
    ({ start }) => !FAR_SIGHT.test(title.slice(Math.max(0, start - LONGEST_FAR_SIGHT), start)),
  );
  const found = near.length > 0 ? near : ends;
  const span = found.find(({ period }) => period.kind === 'range');
  return (span ?? found.at(-1))?.period ?? null;
};
