import { findDocumentKind } from '#core/plan-reading/document/document-kinds.ts';
import { isUpperCase } from '#core/plan-reading/outline/numbering.ts';
import { cleanWords } from '#server/read/source/clean-words.ts';
import { joinWords, textOfLine, type TextLine } from './text-lines.ts';

/** Lines that belong together. */
export interface PrintedParagraph {
  /** Lines of a title stay apart; those of running text are joined. */
  readonly lines: readonly string[];
  readonly isBold: boolean;
  readonly isCentred: boolean;
  readonly first: TextLine;
  readonly last: TextLine;
}

/** The space that text fills: its left and right edge. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

const ITEM =
  /^(?:[-–+•*▪➢✓]\s?\S|(?:[IVX]{1,5}|[a-zđ]|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)/](?:\s|$)|\(\d{1,2}\)\s|(?:Điều|Phụ lục)\s\S)/u;
const NUMBERED_ITEM = /^(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)]\s/u;
const ENDS_SENTENCE = /[.;:!?…”"](?:<sup>.*<\/sup>)?$/u;

// What a document rests on stands in paragraphs of its own, below a title that may fill its line.
const LEGAL_BASIS = /^(?:Căn cứ|Thực hiện|Theo đề nghị|Xét)\s+(?:của\s+)?\p{Lu}/u;

/** Whether the text opens with the mark or the number of an item of a list. */
export const opensItem = (text: string): boolean => ITEM.test(text);

/** Whether the first word of the next line would still have fitted behind this line: then the line was ended on purpose. */
const endsEarly = (line: TextLine, next: TextLine, margins: Margins): boolean => {
  const word = next.words[0];
  const width = word ? word.right - word.left : 0;
  return line.right + width + line.size * 0.6 < margins.right;
};

const isCentred = (line: TextLine, { left, right }: Margins): boolean => {
  if (NUMBERED_ITEM.test(textOfLine(line))) return false;
  const [before, after] = [line.left - left, right - line.right];
  return before > line.size * 2 && after > line.size * 2 && Math.abs(before - after) < line.size * 2.5;
};

/** "BÁO CÁO" alone on its line. */
export const isDocumentTitle = (text: string): boolean => findDocumentKind(text)?.rest === '';

/** Whether a new paragraph begins with this line. */
const opens = (open: readonly TextLine[], line: TextLine, leading: number, margins: Margins): boolean => {
  const [first, before] = [open[0], open.at(-1)];
  if (!first || !before) return true;
  const text = textOfLine(line);
  const textBefore = textOfLine(before);
  if (Math.abs(line.size - before.size) > 1.2 || line.base - before.base > leading * 1.28) return true;
  if (isDocumentTitle(text)) return true;
  if (LEGAL_BASIS.test(text) && !isCentred(line, margins)) return true;
  const isOtherWeight = before.isBold !== line.isBold && /^[\p{Lu}\d“"(•+-]/u.test(text);
  const endsCapitals = isUpperCase(textBefore) && /^[“"(]?\p{Lu}\p{Ll}/u.test(text);
  if (isOtherWeight || endsCapitals) return true;
  const sentenceOver = ENDS_SENTENCE.test(textBefore.trim());
  const isFull = !endsEarly(before, line, margins);
  if (opensItem(text) && (sentenceOver || !isFull)) return true;
  // The first line of a paragraph stands further in than the others.
  const indent = line.left - before.left;
  if (indent > line.size * 0.9 && !isCentred(line, margins) && (sentenceOver || !isFull || opensItem(text))) {
    return true;
  }
  // Both lines stand as far in as the first line of a paragraph does, and no other line.
  const isFirst = before === first && first.left - margins.left > line.size * 0.9;
  if (isFirst && sentenceOver && Math.abs(indent) < line.size * 0.2 && /^\p{Lu}/u.test(text)) return true;
  if (isFull) return false;
  return !/^\p{Ll}/u.test(text.trim()) || sentenceOver;
};

/** The distance between most lines of a size: small print beside the text has its own. */
const usualLeading = (lines: readonly TextLine[], size: number): number => {
  const steps = lines
    .slice(1)
    .flatMap((line, index) => (line.size === size ? [line.base - (lines[index]?.base ?? 0)] : []))
    .filter((step) => step > 2 && step < size * 2.4)
    .toSorted((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.4)] ?? (size || 12) * 1.2;
};

const toParagraph = (lines: readonly TextLine[], margins: Margins): PrintedParagraph | undefined => {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const centred = lines.every((line) => isCentred(line, margins));
  const texts = lines.map((line) => cleanWords(textOfLine(line)));
  return {
    lines: centred ? texts : [texts.reduce(joinWords)],
    isBold: lines.every(({ isBold }) => isBold),
    ...{ isCentred: centred, first, last },
  };
};

/** Whether two centred lines are parts of one title: nothing but the line break parts them. */
const isTitleBelow = (above: PrintedParagraph, below: PrintedParagraph): boolean =>
  above.isCentred &&
  below.isCentred &&
  above.isBold === below.isBold &&
  below.first.base - above.last.base < below.first.size * 2;

const joinTitles = (paragraphs: readonly PrintedParagraph[]): readonly PrintedParagraph[] => {
  const joined: PrintedParagraph[] = [];
  for (const paragraph of paragraphs) {
    const above = joined.at(-1);
    if (above && isTitleBelow(above, paragraph) && /^\p{Ll}/u.test(paragraph.lines[0] ?? '')) {
      const words = joinWords(above.lines.at(-1) ?? '', paragraph.lines[0] ?? '');
      joined[joined.length - 1] = {
        ...above,
        lines: [...above.lines.slice(0, -1), words, ...paragraph.lines.slice(1)],
        last: paragraph.last,
      };
    } else joined.push(paragraph);
  }
  return joined;
};

/** Puts lines together into paragraphs by their distances, their indents and where they end. */
export const joinLines = (lines: readonly TextLine[], margins: Margins): readonly PrintedParagraph[] => {
  const sizes = new Set(lines.map(({ size }) => size));
  const leadings = new Map([...sizes].map((size) => [size, usualLeading(lines, size)]));
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open && !opens(open, line, leadings.get(line.size) ?? line.size, margins)) open.push(line);
    else groups.push([line]);
  }
  return joinTitles(
    groups.map((group) => toParagraph(group, margins)).filter((found) => found !== undefined),
  );
};
