import type { Block, Footnote, Heading, HeadingLevel, ListItem, Paragraph } from './blocks.ts';
import { nameParts } from '#core/plan-reading/outline/name-parts.ts';
import { findNumbering, isUpperCase } from '#core/plan-reading/outline/numbering.ts';
import type { SourceLine } from './source-lines.ts';
import {
  joinPieces,
  joinTexts,
  linesOf,
  textFrom,
  type SourcePiece,
  type SourceText,
} from './source-text.ts';
import { groupLines, isMarkedHeading, startsWithBullet, startsWithStar } from './text-groups.ts';

const LONGEST_HEADING: Readonly<Record<HeadingLevel, number>> = {
  appendix: 300,
  part: 300,
  article: 120,
  'letter-upper': 200,
  roman: 300,
  arabic: 220,
  'arabic-2': 220,
  letter: 90,
  plain: 250,
};

// Longer bold words that end with a stop are a sentence that someone stressed.
const LONGEST_BOLD_SENTENCE = 100;

const FOOTNOTE_MARK = /^<sup>\s*\(?(\d{1,3})\)?\s*<\/sup>\s*[.:]?\s*/iu;
const FOOTNOTE_OF_PRINT =
  /^(\d{1,2})\s+(?=(?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Nghị định|Thông tư|Báo cáo|Văn bản|Chỉ thị|Tờ trình|Thông báo|Luật|Theo|Xem|Gồm|Bao gồm|Không bao gồm)\s)/u;

const piecesOf = (lines: readonly SourceLine[]): readonly SourcePiece[] =>
  lines.map((line) => ({ line: line.number, raw: line.raw }));

const dropStart = (pieces: readonly SourcePiece[], length: number): readonly SourcePiece[] =>
  pieces.map((piece, index) =>
    index === 0 ? { ...piece, raw: piece.raw.trimStart().slice(length) } : piece,
  );

const isAllBold = (lines: readonly SourceLine[]): boolean => {
  const raw = lines.map((line) => line.words).join(' ');
  return /^\*{2,3}[^*]+\*{2,3}$/u.test(raw.replace(/\*{2,3}\s+\*{2,3}/gu, ' '));
};

const readFootnote = (lines: readonly SourceLine[]): Footnote | undefined => {
  const first = lines[0];
  const match = first && (FOOTNOTE_MARK.exec(first.words) ?? FOOTNOTE_OF_PRINT.exec(first.words));
  if (!match?.[1]) return undefined;
  const content = joinPieces(dropStart(piecesOf(lines), match[0].length));
  return { kind: 'footnote', number: Number(match[1]), content, lines: linesOf(content) };
};

const heading = (
  content: SourceText,
  level: HeadingLevel,
  number: string | null,
  title: string,
): Heading => ({ kind: 'heading', level, number, title, content, lines: linesOf(content) });

const listItem = (content: SourceText, marker: string, level: ListItem['level'], from: number): ListItem => ({
  kind: 'list-item',
  marker,
  level,
  content: textFrom(content, from),
  lines: linesOf(content),
});

const paragraph = (content: SourceText): Paragraph => ({
  kind: 'paragraph',
  content,
  lines: linesOf(content),
});

const isHeadingWords = (level: HeadingLevel, rest: string): boolean => {
  if (rest.length > LONGEST_HEADING[level] || rest === '') return false;
  if (isUpperCase(rest)) return true;
  return !/[.;:,!?…]$/u.test(rest) && /^[\p{Lu}\d“"(]/u.test(rest);
};

const BULLET_MARK = /^([-–+•])\s*(?:([+•])\s+)?/u;

const readBullet = (content: SourceText): ListItem | undefined => {
  const match = BULLET_MARK.exec(content.text);
  if (!match?.[1] || content.text.length === match[0].length) return undefined;
  return listItem(content, match[2] ?? match[1].replace('–', '-'), 'bullet', match[0].length);
};

const LONGEST_STARRED_HEADING = 90;

/** "* Về dữ liệu số" heads the items below it; with a sentence behind it a star marks an item. */
const readStarred = (lines: readonly SourceLine[], content: SourceText): Block | undefined => {
  if (!lines[0] || !startsWithStar(lines[0].words)) return undefined;
  const { text } = content;
  const heads = text.length <= LONGEST_STARRED_HEADING && !/[.;,]$|\d\s?%/u.test(text);
  return heads
    ? heading(content, 'plain', null, text.replace(/:$/u, ''))
    : listItem(content, '*', 'bullet', 0);
};

/** Reads a group of lines as the one block that it is. */
const readBlock = (lines: readonly SourceLine[]): Block | undefined => {
  const footnote = readFootnote(lines);
  if (footnote) return footnote;
  const content = joinPieces(piecesOf(lines));
  if (content.text === '') return undefined;
  const starred = readStarred(lines, content);
  if (starred) return starred;
  const marked = lines[0] !== undefined && isMarkedHeading(lines[0]);
  if (startsWithBullet(content.text)) {
    const item = readBullet(content);
    if (item) return marked ? heading(content, 'plain', null, item.content.text) : item;
  }
  // What an amendment puts in is quoted with its number: "15. Xây dựng …".
  const numbering = findNumbering(content.text.replace(/^["“](?=\S)/u, ''));
  if (!numbering) return marked ? heading(content, 'plain', null, content.text) : paragraph(content);
  const { level, number, rest } = numbering;
  const bold = isAllBold(lines) && !(rest.length > LONGEST_BOLD_SENTENCE && rest.endsWith('.'));
  if (marked || bold || level === 'appendix' || level === 'part' || isHeadingWords(level, rest)) {
    return heading(content, level, number, rest);
  }
  return listItem(content, number, level, content.text.length - rest.length);
};

const isAppendixLine = (line: SourceLine): boolean =>
  findNumbering(joinPieces([{ line: line.number, raw: line.raw }]).text)?.level === 'appendix';

/** A line that names an appendix heads the title below it: the group is cut after it and after its title. */
const cutAtAppendix = (lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] => {
  const first = lines[0];
  if (!first || lines.length < 2 || !isAppendixLine(first)) return [lines];
  return [[first], lines.slice(1)];
};

// A paragraph runs over a page break or two; joining without end would copy the same words again and again.
const LONGEST_PARAGRAPH = 6_000;
const ENDS_WHOLE = /[.:!?]$/u;

/** A numbered line at the foot of a page may have looked like a heading: what goes on in lower case was none. */
const asRunningText = (block: Block | undefined): Paragraph | ListItem | undefined => {
  if (block?.kind === 'paragraph' || block?.kind === 'list-item') return block;
  if (block?.kind !== 'heading' || block.number === null || block.level === 'appendix') return undefined;
  if (isUpperCase(block.title) || block.title.length < LONGEST_BOLD_SENTENCE * 0.6) return undefined;
  return listItem(block.content, block.number, block.level, block.content.text.length - block.title.length);
};

/** The number that stands alone at the head or foot of a page. */
export const PAGE_NUMBER = /^(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?$/u;

/** What print puts between the halves of a sentence that a page break cut: footnotes and the number of the page. */
const standsBetween = (block: Block): boolean =>
  block.kind === 'footnote' || (block.kind === 'paragraph' && PAGE_NUMBER.test(block.content.text));

/** Puts paragraphs together again that a page break cut: the first ends without a stop, the next begins in lower case. */
const joinBroken = (blocks: readonly Block[]): readonly Block[] => {
  const joined: Block[] = [];
  let last = -1;
  for (const block of blocks) {
    const rest = block.kind === 'paragraph' && /^\p{Ll}/u.test(block.content.text) ? block : undefined;
    const open = rest ? asRunningText(joined[last]) : undefined;
    if (rest && open && open.content.text.length < LONGEST_PARAGRAPH && !ENDS_WHOLE.test(open.content.text)) {
      const content = joinTexts(open.content, rest.content, last < joined.length - 1);
      joined[last] = { ...open, content, lines: { start: open.lines.start, end: rest.lines.end } };
      continue;
    }
    joined.push(block);
    if (!standsBetween(block)) last = joined.length - 1;
  }
  return joined;
};

/** Reads lines of running text into headings, paragraphs, list items and footnotes. */
export const readTextBlocks = (lines: readonly SourceLine[]): readonly Block[] =>
  nameParts(
    joinBroken(
      groupLines(lines)
        .flatMap(cutAtAppendix)
        .map(readBlock)
        .filter((block) => block !== undefined),
    ),
  );
