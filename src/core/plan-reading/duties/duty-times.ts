import { daysInMonth } from '#core/kernel/plain-date.ts';
import { findDay } from '#core/plan-reading/language/days.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { ReportFrequency } from '#core/plan-reading/reading.ts';

/** When a report is due, as a sentence says it. */
export interface DutyTime {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly frequency: ReportFrequency;
  readonly comparator: '<' | '<=' | null;
  readonly dueDate: string | null;
  readonly recurringDays: readonly string[];
}

const BEFORE = String.raw`(?:trước|chậm nhất|muộn nhất)(?:\s+(?:là|vào|trước|đến|trong))*(?:\s+ngày)?`;
const EVERY = String.raw`(?:hằng|hàng|mỗi)`;
const LAST_MONTHS_OF_QUARTERS = [3, 6, 9, 12] as const;

const WORDS_BEFORE = 40;

const two = (digits: number | string): string => String(digits).padStart(2, '0');

const comparatorOf = (words: string): '<' | '<=' => (/^\s*trước/iu.test(words) ? '<' : '<=');

/** How often a report comes, told by the words just before or within its time. */
const frequencyOf = (words: string): ReportFrequency | undefined => {
  if (/(?:hằng|hàng|mỗi|định kỳ) quý|(?:báo cáo|cuối) (?:mỗi )?quý/iu.test(words)) return 'quarterly';
  if (/0?6 tháng/iu.test(words)) return 'half-yearly';
  if (/(?:hằng|hàng|mỗi|định kỳ) tháng|báo cáo tháng/iu.test(words)) return 'monthly';
  if (/(?:hằng|hàng|mỗi) năm|báo cáo năm|cả năm/iu.test(words)) return 'yearly';
  return undefined;
};

type ReadTime = Omit<DutyTime, 'start' | 'end' | 'raw'>;

interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, before: string, year: number | null) => ReadTime | undefined;
}

const lastDays = (months: readonly number[]): readonly string[] =>
  months.map((month) => `${two(daysInMonth(2025, month))}/${two(month)}`);

const readDayAndMonth = (match: RegExpExecArray, before: string): ReadTime => {
  const [words, day = '', month = '', ownYear, yearBehind] = match;
  const year = ownYear ?? yearBehind;
  const often = frequencyOf(words) ?? frequencyOf(before);
  const comparator = comparatorOf(words);
  if (year !== undefined && often === undefined) {
    const dueDate = findDay(Number(year), Number(month), Number(day)) ?? null;
    return { frequency: 'once', comparator, dueDate, recurringDays: [] };
  }
  // A date without a year comes back every year; a half-yearly report is the only one that may name a single day too.
  const frequency = often === 'quarterly' || often === 'monthly' ? 'yearly' : (often ?? 'yearly');
  return { frequency, comparator, dueDate: null, recurringDays: [`${two(day)}/${two(month)}`] };
};

// Read in this order; a later rule takes no words that an earlier one took.
const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`${BEFORE}\s+(\d{1,2})\s+(?:của\s+)?tháng cuối(?: cùng)?(?: của)?(?: mỗi| hằng)?\s*quý`,
      'giu',
    ),
    read: (match) => ({
      frequency: 'quarterly',
      comparator: comparatorOf(match[0]),
      dueDate: null,
      recurringDays: LAST_MONTHS_OF_QUARTERS.map((month) => `${two(match[1] ?? '')}/${two(month)}`),
    }),
  },
  {
    pattern: new RegExp(String.raw`${BEFORE}\s+(\d{1,2})\s+(?:của\s+)?(?:tháng\s+)?${EVERY}\s+tháng`, 'giu'),
    read: (match) => ({
      frequency: 'monthly',
      comparator: comparatorOf(match[0]),
      dueDate: null,
      recurringDays: [two(match[1] ?? '')],
    }),
  },
  {
    pattern: new RegExp(
      String.raw`${BEFORE}\s+(\d{1,2})(?:\s?/\s?|\s+tháng\s+)(\d{1,2})(?:(?:\s?/\s?|\s+năm\s+)(\d{4}))?(?:\s+(?:${EVERY}\s+năm))?(?:(?=\s*(?:và|,)\s+(?:ngày\s+)?\d{1,2}/\d{1,2}/(\d{4}))|)`,
      'giu',
    ),
    read: readDayAndMonth,
  },
  {
    // "trước ngày 15/6 và 15/12 hằng năm": the words before the first day are said of the second too.
    pattern: new RegExp(
      String.raw`(?<=${BEFORE}\s+\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:và|,)\s+(?:ngày\s+)?)(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?:\s+(?:${EVERY}\s+năm))?`,
      'giu',
    ),
    read: (match, before) => ({
      ...readDayAndMonth(match, before),
      comparator: /(?:chậm nhất|muộn nhất)(?!.*trước)/iu.test(
        match.input.slice(0, match.index).slice(-WORDS_BEFORE),
      )
        ? '<='
        : '<',
    }),
  },
  {
    pattern: new RegExp(String.raw`${BEFORE}(?<=ngày)\s+(\d{1,2})(?![\d/]|\s+(?:của\s+)?tháng)`, 'giu'),
    read: (match, before) => {
      const frequency = frequencyOf(before) ?? 'other';
      const recurringDays = frequency === 'monthly' ? [two(match[1] ?? '')] : [];
      return { frequency, comparator: comparatorOf(match[0]), dueDate: null, recurringDays };
    },
  },
  {
    // "vào ngày 25 hằng tháng": a day that comes back, without a word that says by or before.
    pattern: new RegExp(
      String.raw`(?:vào\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?(?:tháng\s+)?${EVERY}\s+tháng`,
      'giu',
    ),
    read: (match) => ({
      frequency: 'monthly',
      comparator: null,
      dueDate: null,
      recurringDays: [two(match[1] ?? '')],
    }),
  },
  {
    pattern: /(?:cuối|hết)\s+(?:mỗi|hằng|hàng)\s+quý/giu,
    read: () => ({
      frequency: 'quarterly',
      comparator: null,
      dueDate: null,
      recurringDays: lastDays(LAST_MONTHS_OF_QUARTERS),
    }),
  },
  {
    pattern:
      /(?:hoàn thành\s+)?(?:trong|trước|chậm nhất trong|hoàn thành)\s+((?:tháng\s+\d{1,2}|quý\s+(?:IV|I{1,3}|[1-4]))(?:\s?\/\s?|\s+năm\s+)\d{4})/giu,
    read: (match) => {
      const { start, end } = parsePeriod(match[1] ?? '');
      // Before a month or a quarter is before its first day.
      const isBefore = /^trước/iu.test(match[0]);
      return {
        frequency: 'once',
        comparator: isBefore ? '<' : '<=',
        dueDate: isBefore ? start : end,
        recurringDays: [],
      };
    },
  },
  {
    // "Các dự án đầu tư trước năm 2020" tells which ones are meant; only a year to come is a time to report by.
    pattern: /(?:hoàn thành\s+)?(?:(?:chậm nhất|muộn nhất)\s+)?trước\s+năm\s+(\d{4})(?!\d)/giu,
    read: (match, _, year) =>
      year !== null && Number(match[1]) > year
        ? {
            ...{ frequency: 'once', comparator: '<', recurringDays: [] },
            dueDate: parsePeriod(match[1] ?? '').start,
          }
        : undefined,
  },
  {
    pattern: new RegExp(
      String.raw`(?:định kỳ\s+)?${EVERY}\s+(?:tháng|quý|0?6 tháng|năm)|định kỳ\s+(?:quý|tháng|0?6 tháng)`,
      'giu',
    ),
    read: (match) => ({
      frequency: frequencyOf(match[0]) ?? 'other',
      comparator: null,
      dueDate: null,
      recurringDays: [],
    }),
  },
  {
    // "định kỳ hằng quý, 6 tháng và năm": the first word that says how often goes for those that follow.
    pattern:
      /(?<=(?:định kỳ|hằng|hàng)\s[^;.()]{0,40}(?:,|và|hoặc)\s)(?:quý|0?6 tháng|(?:cả )?năm)(?=\s*(?:[,.;)]|và(?![A-Za-zÀ-ỹ])|hoặc|$|(?:tổng hợp|báo cáo|gửi)))/giu,
    read: (match) => ({
      frequency: frequencyOf(`hằng ${match[0]}`) ?? 'other',
      comparator: null,
      dueDate: null,
      recurringDays: [],
    }),
  },
  {
    pattern: /định kỳ(?=\s+(?:\p{L}+,?\s+){0,4}?báo cáo)/giu,
    read: () => ({ frequency: 'other', comparator: null, dueDate: null, recurringDays: [] }),
  },
];

/** Finds the times at which something is due or comes back, in order, without overlap, in a plan of a year. */
export const findDutyTimes = (text: string, year: number | null): readonly DutyTime[] => {
  const found: DutyTime[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const last = Math.max(0, ...found.filter((other) => other.end <= start).map((other) => other.end));
      const before = text.slice(Math.max(last, start - WORDS_BEFORE), start);
      const inSameBracket = /[^;.]*$/u.exec(before.slice(before.lastIndexOf(')') + 1))?.[0] ?? '';
      const time = read(match, inSameBracket, year);
      if (time) found.push({ start, end, raw: match[0], ...time });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};
