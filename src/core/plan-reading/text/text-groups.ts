import { startsAsAgency } from '#core/plan-reading/language/agency-heads.ts';
import {
  findNumbering,
  isUpperCase,
  valueOfNumeral,
  type Numbering,
} from '#core/plan-reading/outline/numbering.ts';
import type { SourceLine } from './source-lines.ts';

const BULLET = /^(?:\*\*|\*)?\s*[-–+•*]\s*(?:\*\*|\*)?\s*\S/u;
const ENDS_SENTENCE = /[.;:!?…)”"/]\s*(?:<\/[a-z]+>)?[*_]*$/iu;
const RECEIVERS = /nơi nhận\s*:/iu;
const SHORT_LINE = 0.7;
// Vietnamese lists go on from d to đ and leave out f, j, w and z.
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
// A hard break before a hyphen within words leaves lower case or a bare number behind it.
const SURE_BULLET = /^(?:•|[-–+]\s+(?:\p{Lu}|\d[\d.,]*\s*%))/u;

/** A heading of Markdown: its line stands alone. */
export const isMarkedHeading = (line: SourceLine): boolean => /^#{1,6}\s/u.test(line.words);

/** A line that only rules off. */
const isRule = (line: SourceLine): boolean => /^[-–—_*=]{3,}$/u.test(line.words);

const isBoldLine = (words: string): boolean => /^\*\*[^*]+\*\*$/u.test(words);

/** "* Về dữ liệu số": a star and a space before words that no star closes. */
export const startsWithStar = (words: string): boolean => /^\*\s+[^*\s][^*]*$/u.test(words);

/** "- …", "+ …": but not emphasis, a rule or a hyphenated word. */
export const startsWithBullet = (words: string): boolean => {
  // A pandoc-made Markdown text escapes the marks that its source has for words.
  const plain = words.replace(/^\\(?=[-+])/u, '');
  return (
    /^[-–+•]\s/u.test(plain) || (/^[-–+•]/u.test(plain) && !/^[-–+•][\d-]/u.test(plain) && BULLET.test(plain))
  );
};

const withoutEmphasis = (words: string): string =>
  words.replace(/^[*_\\]+/u, '').replace(/^([\p{L}\d]{1,4})\\(?=[.)])/u, '$1');

const numberingOf = (words: string): Numbering | undefined => findNumbering(withoutEmphasis(words));

const startsNumbered = (words: string): boolean => numberingOf(words) !== undefined;

/** The place of a number in its count: 2 for "2", "II", "b" and "1.2"; undefined for what does not count. */
const rankOf = ({ level, number }: Numbering): number | undefined => {
  if (level === 'arabic') return Number(number);
  if (level === 'arabic-2') return Number(number.split('.').at(-1));
  if (level === 'roman' || level === 'letter-upper') return valueOfNumeral(number);
  const letter = level === 'letter' ? LETTERS.indexOf(number) : -1;
  return letter < 0 ? undefined : letter + 1;
};

const headOf = ({ level, number }: Numbering): string =>
  level === 'arabic-2' ? number.slice(0, number.lastIndexOf('.')) : level;

/** Remembers the last number of each kind, to tell a number that counts on from one that a line break brought to the front. */
const countNumbers = () => {
  const last = new Map<string, number>();
  return {
    countsOn: (words: string): boolean => {
      const numbering = numberingOf(words);
      const rank = numbering && /^[\p{Lu}“"]/u.test(numbering.rest) ? rankOf(numbering) : undefined;
      return numbering !== undefined && rank !== undefined && last.get(headOf(numbering)) === rank - 1;
    },
    add: (words: string): void => {
      const numbering = numberingOf(words);
      const rank = numbering && rankOf(numbering);
      if (numbering && rank !== undefined) last.set(headOf(numbering), rank);
    },
  };
};

const typicalLength = (lines: readonly SourceLine[]): number => {
  const lengths = lines.map((line) => line.words.length).filter((length) => length > 0);
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.75)] ?? 0;
};

/** A short line in capitals, or numbered and without a stop: what follows in another style is no part of it. */
const endsHeading = (before: SourceLine, line: SourceLine, usual: number): boolean => {
  if (!/^[\p{Lu}“"(\d]/u.test(line.words)) return false;
  if (isUpperCase(before.words)) return before.words.length < usual && !isUpperCase(line.words);
  if (!startsNumbered(before.words) || /[.;:,!?…]$/u.test(before.words)) return false;
  const isAgency = before.words.endsWith(')') && startsAsAgency(numberingOf(before.words)?.rest ?? '');
  return isAgency || before.words.length < usual * 0.8;
};

/** A sentence that ends well before the margin ends its paragraph. */
const endsParagraph = (before: SourceLine, line: SourceLine, usual: number): boolean =>
  /[.;:]$/u.test(before.words) && before.words.length < usual * SHORT_LINE && /^\p{Lu}/u.test(line.words);

/** A title in capitals is no rest of a sentence, and a first item right below a heading opens its list. */
const opensSurely = ({ level, number, rest }: Numbering, before: SourceLine): boolean => {
  if (level === 'part' || (level === 'roman' && isUpperCase(rest))) return true;
  const isFirst = /^(?:1|a|\d+\.1)$/u.test(number) && /^[\p{Lu}“"]/u.test(rest);
  return isFirst && (level === 'letter' || isUpperCase(before.words) || startsNumbered(before.words));
};

/** Whether a line opens a block of its own though no blank line stands before it. */
const opensBlock = (
  line: SourceLine,
  before: SourceLine,
  usual: number,
  countsOn: (words: string) => boolean,
): boolean => {
  if (isMarkedHeading(line) || isMarkedHeading(before) || SURE_BULLET.test(line.words)) return true;
  if (line.words.startsWith('<sup>') || RECEIVERS.test(before.words)) return true;
  const sentenceOver = ENDS_SENTENCE.test(before.words);
  if (line.startsPage && sentenceOver) return true;
  if (endsHeading(before, line, usual) || endsParagraph(before, line, usual)) return true;
  if (startsWithStar(line.words)) return true;
  const numbering = numberingOf(line.words);
  if (!numbering && !startsWithBullet(line.words)) return false;
  if (numbering && opensSurely(numbering, before)) return true;
  if (sentenceOver || isBoldLine(before.words) || countsOn(line.words)) return true;
  return line.startsPage || before.words.length < usual * SHORT_LINE || before.raw.endsWith('  ');
};

/** Groups lines of running text into what blank lines, marks and page breaks set apart. */
export const groupLines = (lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] => {
  const usual = typicalLength(lines);
  const groups: SourceLine[][] = [];
  const numbers = countNumbers();
  let before: SourceLine | undefined;
  for (const line of lines) {
    if (line.words === '' || isRule(line)) {
      before = undefined;
      continue;
    }
    const open = groups.at(-1);
    if (open && before && !opensBlock(line, before, usual, numbers.countsOn)) open.push(line);
    else {
      groups.push([line]);
      numbers.add(line.words);
    }
    before = line;
  }
  return groups;
};
