import { tidy } from '#core/kernel/text.ts';

/** One place in every year at which recurring work is due. */
export interface YearlyDay {
  /** The month, 1–12, of the period that it is done for. */
  readonly month: number;
  /** The day named of the month in which it is due; one that the month does not have is its last. */
  readonly day: number;
}

/** How often the words of a rule say that something comes back, and on which days. */
export interface Recurrence {
  /** How many months the period of one occurrence has: what it is named by. */
  readonly months: 1 | 3 | 6 | 12;
  /** None where the words tell no frequency. */
  readonly days: readonly YearlyDay[];
  /** It is due so many months after the month of its period: "ngày 05 tháng đầu quý sau". */
  readonly delay: 0 | 1;
  /** "Trước ngày …": the day named is already too late. */
  readonly isBefore: boolean;
}

const EVERY = String.raw`(?:hằng|hàng|mỗi|từng)`;
const AND = String.raw`\s*(?:,|;|và)\s*`;
const QUARTER = String.raw`(?:iv|i{1,3}|[1-4])(?![\p{L}\d])`;
const NEXT = String.raw`(?:sau|kế tiếp|tiếp theo|liền kề|kế)`;
const EDGE_OF_QUARTER = String.raw`tháng\s+(cuối|đầu)(?:\s+(?:cùng|tiên))?(?:\s+của)?(?:\s+${EVERY})?\s+quý`;

const FREQUENT = new RegExp(
  String.raw`(?:${EVERY}|định kỳ)\s*(?:năm|quý|tháng|tuần|kỳ|0?6 tháng|$)|${EDGE_OF_QUARTER}|ngày\s+\d{1,2}\s+(?:của\s+)?các\s+tháng\s+\d|lần\s*/\s*(?:0?1\s+)?(?:năm|quý|tháng)|tháng\s*(?:/|một|0?1)\s*lần`,
  'u',
);

const EVERY_YEAR = new RegExp(String.raw`${EVERY}\s+năm|các\s+tháng`, 'u');

/** Whether a due rule says that something comes back. */
export const isRecurring = (words: string): boolean => FREQUENT.test(tidy(words).toLowerCase());

const ALL_MONTHS = 12;
// Every month has ended by its thirty-first day.
const LAST_DAY = 31;

interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
}

const UNTIL = /^\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?$/u;

/** All places of a pattern; of a span, "từ ngày 15 đến ngày 20", its end alone. */
const findAll = (pattern: RegExp, text: string): readonly Match[] =>
  [...text.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, groups: match.slice(1) }))
    .filter(({ end }, index, all) => {
      const next = all[index + 1];
      return next === undefined || !UNTIL.test(text.slice(end, next.start));
    });

const isBeforeAt = (text: string, start: number): boolean =>
  /trước(?:\s+(?:các\s+)?ngày)?\s*$/u.test(text.slice(0, start));

const isMonth = (month: number): boolean => month >= 1 && month <= ALL_MONTHS;

const DAY_OF_QUARTER = new RegExp(
  String.raw`(?:ngày\s+)?(\d{1,2})\s+(?:của\s+)?${EDGE_OF_QUARTER}(\s+${NEXT})?`,
  'gu',
);

/** "Trước ngày 20 của tháng cuối mỗi quý", "ngày 05 tháng đầu quý sau". */
const readDayOfQuarter = (text: string): Recurrence | undefined => {
  const [found] = findAll(DAY_OF_QUARTER, text);
  if (!found) return undefined;
  const [day, edge, next] = found.groups;
  const isNext = edge === 'đầu' && next !== undefined;
  const months = edge === 'cuối' || isNext ? [3, 6, 9, 12] : [1, 4, 7, 10];
  return {
    ...{ months: 3, delay: isNext ? 1 : 0, isBefore: isBeforeAt(text, found.start) },
    days: months.map((month) => ({ month, day: Number(day) })),
  };
};

const namedBy = (count: number, several: 1 | 3): 1 | 3 | 12 => (count === 1 ? ALL_MONTHS : several);

const DAYS_OF_YEAR = new RegExp(
  String.raw`(?<![\d/])(\d{1,2})\s?/\s?(\d{1,2})(?!\s?[\d/])|(?:ngày|và|,|trước)\s+(\d{1,2})\s+(?:của\s+)?(?:các\s+)?tháng\s+(\d{1,2}(?:${AND}(?:tháng\s+)?\d{1,2}(?!\d|\s?/|\s+tháng))*)`,
  'gu',
);

/** "20/02", "15/6 và 15/12", "ngày 15 tháng 12", "ngày 20 các tháng 3, 6, 9, 12". */
const readDaysOfYear = (text: string): Recurrence | undefined => {
  const found = findAll(DAYS_OF_YEAR, text).map(({ start, groups: [day, month, worded, months] }) => ({
    start: worded === undefined ? start : text.indexOf(worded, start),
    days: (month ?? months ?? '')
      .split(/\D+/u)
      .map((one) => ({ month: Number(one), day: Number(day ?? worded) })),
  }));
  const [first] = found;
  const days = found.flatMap((one) => one.days).filter(({ month, day }) => isMonth(month) && day >= 1);
  if (!first || days.length === 0) return undefined;
  return { months: namedBy(days.length, 1), days, delay: 0, isBefore: isBeforeAt(text, first.start) };
};

const QUARTERS_NAMED = new RegExp(
  String.raw`(?<!\p{L})(?:quý|q\.?)\s*(${QUARTER}(?:(?:${AND}|\s*(?:đến|-|–)\s*)(?:(?:quý|q\.?)\s*)?${QUARTER})*)`,
  'gu',
);
const MONTHS_NAMED = new RegExp(
  String.raw`(?<!\d\s)tháng\s+(\d{1,2}(?:(?:${AND}|\s*(?:đến|-|–)\s*)(?:tháng\s+)?\d{1,2})*)`,
  'gu',
);
const QUARTER_NUMBERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

const numberOf = (name: string): number => QUARTER_NUMBERS[name] ?? Number(name);

/** The numbers of a list of names, of a span the last: "I, III", "3, 6, 9 và 12", "I đến III". */
const listNumbers = (names: string): readonly number[] =>
  names
    .split(/,|;|và/u)
    .map((name) =>
      numberOf(
        name
          .replace(/.*(?:đến|-|–)/u, '')
          .replace(/(?:quý|q\.?|tháng)/u, '')
          .trim(),
      ),
    )
    .filter((number) => number >= 1);

const listPeriods = (pattern: RegExp, text: string) => {
  const found = findAll(pattern, text);
  const [first] = found;
  const numbers = [...new Set(found.flatMap(({ groups: [names = ''] }) => listNumbers(names)))];
  return {
    numbers: numbers.toSorted((a, b) => a - b),
    isBefore: first ? isBeforeAt(text, first.start) : false,
  };
};

// Before a quarter or a month is before its first day.
const boundOf = (first: number, last: number, isBefore: boolean): YearlyDay =>
  isBefore ? { month: first, day: 1 } : { month: last, day: LAST_DAY };

/** "Quý I, quý III hằng năm", "tháng 6 và 12 hằng năm", "6 tháng đầu năm hằng năm": the end of each. */
const readPeriodsOfYear = (text: string): Recurrence | undefined => {
  if (!EVERY_YEAR.test(text)) return undefined;
  const quarters = listPeriods(QUARTERS_NAMED, text);
  if (quarters.numbers.length > 0) {
    const { numbers, isBefore } = quarters;
    const days = numbers.map((number) => boundOf(number * 3 - 2, number * 3, isBefore));
    return { months: namedBy(days.length, 3), days, delay: 0, isBefore };
  }
  const { numbers, isBefore } = listPeriods(MONTHS_NAMED, text);
  const months = numbers.filter(isMonth);
  if (months.length > 0) {
    const days = months.map((month) => boundOf(month, month, isBefore));
    return { months: namedBy(days.length, 1), days, delay: 0, isBefore };
  }
  const halves = [...text.matchAll(/(?:0?6|sáu)\s+tháng\s+(đầu|cuối)/gu)].map(([, half]) => half);
  if (halves.length !== 1) return undefined;
  const month = halves[0] === 'đầu' ? ALL_MONTHS / 2 : ALL_MONTHS;
  return { months: 12, days: [{ month, day: LAST_DAY }], delay: 0, isBefore: false };
};

// The shortest that is named; "6 tháng" and "tháng cuối quý" say "tháng" too, so that "hằng tháng" must be said in full.
const FREQUENCIES: readonly { readonly words: RegExp; readonly months: 1 | 3 | 6 | 12 }[] = [
  {
    words: new RegExp(
      String.raw`(?:${EVERY}|định kỳ)\s+tháng(?!\s+(?:cuối|đầu))|lần\s*/\s*(?:0?1\s+)?tháng`,
      'u',
    ),
    months: 1,
  },
  { words: /(?:0?4|bốn)\s+lần\s*\/\s*(?:0?1\s+)?năm|(?<!\d)(?:0?3|ba)\s+tháng|quý/u, months: 3 },
  { words: /(?:0?2|hai)\s+lần\s*\/\s*(?:0?1\s+)?năm|(?<!\d)(?:0?6|sáu)\s+tháng|nửa năm/u, months: 6 },
  { words: /(?:12|mười hai)\s+tháng/u, months: 12 },
  { words: /tháng/u, months: 1 },
  { words: /năm/u, months: 12 },
];

const LONE_DAY = /ngày\s+(\d{1,2})(?!\d|\s?\/|\s+tháng\s+\d)/gu;
const NEXT_PERIOD = new RegExp(String.raw`(?:tháng|quý)\s+${NEXT}(?!\p{L})`, 'u');

/** "Hằng quý", "hằng tháng, trước ngày 25": the end of each period, or the day named of its last month. */
const readFrequency = (text: string): Recurrence | undefined => {
  const months = FREQUENCIES.find(({ words }) => words.test(text))?.months;
  if (months === undefined) return undefined;
  const named = months === ALL_MONTHS && !text.includes('tháng cuối') ? [] : findAll(LONE_DAY, text);
  const [first] = named;
  const days = first ? named.map(({ groups: [day] }) => Number(day)) : [LAST_DAY];
  return {
    months,
    days: Array.from({ length: ALL_MONTHS / months }, (_, index) => (index + 1) * months).flatMap((month) =>
      days.filter((day) => day >= 1).map((day) => ({ month, day })),
    ),
    delay: first && NEXT_PERIOD.test(text) ? 1 : 0,
    isBefore: first ? isBeforeAt(text, first.start) : false,
  };
};

const NO_FREQUENCY: Recurrence = { months: 12, days: [], delay: 0, isBefore: false };

/**
 * How often something comes back, by the words of its due rule; no days for words of no known frequency. A day is read
 * before a quarter or a month that is named, and that before a mere frequency. What was read is kept with the item, since
 * reports name its periods: a phrase that is read otherwise from now on stays as it was where it stands already.
 */
export const readRecurrence = (words: string): Recurrence => {
  const text = tidy(words).toLowerCase();
  return (
    readDayOfQuarter(text) ??
    readDaysOfYear(text) ??
    readPeriodsOfYear(text) ??
    readFrequency(text) ??
    NO_FREQUENCY
  );
};
