import { isAspirational } from '#core/plan-reading/language/comparators.ts';
import { findPeriods, type FoundPeriod } from '#core/plan-reading/language/periods.ts';
import { findQuantities, type Quantity } from '#core/plan-reading/language/quantities.ts';
import type { ReadPeriod } from '#core/plan-reading/reading.ts';
import { lineAt, quoteBetween, type SourceText } from '#core/plan-reading/text/source-text.ts';
import { startingWithin, type Span } from '#core/plan-reading/text/spans.ts';
import { nameValue, PURPOSE, shareVerbs, tidyName } from './value-names.ts';

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

// No sentence about a value is longer; a text without any stop must not be read whole for each of its numbers.
const LONGEST_PART = 2000;

const partAround = (quantity: Quantity, span: Span): Span => ({
  start: Math.max(span.start, quantity.start - LONGEST_PART),
  end: Math.min(span.end, quantity.end + LONGEST_PART),
});

const CLAUSE_END = /;\s+|\.\s+(?=[\p{Lu}\d"“])/gu;
const BRACKETS = /\([^()]*\)/gu;
const QUOTED = /“[^“”]*”/gu;

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

const AT_TIME = String.raw`(?:(?:đến|vào|trong) )?(?:(?:hết|cuối) )?(?:năm|quý \S+ năm|giai đoạn) [\d/ -]{4,11}`;
// What parts a value from the one before it: ", 80 %", ", năm 2026 đạt 80 %", ", trong đó người dân đạt 80 %".
const NEXT_VALUE = new RegExp(
  `(?:,| và)\\s*(?:(?:trong đó )?(?:${AT_TIME},? )?(?:phấn đấu |đạt |có |là |chiếm |(?:được )?xếp (?:hạng |thứ )?|thuộc |nằm |đứng )?$|(?:ở |tại )?(?:cấp|khu vực|khối)\\s[\\p{L} ]{1,25}?\\s(?:đạt|là|chiếm|có)\\s$|trong đó[ :,](?!.*(?:,| và)\\s*trong đó))`,
  'iu',
);

/** "100% A, 100% B và 80% C": each value of a clause has its own part, from its words to the next value. */
const splitByValues = (text: string, clause: Span, quantities: readonly Quantity[]): readonly Span[] => {
  const cuts = quantities.slice(1).flatMap((quantity, index) => {
    const from = Math.max(clause.start, quantities[index]?.end ?? 0, quantity.start - LONGEST_PART);
    const before = NEXT_VALUE.exec(text.slice(from, quantity.start));
    return before ? [from + before.index] : [];
  });
  const bounds = [clause.start, ...cuts, clause.end];
  return bounds.slice(0, -1).map((start, index) => ({ start, end: bounds[index + 1] ?? clause.end }));
};

const indexUnit = (quantity: Quantity, name: string): Quantity =>
  quantity.unit === null && quantity.kind !== 'rank' && /(?<![A-Za-zÀ-ỹ])chỉ số(?![A-Za-zÀ-ỹ])/iu.test(name)
    ? { ...quantity, unit: 'điểm' }
    : quantity;

// What is kept and raised, "duy trì và phát huy …", is not kept at a level.
const KEEPS = /^[\s,]*(?:tiếp tục )?(?:duy trì|giữ vững)(?![A-Za-zÀ-ỹ]|,| và )/iu;

/** "Duy trì tỷ lệ … ở mức 100%": the verb that opens the sentence keeps the level, however far its value stands. */
const keptLevel = (quantity: Quantity, text: string, part: Span): Quantity =>
  quantity.comparator === '=' && KEEPS.test(text.slice(part.start, quantity.start))
    ? { ...quantity, comparator: 'maintain' }
    : quantity;

const BLANK = '\0';

/** The text with what stands in brackets or quotation marks blanked out, each word at its place. */
const blankAsides = (text: string): string => {
  const blank = (inside: string): string => BLANK.repeat(inside.length);
  return text.replace(BRACKETS, blank).replace(QUOTED, blank);
};

/** "100% xã có ít nhất 01 tổ": the count tells what the share is of and is no value of its own. */
const isDetailOfShare = (quantity: Quantity, within: readonly Quantity[]): boolean =>
  quantity.kind !== 'percent' &&
  within.some((other) => other.kind === 'percent' && other.start < quantity.start);

// "gấp 2 lần so với năm 2025" tells what is compared, not when.
const COMPARED_WITH = /so với(?: cùng kỳ)?(?: cuối| đầu)?\s*$/iu;

/** The time that belongs to a value: not one in the words that tell what the value is good for. */
const findPeriodBeside = (
  text: string,
  part: Span,
  quantity: Quantity,
  periods: readonly FoundPeriod[],
): FoundPeriod | undefined => {
  const purpose = PURPOSE.exec(text.slice(quantity.end, part.end));
  const end = purpose ? quantity.end + purpose.index : part.end;
  return startingWithin(periods, part).find(
    (found) =>
      found.end <= end &&
      !COMPARED_WITH.test(text.slice(part.start, found.start)) &&
      !(quantity.unit?.startsWith('lần') && /^\s*$/u.test(text.slice(quantity.end, found.start))),
  );
};

const LONGEST_OPENING = 20;
const OPENS_TEXT = /^(?:\s*ph[ấâầ]n đ[ấầâ]u)?\s*$/iu;
const SENTENCE_END = /\.\s+\p{Lu}/u;

/** "Đến năm 2030, …; kinh tế số chiếm 28 %": the time that opens a sentence goes for all its clauses. */
const openingPeriod = (
  text: string,
  part: Span,
  periods: readonly FoundPeriod[],
): FoundPeriod | undefined => {
  const [first] = periods;
  if (!first || !OPENS_TEXT.test(text.slice(0, Math.min(first.start, LONGEST_OPENING)))) return undefined;
  if (first.start > LONGEST_OPENING || part.start - first.end > LONGEST_PART) return undefined;
  return SENTENCE_END.test(text.slice(first.end, part.start)) ? undefined : first;
};

const CHANGES = /^(?:[\s,(]|và )*(?:(?:tăng|giảm|vượt|cao hơn|thấp hơn)(?: thêm)?\s*)?$/iu;
const COMPARED = /^[^,;.]{0,30}?so với/iu;

/** "đạt 60%, tăng 15% so với năm 2025": the change tells of the value before it and is none of its own. */
const isChangeOf = (text: string, before: Quantity | undefined, quantity: Quantity): boolean => {
  if (!before || !COMPARED.test(text.slice(quantity.end, quantity.end + 60))) return false;
  const between = text.slice(before.end, quantity.start);
  return (
    CHANGES.test(between) &&
    /tăng|giảm|vượt|hơn/iu.test(`${between}${text.slice(quantity.start, quantity.end)}`)
  );
};

/** A value and the part of the sentence that speaks of it. */
interface ValuePart {
  readonly quantity: Quantity;
  readonly part: Span;
}

// What states more is a table that lost its form, and no sentence.
const MOST_VALUES = 60;

const LEADING = /^[\s,]*(?:và\s)?/u;

const OWN_SUBJECT = /^\s*\p{L}+(?:\s\p{L}+){2,}/u;

/** "…, năng suất lao động tăng 8,5 %": behind the comma the sentence speaks of something else than of the value before. */
const afterComma = (text: string, from: number, to: number): number | undefined => {
  const comma = text.slice(from, to).lastIndexOf(', ');
  if (comma < 0) return undefined;
  const start = from + comma + 1;
  return OWN_SUBJECT.test(text.slice(start, to)) ? start : undefined;
};

const listParts = (text: string, quantities: readonly Quantity[]): readonly ValuePart[] =>
  splitClauses(text).flatMap((clause) => {
    const all = startingWithin(quantities, clause);
    const own = all.filter((quantity, index) => !isChangeOf(text, all[index - 1], quantity));
    if (own.length > MOST_VALUES) return [];
    return splitByValues(text, clause, own).flatMap((span) => {
      const start = span.start + (LEADING.exec(text.slice(span.start))?.[0].length ?? 0);
      const within = startingWithin(own, span);
      return within
        .filter((quantity) => !isDetailOfShare(quantity, within))
        .map((quantity) => {
          const before = within.findLast((other) => other.end <= quantity.start);
          const from = before ? afterComma(text, before.end, quantity.start) : undefined;
          return { quantity, part: partAround(quantity, { start: from ?? start, end: span.end }) };
        });
    });
  });

const NAME_AND_PART = /^(.{8,}?)\s*:\s*[\d.]+\/[\d.]+[^:;]*\((?:đạt\s+|chiếm\s+)?$/u;
const PART_AND_NOUN = /^[\d.]+\/[\d.]+\s+([^(;:]{3,80}?)\s*\((?:đạt\s+|chiếm\s+)?$/u;
const BEHIND_BRACKET = /^[^)]{0,20}\)([^.;]*)/u;

/** "Tỷ lệ xã …: 124/124 xã (đạt 100%)", "18/18 bệnh viện (100%) triển khai …": what the share in brackets is of. */
const nameShare = (before: string, after: string): string | undefined => {
  const noun = PART_AND_NOUN.exec(before)?.[1];
  if (noun === undefined) return NAME_AND_PART.exec(before)?.[1];
  const rest = BEHIND_BRACKET.exec(after)?.[1] ?? '';
  const [time] = findPeriods(rest);
  return `${noun}${time ? rest.slice(0, time.start) : rest}`;
};

/** The share that brackets give of a part and its whole is the value of the sentence. */
const shareInBrackets = (content: SourceText, quantities: readonly Quantity[]): StatedValue | undefined => {
  const { text } = content;
  const quantity = quantities.find(({ kind }) => kind === 'percent');
  if (!quantity) return undefined;
  const before = text.slice(Math.max(0, quantity.start - LONGEST_PART), quantity.start);
  const after = text.slice(quantity.end, quantity.end + LONGEST_PART);
  const name = nameShare(before, after);
  if (name === undefined) return undefined;
  return {
    quantity,
    name: tidyName(name),
    raw: text.slice(quantity.start, quantity.end),
    aspirational: isAspirational(name),
    period: findPeriods(after)[0]?.period ?? null,
    quote: content.source,
    line: lineAt(content, 0),
    clause: { start: 0, end: text.length },
  };
};

/** The values that a block of running text states, in order. What stands in brackets or quotation marks is a remark. */
export const listStatedValues = (content: SourceText): readonly StatedValue[] => {
  const { text } = content;
  if (!/\d/u.test(text)) return [];
  const plain = blankAsides(text);
  const all = findQuantities(text);
  const quantities = all.filter(({ start }) => plain.charAt(start) !== BLANK);
  const whole = quantities.some(({ kind }) => kind !== 'bare') ? undefined : shareInBrackets(content, all);
  if (whole) return [whole];
  const periods = findPeriods(text).filter(({ start }) => plain.charAt(start) !== BLANK);
  let previous: string | undefined;
  const named = listParts(text, quantities).map(({ quantity, part }) => {
    const name = nameValue(text, part, quantity, periods, previous);
    previous = name;
    return { name, quantity, part };
  });
  const names = shareVerbs(text, named);
  return named.map(({ quantity, part, name: own }, index) => {
    const name = names[index] ?? own;
    return {
      quantity: keptLevel(indexUnit(quantity, name), text, part),
      name,
      raw: text.slice(quantity.start, quantity.end),
      aspirational: isAspirational(text.slice(Math.max(0, quantity.end - LONGEST_PART), quantity.end)),
      period:
        (findPeriodBeside(text, part, quantity, periods) ?? openingPeriod(text, part, periods))?.period ??
        null,
      quote: quoteBetween(content, part.start, part.end),
      line: lineAt(content, part.start),
      clause: part,
    };
  });
};
