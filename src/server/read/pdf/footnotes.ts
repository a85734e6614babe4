import { cleanWords } from '#server/read/source/clean-words.ts';
import type { Rule } from './page-marks.ts';
import { joinWords, textOfLine, type TextLine } from './text-lines.ts';

/** A note at the foot of a page. */
export interface PrintedNote {
  readonly number: number;
  readonly text: string;
}

/** A page parted into its text and its notes. */
export interface Parted {
  readonly lines: readonly TextLine[];
  readonly notes: readonly PrintedNote[];
}

const SMALL = 0.92;
const MARK = /^(?:<sup>\(?(\d{1,3})\)?<\/sup>|\(?(\d{1,3})\)?(?=[\s.]*\p{Lu}))[\s.:]*/u;

const markOf = (text: string): { readonly number: number; readonly rest: string } | undefined => {
  const match = MARK.exec(text);
  const number = match?.[1] ?? match?.[2];
  return match && number !== undefined
    ? { number: Number(number), rest: text.slice(match[0].length) }
    : undefined;
};

/** A short line that is printed right above parts notes from text. */
const isBelowRule = (line: TextLine, rules: readonly Rule[], width: number): boolean =>
  rules.some(
    (rule) =>
      rule.isLevel &&
      rule.to - rule.from < width * 0.45 &&
      rule.at < line.base - line.size * 0.5 &&
      rule.at > line.base - line.size * 3,
  );

const readNotes = (lines: readonly TextLine[]): readonly PrintedNote[] => {
  const notes: PrintedNote[] = [];
  for (const line of lines) {
    const text = cleanWords(textOfLine(line));
    const mark = markOf(text);
    const last = notes.at(-1);
    const isRaised = text.startsWith('<sup>');
    if (mark && (!last || isRaised || mark.number === last.number + 1)) {
      notes.push({ number: mark.number, text: mark.rest });
    } else if (last) notes[notes.length - 1] = { ...last, text: joinWords(last.text, text) };
  }
  return notes;
};

/** Parts the notes at the foot of a page from its text: small letters, a raised number or a short line above, nothing else below. */
export const partNotes = (
  lines: readonly TextLine[],
  rules: readonly Rule[],
  page: { readonly width: number; readonly size: number; readonly lowestTable: number },
): Parted => {
  let start = lines.length;
  while (start > 0) {
    const line = lines[start - 1];
    if (!line || line.size > page.size * SMALL || line.base < page.lowestTable) break;
    start -= 1;
  }
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const text = line ? cleanWords(textOfLine(line)) : '';
    if (!line || !markOf(text)) continue;
    if (text.startsWith('<sup>') || isBelowRule(line, rules, page.width)) {
      return { lines: lines.slice(0, at), notes: readNotes(lines.slice(at)) };
    }
  }
  return { lines, notes: [] };
};
