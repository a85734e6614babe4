import { findNumbering, isUpperCase } from './numbering.ts';
import type { SourceLine } from './source-lines.ts';

const BULLET = /^(?:\*\*|\*)?\s*[-–+•*]\s*(?:\*\*|\*)?\s*\S/u;
const ENDS_SENTENCE = /[.;:!?…)”"/]\s*(?:<\/[a-z]+>)?[*_]*$/iu;
const RECEIVERS = /nơi nhận\s*:/iu;
const SHORT_LINE = 0.7;

/** A heading of Markdown: its line stands alone. */
export const isMarkedHeading = (line: SourceLine): boolean => /^#{1,6}\s/u.test(line.words);

/** A line that only rules off. */
const isRule = (line: SourceLine): boolean => /^[-–—_*=]{3,}$/u.test(line.words);

const isBoldLine = (words: string): boolean => /^\*\*[^*]+\*\*$/u.test(words);

/** "- …", "+ …": but not emphasis, a rule or a hyphenated word. */
export const startsWithBullet = (words: string): boolean =>
  /^[-–+•]\s/u.test(words) || (/^[-–+•]/u.test(words) && !/^[-–+•][\d-]/u.test(words) && BULLET.test(words));

const withoutEmphasis = (words: string): string => words.replace(/^[*_]+/u, '');

const startsNumbered = (words: string): boolean => findNumbering(withoutEmphasis(words)) !== undefined;

const typicalLength = (lines: readonly SourceLine[]): number => {
  const lengths = lines.map((line) => line.words.length).filter((length) => length > 0);
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.75)] ?? 0;
};

/** A short line in capitals, or numbered and without a stop: what follows in another style is no part of it. */
const endsHeading = (before: SourceLine, line: SourceLine, usual: number): boolean => {
  if (!/^[\p{Lu}“"(\d]/u.test(line.words)) return false;
  if (isUpperCase(before.words)) return before.words.length < usual && !isUpperCase(line.words);
  return (
    startsNumbered(before.words) && !/[.;:,!?…]$/u.test(before.words) && before.words.length < usual * 0.8
  );
};

/** A sentence that ends well before the margin ends its paragraph. */
const endsParagraph = (before: SourceLine, line: SourceLine, usual: number): boolean =>
  /[.;:]$/u.test(before.words) && before.words.length < usual * SHORT_LINE && /^\p{Lu}/u.test(line.words);

/** Whether a line opens a block of its own though no blank line stands before it. */
const opensBlock = (line: SourceLine, before: SourceLine, usual: number): boolean => {
  if (isMarkedHeading(line) || isMarkedHeading(before)) return true;
  if (line.words.startsWith('<sup>') || RECEIVERS.test(before.words)) return true;
  const sentenceOver = ENDS_SENTENCE.test(before.words);
  if (line.startsPage && sentenceOver) return true;
  if (endsHeading(before, line, usual) || endsParagraph(before, line, usual)) return true;
  const marked = startsWithBullet(line.words) || startsNumbered(line.words);
  if (!marked) return false;
  if (sentenceOver || isBoldLine(before.words)) return true;
  return line.startsPage || before.words.length < usual * SHORT_LINE || before.raw.endsWith('  ');
};

/** Groups lines of running text into what blank lines, marks and page breaks set apart. */
export const groupLines = (lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] => {
  const usual = typicalLength(lines);
  const groups: SourceLine[][] = [];
  let before: SourceLine | undefined;
  for (const line of lines) {
    if (line.words === '' || isRule(line)) {
      before = undefined;
      continue;
    }
    const open = groups.at(-1);
    if (open && before && !opensBlock(line, before, usual)) open.push(line);
    else groups.push([line]);
    before = line;
  }
  return groups;
};
