import type { DecimalText } from '#core/kernel/decimal.ts';
import type { Locale } from './messages.ts';

/** Narrow no-break space: stands between a number and `%`, and does not let a line break there. */
export const THIN_SPACE = '\u202f';
const MINUS = '\u2212';
const EN_DASH = '–';
const MOST_PLACES = 6;

/** A figure as it travels (exact text) or a count. */
type Figure = DecimalText | number;

interface NumberForm {
  /** Exactly this many decimal places; without it, as many as the figure has. */
  readonly places?: number;
  /** No more decimal places than these, where `places` does not say how many; six when not given. */
  readonly atMost?: number;
}

/** Every form in which figures and days are written, in one language. */
export interface Format {
  /** `1.308,9` */
  number(value: Figure, form?: NumberForm): string;
  /** `57,6 %` */
  percent(value: Figure, form?: NumberForm): string;
  /** Two decimals, as points are published: `14,91`. */
  points(value: Figure): string;
  /** `625,64–647,40`, or one figure when both ends are published alike. */
  pointsRange(low: Figure, high: Figure): string;
  /** With its sign: `+20,00`, `−40,16`, `0,00`. */
  signedPoints(value: Figure): string;
  /** A difference of both bounds, the smaller first: `+38,73 đến +38,74`, or one figure where they are published alike. */
  signedPointsRange(one: Figure, other: Figure): string;
  /** `20/12/2026` */
  day(day: string): string;
  /** The day of the province's calendar on which this is called, as `day` writes it. */
  today(): string;
  /** `Quý II/2026`, `6 tháng đầu năm 2026`, `tháng 5/2026`, `năm 2026`, or a day. */
  period(period: string): string;
  /** An instant in the province's own time: `10:42 20/12/2026`. */
  instant(instant: string): string;
  /** Items joined as a sentence does: `a, b và c`. */
  list(items: readonly string[]): string;
}

const TAGS = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Locale, string>;
const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

// Intl takes decimal text and rounds it exactly, half away from zero; a number would pass through binary floating point.
const asNumeric = (value: Figure): number | `${number}` => value as number | `${number}`;

const numberForm = (locale: Locale) => {
  const formats = new Map<string, Intl.NumberFormat>();
  const formatOf = ({ places, atMost = MOST_PLACES }: NumberForm): Intl.NumberFormat => {
    const digits = { minimumFractionDigits: places ?? 0, maximumFractionDigits: places ?? atMost };
    const key = `${String(digits.minimumFractionDigits)}-${String(digits.maximumFractionDigits)}`;
    const known = formats.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(TAGS[locale], { ...digits, signDisplay: 'negative' });
    formats.set(key, made);
    return made;
  };
  return (value: Figure, form: NumberForm = {}): string =>
    formatOf(form).format(asNumeric(value)).replace('-', MINUS);
};

const splitDay = (day: string): readonly [string, string, string] => {
  const [year = '', month = '', date = ''] = day.split('-');
  return [year, month, date];
};

const DAY = {
  vi: (day) => {
    const [year, month, date] = splitDay(day);
    return `${date}/${month}/${year}`;
  },
  en: (day) => day,
} as const satisfies Record<Locale, (day: string) => string>;

interface PeriodForms {
  readonly year: (year: string) => string;
  readonly half: (half: number, year: string) => string;
  readonly quarter: (quarter: number, year: string) => string;
  readonly month: (month: number, year: string) => string;
}

const PERIODS: Readonly<Record<Locale, PeriodForms>> = {
  vi: {
    year: (year) => `năm ${year}`,
    half: (half, year) => `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    quarter: (quarter, year) => `Quý ${QUARTERS[quarter - 1] ?? ''}/${year}`,
    month: (month, year) => `tháng ${String(month)}/${year}`,
  },
  en: {
    year: (year) => year,
    half: (half, year) => `H${String(half)} ${year}`,
    quarter: (quarter, year) => `Q${String(quarter)} ${year}`,
    month: (month, year) => `${year}-${String(month).padStart(2, '0')}`,
  },
};

/** Stands between two figures with signs, where a dash would read as a minus. */
const RANGE_WORD = { vi: 'đến', en: 'to' } as const;

const PERIOD = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/;

const formatPeriod = (locale: Locale, period: string): string => {
  const match = PERIOD.exec(period);
  if (!match) return DAY[locale](period);
  const [, year = '', half, quarter, month] = match;
  const forms = PERIODS[locale];
  if (half) return forms.half(Number(half), year);
  if (quarter) return forms.quarter(Number(quarter), year);
  if (month) return forms.month(Number(month), year);
  return forms.year(year);
};

const instantForm = (locale: Locale) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (instant: string): string => {
    const found = new Map(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
    const day = DAY[locale](`${part('year')}-${part('month')}-${part('day')}`);
    return `${part('hour')}:${part('minute')} ${day}`;
  };
};

/** Builds the forms of one language. Figures that are text stay exact: they are rounded once, here. */
export const buildFormat = (locale: Locale): Format => {
  const number = numberForm(locale);
  const instant = instantForm(locale);
  const joined = new Intl.ListFormat(TAGS[locale], { type: 'conjunction' });
  const points = (value: Figure): string => number(value, { places: 2 });
  const signedPoints = (value: Figure): string => {
    const text = points(value);
    return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
  };
  return {
    number,
    percent: (value, form) => `${number(value, form)}${THIN_SPACE}%`,
    points,
    pointsRange: (low, high) => {
      const [from, to] = [points(low), points(high)];
      return from === to ? from : `${from}${EN_DASH}${to}`;
    },
    signedPoints,
    signedPointsRange: (one, other) => {
      const [low, high] = Number(one) <= Number(other) ? [one, other] : [other, one];
      const [from, to] = [signedPoints(low), signedPoints(high)];
      return from === to ? from : `${from} ${RANGE_WORD[locale]} ${to}`;
    },
    day: (day) => DAY[locale](day),
    today: () => instant(new Date().toISOString()).split(' ')[1] ?? '',
    period: (period) => formatPeriod(locale, period),
    instant,
    list: (items) => joined.format(items),
  };
};
