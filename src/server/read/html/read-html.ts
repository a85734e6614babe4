import { formatNumber } from '#server/read/docx/number-formats.ts';
import { cleanWords, raisedWords } from '#server/read/source/clean-words.ts';
import type { SourceBlock } from '#server/read/source/source-block.ts';
import {
  attributeOf,
  countOf,
  holds,
  isElement,
  isLeftOut,
  listWithin,
  parseHtml,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.ts';
import { layOutTable, type StatedCell } from './lay-out-table.ts';
import { placeNotes } from './place-notes.ts';

/** Pages nest their elements deeper than documents do, but not without end. */
const DEEPEST = 500;
const MOST_ROWS_OF_A_CELL = 1000;
const MOST_COLUMNS_OF_A_CELL = 100;

/** Elements nest deeper than in any page. */
export class NestedTooDeep extends Error {
  override readonly name = 'NestedTooDeep';
}

const BLOCKS = new Set(
  'address article blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table ul'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const NUMBERED = /^(?:[IVX]+|[A-Za-zĐđ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/]/u;
const LONGEST_BOLD_TITLE = 200;
// Word, LibreOffice and pandoc name the way back from a note to its mark, each in its own words.
const BACK_TO_MARK = /^#(?:_(?:ftn|edn)ref|sd(?:foot|end)note(?=\d+anc)|fnref:?)(\d+)(?:anc)?$/u;
const BACK_ARROW = /\s*\u21a9\ufe0e?$/u;

/** A paragraph being gathered. */
interface OpenParagraph {
  lines: string[];
  bold: number;
  plain: number;
  note: number | null;
  /** The number or the mark of the item that it opens; empty when it opens none. */
  marker: string;
}

const startParagraph = (marker = ''): OpenParagraph => ({
  lines: [''],
  bold: 0,
  plain: 0,
  note: null,
  marker,
});

/** What stands around words. */
interface Around {
  readonly bold: boolean;
  readonly raised: boolean;
  readonly level: number | null;
  readonly depth: number;
}

const isBoldElement = (element: HtmlElement): boolean =>
  BOLD.has(element.tagName) ||
  /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(attributeOf(element, 'style') ?? '');

const levelOf = (element: HtmlElement): number | null => {
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1];
  return level === undefined ? null : Number(level);
};

const markOfItem = (item: HtmlElement, position: number): string => {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '-';
  const start = Number.parseInt(attributeOf(list, 'start') ?? '1', 10);
  const own = Number.parseInt(attributeOf(item, 'value') ?? '', 10);
  const value = Number.isInteger(own) ? own : (Number.isInteger(start) ? start : 1) + position;
  return `${formatNumber(value, NUMBER_FORMATS[attributeOf(list, 'type') ?? ''] ?? 'decimal')}.`;
};

const textOfNode = (node: HtmlNode): string => {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOfNode).join('') : '';
};

/** Reads a page into blocks: words, lists with their numbers, tables; nothing of its programs and its navigation. */
export const readHtml = (html: string): readonly SourceBlock[] => {
  let blocks: SourceBlock[] = [];
  let place = 0;
  let open = startParagraph();
  // Of all that is read so far.
  const letters = { bold: 0, plain: 0 };

  const flush = (level: number | null): void => {
    const { lines, bold, plain, note, marker } = open;
    const words = lines.map(cleanWords).filter((line) => line !== '');
    // The words of an item may stand in a paragraph within it: its mark waits for them.
    open = startParagraph(words.length === 0 ? marker : '');
    if (words.length === 0) return;
    place += 1;
    if (note !== null) {
      const text = words
        .join(' ')
        .replace(/^(?:<sup>\d+<\/sup>|\[\d+\]|\d+(?=\p{Lu}))\s*/u, '')
        .replace(BACK_ARROW, '');
      blocks.push({ kind: 'footnote', place, number: note, text });
      return;
    }
    const written = [marker === '' ? (words[0] ?? '') : `${marker} ${words[0] ?? ''}`, ...words.slice(1)];
    const [first = ''] = written;
    const isTitle = bold > 0 && plain === 0 && written.length === 1 && NUMBERED.test(first);
    const asTitle = isTitle && level === null && first.length <= LONGEST_BOLD_TITLE;
    blocks.push({ kind: 'paragraph', place, lines: asTitle ? [`**${first}**`] : written, level });
  };
  const addWords = (text: string, { bold, raised }: Around): void => {
    const words = text.replace(/\s+/gu, ' ');
    const line = open.lines.pop() ?? '';
    open.lines.push(line + (raised ? raisedWords(words.replace(/^\s*\[(\d+)\]\s*$/u, '$1'), line) : words));
    const weight = bold ? 'bold' : 'plain';
    open[weight] += words.trim().length;
    letters[weight] += words.trim().length;
  };

  const readCell = (element: HtmlElement, around: Around): StatedCell => {
    // A cell is read like a page of its own.
    const outside = blocks;
    blocks = [];
    const [before, placeBefore] = [open, place];
    open = startParagraph();
    const { bold, plain } = letters;
    readChildren(element, around);
    flush(null);
    const inside = blocks;
    blocks = outside;
    [open, place] = [before, placeBefore];
    return {
      lines: inside
        .flatMap((block) => (block.kind === 'paragraph' ? block.lines : []))
        .map((line) => line.replace(/\*\*/gu, '')),
      isBold: letters.bold > bold && letters.plain === plain,
      columns: countOf(element, 'colspan', MOST_COLUMNS_OF_A_CELL),
      rows: countOf(element, 'rowspan', MOST_ROWS_OF_A_CELL),
    };
  };
  const readTable = (table: HtmlElement, around: Around): void => {
    const cellsOf = (row: HtmlElement): readonly HtmlElement[] => listWithin(row, 'td', 'th');
    const rows = listWithin(table, 'tr');
    // A table around tables only lays out the page.
    if (rows.some((row) => cellsOf(row).some((cell) => holds(cell, 'table')))) {
      for (const cell of rows.flatMap(cellsOf)) {
        readChildren(cell, around);
        flush(null);
      }
      return;
    }
    const stated = rows.map((row) => {
      place += 1;
      return {
        place,
        cells: cellsOf(row).map((cell) => readCell(cell, { ...around, bold: isBoldElement(cell) })),
      };
    });
    blocks.push({ kind: 'table', rows: layOutTable(stated) });
  };

  /** An item without words still prints its number: in a column of numbers that is all that stands there. */
  const endItem = (): void => {
    const { marker } = open;
    open = startParagraph();
    if (/^\w/u.test(marker)) blocks.push({ kind: 'paragraph', place, lines: [marker], level: null });
  };
  const readElement = (element: HtmlElement, position: number, outer: Around): void => {
    if (isLeftOut(element)) return;
    if (outer.depth > DEEPEST) throw new NestedTooDeep();
    if (element.tagName === 'br') {
      open.lines.push('');
      return;
    }
    const level = levelOf(element) ?? outer.level;
    const around: Around = {
      bold: outer.bold || isBoldElement(element),
      raised: outer.raised || element.tagName === 'sup',
      ...{ level, depth: outer.depth + 1 },
    };
    if (element.tagName === 'a' && BACK_TO_MARK.test(attributeOf(element, 'href') ?? '')) {
      const back = BACK_TO_MARK.exec(attributeOf(element, 'href') ?? '')?.[1];
      open.note = Number(/\d+/u.exec(textOfNode(element))?.[0] ?? back ?? 0);
    }
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) flush(outer.level);
    if (element.tagName === 'table') readTable(element, around);
    else {
      if (element.tagName === 'li') open.marker = markOfItem(element, position);
      readChildren(element, around);
    }
    if (isBlock) flush(level);
    if (element.tagName === 'li') endItem();
  };
  const readChildren = (element: HtmlElement, around: Around): void => {
    let position = 0;
    for (const child of element.childNodes) {
      if (isElement(child)) {
        readElement(child, position, around);
        if (child.tagName === 'li') position += 1;
      } else if (child.nodeName === '#text' && 'value' in child) addWords(child.value, around);
    }
  };

  for (const node of parseHtml(html)) {
    if (isElement(node)) readElement(node, 0, { bold: false, raised: false, level: null, depth: 0 });
  }
  flush(null);
  return placeNotes(blocks);
};
