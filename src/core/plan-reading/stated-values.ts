import { isAspirational } from './language/comparators.ts';
import { findPeriods, type FoundPeriod } from './language/periods.ts';
import { findQuantities, type Quantity } from './language/quantities.ts';
import type { ReadPeriod } from './reading.ts';
import { lineAt, quoteBetween, type SourceText } from './source-text.ts';

/** A value that running text states, what it is the value of, and the words it stands in. */
export interface StatedValue {
  readonly quantity: Quantity;
  readonly name: string;
  /** The words that give the value. */
  readonly raw: string;
  readonly aspirational: boolean;
  /** The time named beside the value. */
  readonly period: ReadPeriod | null;
  readonly quote: string;
  readonly line: number;
  readonly clause: Span;
}

/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const CLAUSE_END = /;\s+|\.\s+(?=[\p{Lu}\d"“])/gu;
const BRACKETS = /\([^()]*\)/gu;
const QUOTED = /“[^”]*”/gu;

const splitAt = (text: string, within: Span, pattern: RegExp): readonly Span[] => {
  const spans: Span[] = [];
  let start = within.start;
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const at = within.start + match.index;
    spans.push({ start, end: at });
    start = at + match[0].length;
  }
  spans.push({ start, end: within.end });
  return spans.filter((span) => span.end > span.start);
};

/** The clauses of a text: parted by semicolons and full stops that stand outside brackets. */
export const splitClauses = (text: string): readonly Span[] => {
  const masked = text.replace(BRACKETS, (inside) => '_'.repeat(inside.length));
  return splitAt(masked, { start: 0, end: text.length }, CLAUSE_END);
};

/** "100% A, 100% B và 80% C": each value of a clause has its own part, from its words to the next value. */
const splitByValues = (text: string, clause: Span, quantities: readonly Quantity[]): readonly Span[] => {
  const cuts = quantities.slice(1).flatMap((quantity) => {
    const before = /(?:,| và)\s*(?:phấn đấu |đạt |có )?$/iu.exec(text.slice(clause.start, quantity.start));
    return before ? [clause.start + before.index] : [];
  });
  const bounds = [clause.start, ...cuts, clause.end];
  return bounds.slice(0, -1).map((start, index) => ({ start, end: bounds[index + 1] ?? clause.end }));
};

// Words that lead to a value and belong to no name, at the end of what stands before the value.
const LINKING_END =
  /(?:[\s,]+|^)(?:đạt được|đạt điểm số|đạt tỷ lệ|đạt mức|đạt|chiếm|là|bằng|ở mức|lên|gấp|còn|tỷ lệ|điểm số|có|đến|ph[ấâầ]n đ[ấầâ]u|mục tiêu|hướng tới|tới|trong|được|khoảng|phải|\$)$/iu;
// Verbs that open a sentence about a value and belong to no name.
const OPENING =
  /^(?:[\s,]+|(?:và|đồng thời|trong đó|tiếp tục|duy trì|nâng cao|nâng|đảm bảo|bảo đảm|rà soát|ph[ấâầ]n đ[ấầâ]u|đạt|có|thúc đẩy|đẩy mạnh|tăng cường|tăng|thu hút(?: thêm)?|đưa|từng bước|cập nhật|thêm|hoàn thành|ít nhất|tối thiểu|để|khoảng|cung cấp|triển khai các giải pháp|góp phần)(?![\p{L}]))/iu;
const LEAD_IN = /^.{0,90}?:\s+/u;
// From such words on a sentence tells what the value is good for, and no longer what it is of.
const PURPOSE =
  /(?:,\s+(?:đảm bảo|bảo đảm|phục vụ|sẵn sàng|đáp ứng|góp phần|tạo|qua đó|từ đó)|\s(?:để|nhằm))(?![\p{L}]).*$/iu;

const stripAll = (text: string, pattern: RegExp): string => {
  const stripped = text.replace(pattern, '').trim();
  return stripped === text ? text : stripAll(stripped, pattern);
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name in good form: no leading verbs, no purpose, no punctuation at its ends. */
export const tidyName = (words: string): string => {
  const opened = stripAll(words.trim(), OPENING);
  const plain = opened
    .replace(PURPOSE, '')
    .replace(/[\s.;,:$]+$/gu, '')
    .replace(/^[\s.;,:-]+/gu, '');
  return capitalized(plain);
};

/** Blanks out the times beside a value, so that they do not stand in its name. */
const withoutPeriods = (text: string, span: Span, periods: readonly FoundPeriod[]): string =>
  periods
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    .reduceRight(
      (words, { start, end }) => words.slice(0, start - span.start) + words.slice(end - span.start),
      text.slice(span.start, span.end),
    )
    .replace(/\s+/gu, ' ')
    .trim();

const countedNoun = (quantity: Quantity): string =>
  quantity.unit === null || ['%', 'thứ hạng', 'lần'].includes(quantity.unit)
    ? ''
    : quantity.unit.replace(/\/.*$/u, '');

const nameValue = (text: string, part: Span, quantity: Quantity, periods: readonly FoundPeriod[]): string => {
  const before = withoutPeriods(text, { start: part.start, end: quantity.start }, periods);
  const after = withoutPeriods(text, { start: quantity.end, end: part.end }, periods);
  const subject = stripAll(before.replace(LEAD_IN, ''), LINKING_END);
  const bareSubject = stripAll(subject, OPENING);
  const linked = subject !== before.replace(LEAD_IN, '').trim();
  const rest = after.replace(/^[\s$.,;]+/u, '');
  if (bareSubject !== '' && (linked || rest === '')) return tidyName(subject);
  const counted = `${countedNoun(quantity)} ${rest}`.trim();
  return tidyName(bareSubject === '' ? counted : `${bareSubject} ${counted}`);
};

const indexUnit = (quantity: Quantity, name: string): Quantity =>
  quantity.unit === null && quantity.kind !== 'rank' && /(?<![\p{L}])chỉ số(?![\p{L}])/iu.test(name)
    ? { ...quantity, unit: 'điểm' }
    : quantity;

const isInside = (spans: readonly Span[], at: number): boolean =>
  spans.some((span) => span.start <= at && at < span.end);

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** The values that a block of running text states, in order. What stands in brackets or quotation marks is a remark. */
export const listStatedValues = (content: SourceText): readonly StatedValue[] => {
  const { text } = content;
  const asides = [...spansOf(text, BRACKETS), ...spansOf(text, QUOTED)];
  const quantities = findQuantities(text).filter((quantity) => !isInside(asides, quantity.start));
  const periods = findPeriods(text).filter((found) => !isInside(asides, found.start));
  return splitClauses(text).flatMap((clause) => {
    const own = quantities.filter(
      (quantity) => quantity.start >= clause.start && quantity.start < clause.end,
    );
    return splitByValues(text, clause, own).flatMap((part) =>
      own
        .filter((quantity) => quantity.start >= part.start && quantity.start < part.end)
        .map((quantity) => {
          const start = part.start + (/^[\s,]*(?:và\s)?/u.exec(text.slice(part.start))?.[0].length ?? 0);
          const name = nameValue(text, { start, end: part.end }, quantity, periods);
          const near = periods.find((found) => found.start >= start && found.end <= part.end);
          return {
            quantity: indexUnit(quantity, name),
            name,
            raw: text.slice(quantity.start, quantity.end),
            aspirational: isAspirational(text.slice(0, quantity.end)),
            period: near?.period ?? null,
            quote: quoteBetween(content, start, part.end),
            line: lineAt(content, start),
            clause: { start, end: part.end },
          };
        }),
    );
  });
};
