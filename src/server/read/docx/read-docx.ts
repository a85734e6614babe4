import { cleanWords } from '#server/read/source/clean-words.ts';
import type { SourceBlock, SourceCell, SourceRow } from '#server/read/source/source-block.ts';
import type { DocxPackage } from './docx-package.ts';
import { countNumbers } from './numbering.ts';
import { readRuns, type ParagraphText } from './run-text.ts';
import { headingOf, numberOf, PLAIN, readStyles } from './styles.ts';
import { elementsOf, findChild, switchOf, valueOf, type XmlElement } from './xml-tree.ts';

/** A paragraph with its number, before it becomes a block or a part of a cell. */
interface ReadParagraph extends Omit<ParagraphText, 'lines'> {
  readonly lines: readonly string[];
  readonly level: number | null;
  /** A tracked change took away its end: the next paragraph goes on with it. */
  readonly isOpen: boolean;
}

// A row or a cell with more of these would be no table.
const MOST_COLUMNS = 200;
const LONGEST_BOLD_TITLE = 200;
const NUMBERED = /^(?:[IVXivx]+|[A-Za-zĐđ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/]/u;

const spanOf = (properties: XmlElement | undefined, name: string): number => {
  const span = Number(valueOf(properties, name) ?? '1');
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_COLUMNS) : 1;
};

const emptyCell = (columns: number): SourceCell => ({ lines: [], isBold: false, columns, continues: false });

const paddingOf = (properties: XmlElement | undefined, name: string): readonly SourceCell[] =>
  findChild(properties, name) ? [emptyCell(spanOf(properties, name))] : [];

/** A tracked change took the row or the cell away. */
const isTakenAway = (element: XmlElement): boolean =>
  findChild(findChild(element, 'trPr'), 'del') !== undefined ||
  findChild(findChild(element, 'tcPr'), 'cellDel') !== undefined;

const mergeOf = (properties: XmlElement | undefined, name: string): 'restart' | 'continue' | undefined => {
  const merge = findChild(properties, name);
  return merge && (merge.attributes.get('val') === 'restart' ? 'restart' : 'continue');
};

/** All elements of a name, also within content controls and the like, but not within each other. */
const listWithin = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(child.name)
      ? listWithin(child, name)
      : [];
  });

/** An older Word joins cells of a row by marks instead of a width. */
const joinMarked = (
  cells: readonly { readonly cell: SourceCell; readonly goesOn: boolean }[],
): SourceCell[] => {
  const joined: SourceCell[] = [];
  for (const { cell, goesOn } of cells) {
    const open = joined.at(-1);
    if (goesOn && open) joined[joined.length - 1] = { ...open, columns: open.columns + cell.columns };
    else joined.push(cell);
  }
  return joined;
};

/**
 * Reads the body of a Word document into blocks: numbers printed, tracked changes taken, cells with their widths,
 * footnotes behind what they belong to. Headers, footers, comments and hidden words are left out.
 */
export const readDocx = (docx: DocxPackage): readonly SourceBlock[] => {
  const styles = readStyles(docx.styles);
  const numbers = countNumbers(docx.numbering);
  const noteNumbers = new Map<string, number>();
  const noteElements = new Map(
    [docx.footnotes, docx.endnotes].flatMap((part) =>
      (part ? elementsOf(part) : []).map((note) => [`${note.name}:${note.attributes.get('id') ?? ''}`, note]),
    ),
  );
  const numberOfNote = (id: string): number => {
    const kind = id.slice(0, id.indexOf(':') + 1);
    const count = [...noteNumbers.keys()].filter((other) => other.startsWith(kind)).length;
    const number = noteNumbers.get(id) ?? count + 1;
    noteNumbers.set(id, number);
    return number;
  };
  let place = 0;

  const readParagraph = (paragraph: XmlElement): ReadParagraph => {
    const properties = findChild(paragraph, 'pPr');
    const styleId = valueOf(properties, 'pStyle') ?? '';
    const style = styles.get(styleId) ?? PLAIN;
    const text = readRuns(paragraph, { styles, paragraphStyle: style, numberOfNote });
    const own = numberOf(properties, style.number);
    const source = own === undefined ? style.number : own;
    const number = source === null ? '' : numbers.next(source, styleId);
    const [first = '', ...rest] = text.lines;
    const heading = headingOf(properties);
    return {
      ...text,
      lines: [number === '' ? first : `${number} ${first}`, ...rest],
      level: heading === undefined ? style.heading : heading,
      isOpen: switchOf(findChild(properties, 'rPr'), 'del') ?? false,
    };
  };

  const readNotes = (ids: readonly string[]): readonly SourceBlock[] =>
    ids.map((id) => {
      const note = noteElements.get(id);
      const paragraphs = note ? listWithin(note, 'p').map(readParagraph) : [];
      const text = cleanWords(paragraphs.flatMap(({ lines }) => lines).join(' '));
      return { kind: 'footnote', place, number: numberOfNote(id), text };
    });

  const readCell = (
    element: XmlElement,
  ): { readonly cell: SourceCell; readonly notes: readonly string[] } => {
    const properties = findChild(element, 'tcPr');
    const paragraphs = readCellParagraphs(element);
    const filled = paragraphs.filter(({ lines }) => lines.some((line) => cleanWords(line) !== ''));
    const cell: SourceCell = {
      lines: filled.flatMap(({ lines }) => lines.map(cleanWords)),
      isBold: filled.length > 0 && filled.every(({ isBold }) => isBold),
      columns: spanOf(properties, 'gridSpan'),
      continues: mergeOf(properties, 'vMerge') === 'continue',
    };
    return { cell, notes: paragraphs.flatMap(({ notes }) => notes) };
  };

  /** The paragraphs of a cell, its text boxes and the tables within it, row by row. */
  const readCellParagraphs = (element: XmlElement): readonly ReadParagraph[] =>
    elementsOf(element).flatMap((child) => {
      if (child.name === 'p') {
        const paragraph = readParagraph(child);
        return [paragraph, ...paragraph.boxes.flatMap(readCellParagraphs)];
      }
      if (child.name === 'tbl')
        return listWithin(child, 'tr')
          .filter((row) => !isTakenAway(row))
          .map(readNestedRow);
      return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(child.name)
        ? readCellParagraphs(child)
        : [];
    });

  const readNestedRow = (row: XmlElement): ReadParagraph => {
    const paragraphs = listWithin(row, 'tc').flatMap(readCellParagraphs);
    return {
      lines: [cleanWords(paragraphs.flatMap(({ lines }) => lines).join(' '))],
      isBold: false,
      notes: paragraphs.flatMap(({ notes }) => notes),
      boxes: [],
      level: null,
      isOpen: false,
    };
  };

  const readTable = (table: XmlElement): readonly SourceBlock[] => {
    const rows: SourceRow[] = [];
    const notes: string[] = [];
    for (const row of listWithin(table, 'tr')) {
      if (isTakenAway(row)) continue;
      place += 1;
      const properties = findChild(row, 'trPr');
      const cells = listWithin(row, 'tc')
        .filter((cell) => !isTakenAway(cell))
        .map((element) => {
          const { cell, notes: own } = readCell(element);
          notes.push(...own);
          return { cell, goesOn: mergeOf(findChild(element, 'tcPr'), 'hMerge') === 'continue' };
        });
      const laidOut = [
        ...paddingOf(properties, 'gridBefore'),
        ...joinMarked(cells),
        ...paddingOf(properties, 'gridAfter'),
      ];
      rows.push({ place, cells: laidOut });
    }
    return [{ kind: 'table', rows }, ...readNotes(notes)];
  };

  /** A frame of one cell is no table: what stands in it stands in the text. */
  const isFrame = (table: XmlElement): boolean => {
    const rows = listWithin(table, 'tr');
    return rows.every((row) => listWithin(row, 'tc').length === 1);
  };

  const toBlocks = (paragraph: ReadParagraph): readonly SourceBlock[] => {
    const { level, isBold, notes, boxes } = paragraph;
    const lines = paragraph.lines.map(cleanWords);
    const words = lines.join(' ');
    // Bold words behind a number head what follows: the number alone may also open a list.
    const isTitle =
      isBold && lines.length === 1 && NUMBERED.test(words) && words.length <= LONGEST_BOLD_TITLE;
    const written = isTitle && level === null ? [`**${words.replace(/\*/gu, '')}**`] : lines;
    return [
      { kind: 'paragraph', place, lines: written, level },
      ...readNotes(notes),
      ...boxes.flatMap(readBlocks),
    ];
  };

  const readBlocks = (element: XmlElement): readonly SourceBlock[] => {
    const blocks: (readonly SourceBlock[])[] = [];
    let open: ReadParagraph | undefined;
    for (const child of elementsOf(element)) {
      if (child.name === 'p') {
        place += 1;
        const paragraph = readParagraph(child);
        const whole: ReadParagraph = open ? joinParagraphs(open, paragraph) : paragraph;
        open = whole.isOpen ? whole : undefined;
        if (!open) blocks.push(toBlocks(whole));
      } else if (child.name === 'tbl') {
        blocks.push(
          isFrame(child)
            ? listWithin(child, 'tr')
                .flatMap((row) => listWithin(row, 'tc'))
                .flatMap(readBlocks)
            : readTable(child),
        );
      } else if (['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'body'].includes(child.name)) {
        blocks.push(readBlocks(child));
      }
    }
    return [...blocks.flat(), ...(open ? toBlocks(open) : [])];
  };
  return readBlocks(docx.document);
};

const joinParagraphs = (one: ReadParagraph, other: ReadParagraph): ReadParagraph => ({
  lines: [
    ...one.lines.slice(0, -1),
    `${one.lines.at(-1) ?? ''}${other.lines[0] ?? ''}`,
    ...other.lines.slice(1),
  ],
  isBold: one.isBold && other.isBold,
  notes: [...one.notes, ...other.notes],
  boxes: [...one.boxes, ...other.boxes],
  level: one.level,
  isOpen: other.isOpen,
});
