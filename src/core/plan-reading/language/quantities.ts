import type { Comparator, ReadValue } from '#core/plan-reading/reading.ts';
import { findComparatorBefore } from './comparators.ts';
import { NUMBER_PATTERN, parseNumber } from './numbers.ts';
import { isShare, readUnitAfter } from './units.ts';

/** How a number is given: `percent` and `compared` are values for sure, `stated` follows "đạt", `bare` is a mere count. */
type QuantityKind = 'percent' | 'compared' | 'stated' | 'level' | 'rank' | 'bare';

/** A value in running text, with the words that give it. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** The words from the comparator to the unit: "tối thiểu 52 tin, bài/năm". */
  readonly start: number;
  readonly end: number;
  readonly comparator: Comparator;
  readonly value: ReadValue;
  readonly unit: string | null;
  readonly basis: string | null;
}

// Here and in the other rules [A-Za-zÀ-ỹ] is a letter: a cold start has dozens of rules, and \p{L} makes each slow to compile.
const NUMBER = new RegExp(`(?<![\\p{L}\\d.,/]|[\\p{L}\\d]-)(?:${NUMBER_PATTERN})(?![\\d])`, 'giu');

// Words after which a number names something and measures nothing: a date, an article, a version.
const NAMING_WORD =
  /(?<![A-Za-zÀ-ỹ])(?:số|bị điểm|ngày|tháng|năm|quý|điều|khoản|mục|phụ lục|phiên bản|giai đoạn|thứ|khu vực|đề án|chương|nhiệm kỳ|bước|chợ|công nghệ|cách mạng công nghiệp|thế hệ|lần|bảng|hình|khóa|khoá|mã|tổng đài|web|mức độ|cấp độ|mức|cấp|lớp|tuyến|từ|đến|đủ|dưới|trên)\s*$/iu;
const PERIOD_OR_AGE =
  /^\s*(?:tuổi|năm(?! trước)|tháng|ngày|giờ|sao(?![A-Za-zÀ-ỹ])|dân(?![\p{L}]|\s+số)|người dân(?![A-Za-zÀ-ỹ]))/iu;
// "cấp độ 3 trở lên" tells which systems are meant, not how many.
const LEVEL_WORD = /(?<![A-Za-zÀ-ỹ])(?:cấp độ|mức độ|cấp|mức)\s*$/iu;
const DURATION = /^\s*(?:ngày|giờ|phút)(?! *\d)/iu;
const LINKING_VERB = /(?<![A-Za-zÀ-ỹ])(?:đạt|chiếm|là|bằng|ở mức|lên|gấp|còn|đến)\s*$/iu;
const AT_LEAST_AFTER = /^(?:\s+[\p{L}/%]+){0,4}?\s+trở lên(?![A-Za-zÀ-ỹ])/iu;
// "100% đô thị loại III trở lên" tells which towns are meant, "75% trở lên" what is aimed at.
const AT_LEAST_HERE = /^\s+trở lên(?![A-Za-zÀ-ỹ])/iu;
// "từ 3 doanh nghiệp khoa học và công nghệ trở lên": the first word tells that the last will come.
const AT_LEAST_FROM = /^(?:\s+[\p{L}/%]+){0,9}?\s+trở lên(?![A-Za-zÀ-ỹ])/iu;
// "tăng từ 02 bậc trở lên"
const GROWS_FROM = /(?<![A-Za-zÀ-ỹ])tăng(?: thêm)?\s+từ\s*$/iu;
const AT_MOST_AFTER = /^(?:\s+[\p{L}/%]+){0,4}?\s+trở xuống(?![A-Za-zÀ-ỹ])/iu;
const RANK_BEFORE = /(?<![A-Za-zÀ-ỹ])(?:thuộc |trong |vào )?(?:nhóm|top|tốp)\s*$/iu;
const RANK_AFTER =
  /^\s*(?:(?:tỉnh|địa phương|thành phố)[\p{L}, ]*?)?(?:dẫn đầu|đứng đầu|đầu|cao nhất|cả nước|toàn quốc)(?: (?:của |trong )?(?:cả nước|toàn quốc))?/iu;
const PLACE_BEFORE = /(?<![A-Za-zÀ-ỹ])(?:xếp|đứng|hạng)(?: hạng)?(?: thứ)?\s*$/iu;
const LEVEL =
  /(?<![A-Za-zÀ-ỹ])(?:cấp độ|mức độ|mức)\s+(\d+(?:\s*(?:,|và|-)\s*\d+)*)(?![\d%.,]*\d|%|\s?\/\s?\d)/giu;
const LEVEL_VERB =
  /(?<![A-Za-zÀ-ỹ])(?:đạt|lên|mục tiêu|ở|đáp ứng)(?: mục tiêu| đạt| ít nhất| tối thiểu)*\s*$/iu;

const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/u.test(digits);

/** "từ 5 đến 10%", "5% - 10%": the second end of a range that begins at a number. */
const RANGE_REST = new RegExp(
  `^\\s*%?\\s*(?:-|–|đến|tới)\\s*(${NUMBER_PATTERN})(?=\\s*%|\\s+\\p{Ll})(?!\\s*(?:/|năm|tháng))`,
  'iu',
);

interface Found {
  readonly digits: string;
  readonly at: number;
  readonly after: number;
}

const readRank = (text: string, found: Found): Quantity | undefined => {
  const before = text.slice(0, found.at);
  const value = parseNumber(found.digits);
  if (value === undefined) return undefined;
  const group = RANK_BEFORE.exec(before);
  const after = text.slice(found.after);
  const rest = RANK_AFTER.exec(after);
  const isTop = group !== null && /t[oố]p\s*$/iu.test(group[0]) && /^\s*[;,.]/u.test(after);
  if (group && (rest || after.trim() === '' || isTop)) {
    const end = found.after + (rest?.[0].length ?? 0);
    return { kind: 'rank', start: group.index, end, comparator: '<=', value, unit: 'thứ hạng', basis: null };
  }
  const place = PLACE_BEFORE.exec(before);
  if (!place || /^\s?\//u.test(text.slice(found.after))) return undefined;
  const orBetter = /^\s*trở lên(?![A-Za-zÀ-ỹ])/iu.exec(after)?.[0];
  const comparator = orBetter === undefined ? '=' : '<=';
  return {
    kind: 'rank',
    start: place.index,
    end: found.after + (orBetter?.length ?? 0),
    comparator,
    value,
    unit: 'thứ hạng',
    basis: null,
  };
};

const kindOf = (before: string, unit: string | null, compared: boolean): QuantityKind => {
  if (isShare(unit)) return 'percent';
  if (compared) return 'compared';
  return LINKING_VERB.test(before) ? 'stated' : 'bare';
};

interface Beside {
  readonly before: string;
  readonly rest: string;
  readonly unit: string | null;
  readonly compared: boolean;
  /** "không quá", "dưới": the number is a limit. */
  readonly limited: boolean;
}

/** Whether a number names something (a date, an age, a version) and measures nothing. */
const namesSomething = ({ before, rest, unit, compared, limited }: Beside): boolean => {
  if (isShare(unit)) return false;
  if (LEVEL_WORD.test(before)) return true;
  // "không quá 03 ngày" is a value; "từ 14 tuổi", "05 năm" only say who or when.
  if (PERIOD_OR_AGE.test(rest)) return !(limited && DURATION.test(rest));
  if (compared) return false;
  return NAMING_WORD.test(before) && !LINKING_VERB.test(before);
};

/** "trên 04 loại hình", "trên 02 phần mềm": a count with a leading zero follows the preposition, not the comparator. */
const onThese = (word: { readonly comparator: Comparator }, found: Found): boolean =>
  word.comparator === '>' && /^0\d$/u.test(found.digits);

const readMeasured = (text: string, found: Found): Quantity | undefined => {
  const before = text.slice(0, found.at);
  const first = parseNumber(found.digits);
  if (first === undefined) return undefined;
  const range = RANGE_REST.exec(text.slice(found.after));
  const last = range ? parseNumber(range[1] ?? '') : undefined;
  const numberEnd = last === undefined || !range ? found.after : found.after + range[0].length;
  const { unit, basis, length } = readUnitAfter(text.slice(numberEnd));
  const rest = text.slice(numberEnd + (isShare(unit) ? length : 0));
  const word = findComparatorBefore(before);
  const from = /(?<![A-Za-zÀ-ỹ])từ\s*$/iu.exec(before);
  const limit = from ? AT_LEAST_FROM : isShare(unit) ? AT_LEAST_HERE : AT_LEAST_AFTER;
  const atLeast = limit.exec(text.slice(numberEnd + length));
  const atMost = AT_MOST_AFTER.exec(text.slice(numberEnd + length));
  const compared = (word !== undefined && !onThese(word, found)) || atLeast !== null || atMost !== null;
  const limited = word?.comparator === '<=' || word?.comparator === '<';
  if (namesSomething({ before, rest, unit, compared, limited })) return undefined;
  const start = word?.start ?? (atLeast || last !== undefined ? (from?.index ?? found.at) : found.at);
  const end = numberEnd + length + (atLeast?.[0].length ?? atMost?.[0].length ?? 0);
  const kind = kindOf(before, unit, compared);
  if (last !== undefined) {
    return { kind, start, end, comparator: 'range', value: [first, last], unit, basis };
  }
  const least = GROWS_FROM.test(before) ? 'increase>=' : '>=';
  const comparator = atMost ? '<=' : (word?.comparator ?? (atLeast ? least : '='));
  return { kind, start, end, comparator, value: first, unit, basis };
};

// "đạt -5%": a hyphen glued to its number behind a word. Behind a number it makes a range, behind a stop it opens an item.
const SIGN_BEHIND_WORD = /(?:[\p{L})=≥≤<>]\s|\()([-−])$/u;
const ALONE = /^\s?%?\s*$/u;

const withSign = (text: string, { 0: digits, index }: RegExpExecArray): Found => {
  const after = index + digits.length;
  const before = text.slice(Math.max(0, index - 3), index);
  const isCell = index === 1 && /^[-−]/u.test(text) && ALONE.test(text.slice(after, after + 8));
  return isCell || SIGN_BEHIND_WORD.test(before)
    ? { digits: `${text.charAt(index - 1)}${digits}`, at: index - 1, after }
    : { digits, at: index, after };
};

// What a number measures stands close by; looking at the whole text for each number would take as long as its square.
const WORDS_BESIDE = 240;

const readAround = (text: string, found: Found): Quantity | undefined => {
  const from = Math.max(0, found.at - WORDS_BESIDE);
  const near = text.slice(from, found.after + WORDS_BESIDE);
  const here = { digits: found.digits, at: found.at - from, after: found.after - from };
  const quantity = readRank(near, here) ?? readMeasured(near, here);
  return quantity && { ...quantity, start: quantity.start + from, end: quantity.end + from };
};

const NO_MEASURE = /^(?:\p{L}|-\p{L}|\s?\/\s?[\d\p{Lu}]|\.\d|:\d)/u;
const OUT_OF_POINTS = /^\s?\/\s?\d[\d.,]*\s+điểm(?![A-Za-zÀ-ỹ])/iu;

/** "ít nhất 170/200 điểm": so many of all points that can be had. Only what is compared is aimed at. */
const readPoints = (text: string, found: Found, next: string): Quantity | undefined => {
  const outOf = OUT_OF_POINTS.exec(next)?.[0];
  const value = parseNumber(found.digits);
  if (outOf === undefined || value === undefined) return undefined;
  const from = Math.max(0, found.at - WORDS_BESIDE);
  const word = findComparatorBefore(text.slice(from, found.at));
  const atLeast = AT_LEAST_HERE.exec(next.slice(outOf.length))?.[0];
  const end = found.after + outOf.length + (atLeast?.length ?? 0);
  const start = word ? from + word.start : found.at;
  const kind = word || atLeast !== undefined ? 'compared' : 'stated';
  const comparator = word?.comparator ?? (atLeast === undefined ? '=' : '>=');
  return { kind, start, end, comparator, value, unit: 'điểm', basis: null };
};

const findLevels = (text: string): readonly Quantity[] =>
  [...text.matchAll(LEVEL)].flatMap((match) => {
    const verb = LEVEL_VERB.exec(text.slice(Math.max(0, match.index - WORDS_BESIDE), match.index));
    const end = match.index + match[0].length;
    if (!verb || /^\s*trở lên/iu.test(text.slice(end))) return [];
    const values = (match[1] ?? '').split(/[^\d]+/u).flatMap((level) => parseNumber(level) ?? []);
    if (values.length === 0) return [];
    const unit = /^(\p{L}+(?: \p{L}+)?)/u.exec(match[0])?.[1]?.toLowerCase() ?? null;
    const value = values.length === 1 ? (values[0] ?? null) : values;
    return [{ kind: 'level', start: match.index, end, comparator: 'qualitative', value, unit, basis: null }];
  });

const overlaps = (a: Quantity, b: Quantity): boolean => a.start < b.end && b.start < a.end;

// Running text with more is data that lost its form: reading each number would take seconds and say nothing.
const MOST_NUMBERS = 10_000;

/** The values that a text states, in order, without overlap. Dates, document numbers, ages and versions are none. */
export const findQuantities = (text: string): readonly Quantity[] => {
  if (!/\d/u.test(text)) return [];
  if ((text.match(/\d+/gu) ?? []).length > MOST_NUMBERS) return [];
  const levels = findLevels(text);
  const quantities: Quantity[] = [...levels];
  for (const match of text.matchAll(NUMBER)) {
    const found = withSign(text, match);
    const next = text.slice(found.after, found.after + WORDS_BESIDE);
    if (isYear(match[0]) || (NO_MEASURE.test(next) && !OUT_OF_POINTS.test(next))) continue;
    const quantity = readPoints(text, found, next) ?? readAround(text, found);
    const last = quantities.at(-1);
    if (!quantity || (last && overlaps(last, quantity))) continue;
    if (!levels.some((level) => overlaps(level, quantity))) quantities.push(quantity);
  }
  return quantities.sort((a, b) => a.start - b.start);
};
