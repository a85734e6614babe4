import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { linesBelow } from '#core/report/captions.ts';
import { annexLabel, annexReference, KIND_NAMES } from '#core/report/head-lines.ts';
import { labelBlocks, type LabelledBlock } from '#core/report/numbering.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  DocumentChart,
  DocumentTable,
  OfficialDocument,
} from '#core/report/official-document.ts';
import { BODY, PAGE, SIZE, textWidth } from '#core/report/official-layout.ts';
import { chartOf } from './docx-chart.ts';
import { basisBlocks, closeBlocks, headBlocks } from './docx-head.ts';
import { endOfPart, halfPoints, line, textRuns, twentieths, twips } from './docx-paragraphs.ts';
import { NUMBERING, STYLES } from './docx-styles.ts';
import { placeOfTable, putTables, tableXml } from './docx-table.ts';
import { withoutChance } from './fixed-package.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

const captioned = (
  { caption, ...block }: DocumentTable | DocumentChart,
  content: readonly FileChild[],
): FileChild[] => {
  const below = linesBelow(block);
  const isAbove = block.kind === 'table';
  const title =
    caption === null
      ? []
      : [
          new Paragraph({
            style: 'Caption',
            keepNext: isAbove || below.length > 0,
            children: textRuns(caption),
          }),
        ];
  const lines = below.map(
    (text, place) =>
      new Paragraph({
        style: 'OfficialSource',
        keepNext: place < below.length - 1,
        children: textRuns(text),
      }),
  );
  return isAbove ? [...title, ...content, ...lines] : [...content, ...title, ...lines];
};

/** A part of the paper with pages of its own. */
interface PartOfPaper {
  /** Of the text, in millimetres. */
  readonly width: number;
  readonly part: number;
  /** Takes the tables of the whole paper. */
  readonly tables: string[];
}

// Headings of each annex begin from I. again: an instance of the list for each part.
const blockOf = (
  block: LabelledBlock,
  { width, part, tables }: PartOfPaper,
  staysWithNext: boolean,
): FileChild[] => {
  const body = { style: 'OfficialBody', ...(staysWithNext && { keepNext: true, keepLines: true }) };
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          numbering: { reference: 'outline', level: block.level - 1, instance: part },
          children: textRuns(block.level === 1 ? block.title.toUpperCase() : block.title),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...body, children: textRuns(block.text) })];
    case 'points':
      return block.items.map(
        ({ label, text }) =>
          new Paragraph({ ...body, children: [new TextRun(`${label} `), ...textRuns(text)] }),
      );
    case 'dashes':
      return block.items.map(
        (text) =>
          new Paragraph({ ...body, numbering: { reference: 'dashes', level: 0 }, children: textRuns(text) }),
      );
    case 'table':
      tables.push(tableXml(block, width));
      return captioned(block, [placeOfTable(tables.length - 1)]);
    case 'chart':
      return captioned(block, chartOf(block));
  }
};

/** Text that follows a table without a line below it would touch it. */
const afterTable = (): Paragraph =>
  new Paragraph({
    style: 'OfficialLine',
    spacing: { line: twentieths(BODY.after), lineRule: 'exact' },
    children: [],
  });

/** The blocks of a part; a signature that follows takes the last of them along to its page. */
const bodyOf = (blocks: readonly DocumentBlock[], part: PartOfPaper, isSigned = false): FileChild[] =>
  labelBlocks(blocks).flatMap((block, place) => [
    ...blockOf(block, part, isSigned && place === blocks.length - 1),
    ...(block.kind === 'table' && linesBelow(block).length === 0 && place < blocks.length - 1
      ? [afterTable()]
      : []),
  ]);

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'OfficialLine',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(SIZE.page) })],
      }),
    ],
  });

const { margin } = PAGE;

const sectionOf = (orientation: DocumentAnnex['orientation'], children: FileChild[]): ISectionOptions => ({
  properties: {
    // The first page of each part shows no number.
    titlePage: true,
    page: {
      size: {
        width: twips(PAGE.width),
        height: twips(PAGE.height),
        orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: {
        top: twips(margin.top),
        bottom: twips(margin.bottom),
        left: twips(margin.left),
        right: twips(margin.right),
        header: twips(PAGE.header),
        footer: twips(PAGE.header),
      },
      pageNumbers: { start: 1 },
    },
  },
  headers: {
    default: pageNumber(),
    first: new Header({ children: [new Paragraph({ style: 'OfficialLine', children: [] })] }),
  },
  children,
});

const annexOf = (
  annex: DocumentAnnex,
  index: number,
  document: OfficialDocument,
  tables: string[],
): ISectionOptions => {
  const bold = { bold: true, size: halfPoints(SIZE.title) };
  return sectionOf(annex.orientation, [
    line(annexLabel(index, document.annexes.length), bold),
    line(annex.title.toUpperCase(), bold),
    line(
      annexReference(document.head),
      { italics: true, size: halfPoints(SIZE.body) },
      { spacing: { after: 160 } },
    ),
    ...bodyOf(annex.blocks, { width: textWidth(annex.orientation), part: index + 1, tables }),
    endOfPart(),
  ]);
};

/**
 * A document as a .docx file in the layout of Nghị định 30/2020/NĐ-CP. The same document gives the same bytes.
 */
export const renderDocx = async (document: OfficialDocument): Promise<Uint8Array> => {
  const { head } = document;
  const tables: string[] = [];
  const file = new Document({
    title: [KIND_NAMES[head.kind], head.subject].filter((part) => part !== null).join(' '),
    creator: head.issuerName,
    lastModifiedBy: head.issuerName,
    description: '',
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      sectionOf('portrait', [
        ...headBlocks(document),
        ...basisBlocks(document),
        ...bodyOf(document.blocks, { width: textWidth('portrait'), part: 0, tables }, true),
        ...closeBlocks(document),
      ]),
      ...document.annexes.map((annex, index) => annexOf(annex, index, document, tables)),
    ],
  });
  return withoutChance(await Packer.toBuffer(file), (name, xml) =>
    name === 'word/document.xml' ? putTables(xml, tables) : xml,
  );
};
