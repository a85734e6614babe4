import type { LineSpan, SourceText } from './source-text.ts';

/** How deep a heading stands: the kinds of numbering that Vietnamese administrative documents use, outermost first. */
export const HEADING_LEVELS = [
  'appendix',
  'part',
  'article',
  'letter-upper',
  'roman',
  'arabic',
  'arabic-2',
  'letter',
  'plain',
] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** "II. NHIỆM VỤ", "Phụ lục I", "PHẦN THỨ HAI", "Điều 2. …", "a) Hạ tầng số": words under which the following blocks stand. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  /** The number as printed without its point or bracket: "II", "1", "đ", "Phụ lục I", "Điều 2"; null when there is none. */
  readonly number: string | null;
  /** The heading without its number: "NHIỆM VỤ". */
  readonly title: string;
  readonly content: SourceText;
  readonly lines: LineSpan;
}

/** Running text, put together again when a page break or a hard line break cut it. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: SourceText;
  readonly lines: LineSpan;
}

/** "- …", "+ …", "a) …", "1. …" with running text behind it. */
export interface ListItem {
  readonly kind: 'list-item';
  /** "-", "+", "a", "1", "2.1": without the bracket or point. */
  readonly marker: string;
  readonly level: HeadingLevel | 'bullet';
  /** Words without the marker. */
  readonly content: SourceText;
  readonly lines: LineSpan;
}

/** A column of a table; a header of two lines is joined: group "Điểm đạt được", label "Tiền Giang (cũ)". */
export interface Column {
  /** "Điểm đạt được - Tiền Giang (cũ)"; empty when the header cell is empty. */
  readonly header: string;
  readonly group: string | null;
  readonly label: string;
}

/** What follows a page break inside a row. */
export interface RowContinuation {
  readonly line: number;
  readonly quote: string;
  /** Indexes of the columns that go on. */
  readonly columns: readonly number[];
}

/** A heading that stands as a row inside a table: "II | PHÁT TRIỂN DỮ LIỆU SỐ". */
export interface SectionStep {
  readonly number: string | null;
  readonly title: string;
  readonly line: number;
}

/** One record of a table. Cells are whole: what a page break cut off is joined to them. */
export interface TableRow {
  /** One cell per column, empty text where the source has nothing. */
  readonly cells: readonly SourceText[];
  /** Cells of a merged group that hold for this row too though they are printed above it: column index → cell. */
  readonly inherited: ReadonlyMap<number, SourceText>;
  /** Section rows open above this row, outermost first. */
  readonly sections: readonly SectionStep[];
  /** The row as printed before the page break, white space collapsed, outer pipes dropped. */
  readonly quote: string;
  readonly lines: LineSpan;
  readonly continuation: readonly RowContinuation[];
  /** What is wrong in the source itself, e.g. "overprinted". */
  readonly sourceDefect: string | null;
}

export interface Table {
  readonly kind: 'table';
  /** `tabs`: tab-separated; `pipes`: Markdown; `dissolved`: hard-wrapped PDF text in which cells became lines. */
  readonly layout: 'tabs' | 'pipes' | 'dissolved';
  /** "Bảng 1. …" printed above or below. */
  readonly caption: SourceText | null;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly lines: LineSpan;
}

/** A note at the foot of a page: "7 Quyết định số …", "<sup>(2)</sup>. Năm 2020: …". */
export interface Footnote {
  readonly kind: 'footnote';
  readonly number: number;
  readonly content: SourceText;
  readonly lines: LineSpan;
}

export type Block = Heading | Paragraph | ListItem | Table | Footnote;
