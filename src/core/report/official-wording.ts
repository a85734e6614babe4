import { decimal, type DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

const NON_BREAKING_SPACE = '\u00A0';

const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** A number as documents write it: "1.308,9"; at most so many decimals, without zeros at the end, half away from zero. */
export const numberText = (value: DecimalText | number, places = 2): string => {
  const [whole = '0', fraction = ''] = decimal(value).toDecimalPlaces(places).toFixed().split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = groupDigits(whole.replace('-', ''));
  return fraction === '' ? `${sign}${digits}` : `${sign}${digits},${fraction}`;
};

/** Points with two decimals always, so that columns of them line up. */
export const pointsText = (value: DecimalText | number): string => {
  // Rounded first, so that nothing is written as less than nothing.
  const [whole = '0', fraction = '00'] = decimal(value).toDecimalPlaces(2).toFixed(2).split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  return `${sign}${groupDigits(whole.replace('-', ''))},${fraction}`;
};

/** A number of things as officials write it: below ten with a leading zero, "03 nhiệm vụ". */
export const countText = (count: number): string =>
  count > 0 && count < 10 ? `0${String(count)}` : numberText(count);

const POINT_BETWEEN = /(\d)\.(\d{1,2})(?=\s?(?:%|điểm|phần trăm)(?![\p{L}\d]))/gu;

/** Words of others with their figures as documents write them: "57.6%" is "57,6%". Codes, days and thousands stay. */
export const withDecimalCommas = (text: string): string => text.replace(POINT_BETWEEN, '$1,$2');

/**
 * A share of a whole in per cent with at most one decimal; "0%" of nothing. "100%" is said of all alone and "0%" of none alone:
 * 1 999 of 2 000 are "trên 99,9%", one of 3 000 is "dưới 0,1%".
 */
export const shareText = (part: DecimalText | number, whole: DecimalText | number): string => {
  if (decimal(part).isZero() || decimal(whole).isZero()) return '0%';
  const share = decimal(part).times(100).div(whole);
  if (share.lessThan(100) && share.greaterThanOrEqualTo('99.95')) return 'trên 99,9%';
  return share.lessThan('0.05') ? 'dưới 0,1%' : `${numberText(share.toFixed(6), 1)}%`;
};

/** A number with its unit: "57,6%", "12 điểm". */
export const measureText = (value: DecimalText, unit: string | null, places = 4): string => {
  const written = numberText(value, places);
  if (unit === null || unit === '') return written;
  return unit === '%' ? `${written}%` : `${written}${NON_BREAKING_SPACE}${unit}`;
};

const partsOf = (day: PlainDate): readonly [string, string, string] => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return [year, month, dayOfMonth];
};

// A leading zero keeps a 1 or a 2 from becoming 11 or 12; months from 3 on have none.
const monthText = (month: string): string => (Number(month) < 3 ? month : String(Number(month)));

/** A day in words, as the decree writes it: "ngày 05 tháng 02 năm 2026", "ngày 20 tháng 9 năm 2026". */
export const dayInWords = (day: PlainDate): string => {
  const [year, month, dayOfMonth] = partsOf(day);
  return `ngày ${dayOfMonth} tháng ${monthText(month)} năm ${year}`;
};

/** A day in figures: "05/02/2026", "20/9/2026". */
export const dayInFigures = (day: PlainDate): string => {
  const [year, month, dayOfMonth] = partsOf(day);
  return `${dayOfMonth}/${monthText(month)}/${year}`;
};

const BLANK = NON_BREAKING_SPACE.repeat(6);

/** A day in words, or blanks to write it in by hand. */
export const dayOrBlanks = (day: PlainDate | null, year: number): string =>
  day === null ? `ngày${BLANK}tháng${BLANK}năm ${String(year)}` : dayInWords(day);

/** A document's number below ten with a leading zero, or a blank to write it in by hand. */
export const numberOrBlank = (number: number | null): string =>
  number === null ? NON_BREAKING_SPACE.repeat(8) : number < 10 ? `0${String(number)}` : String(number);

/** Spans of time that reports speak of. */
export type ReportPeriod =
  | { readonly kind: 'quarter'; readonly year: number; readonly part: 1 | 2 | 3 | 4 }
  | { readonly kind: 'half-year'; readonly year: number; readonly part: 1 | 2 }
  | { readonly kind: 'year'; readonly year: number };

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** A period as titles name it: "quý III năm 2026", "6 tháng đầu năm 2026", "năm 2026". */
export const periodText = (period: ReportPeriod): string => {
  const year = String(period.year);
  if (period.kind === 'year') return `năm ${year}`;
  if (period.kind === 'half-year') return `6 tháng ${period.part === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  return `quý ${QUARTERS[period.part - 1] ?? ''} năm ${year}`;
};

/** The same with a capital, to begin a sentence. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name as it stands within a sentence: "các sở", "tỉnh Đồng Tháp"; names of bodies keep their capital. */
export const withinSentence = (name: string): string =>
  /^(?:Các|Tỉnh|Thành phố|Xã|Phường|Đặc khu|Huyện|Thị xã|Tổ|Những|Doanh nghiệp) /u.test(name)
    ? `${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : name;

/** Names in a row: "A", "A và B", "A, B và C"; "A, B; C và D" where one of them has a comma of its own. */
export const joinNames = (names: readonly string[]): string => {
  const last = names.at(-1);
  if (last === undefined) return '';
  // A comma within a number, "6,87", parts nothing.
  const mark = names.some((name) => /,\s/u.test(name)) ? ';' : ',';
  return names.length === 1 ? last : `${names.slice(0, -1).join(`${mark} `)} và ${last}`;
};

/** The heading over what is lacking; it names causes where some are told. */
export const shortcomingTitle = (tellsCauses: boolean): string =>
  tellsCauses ? 'Tồn tại, hạn chế và nguyên nhân' : 'Tồn tại, hạn chế';
