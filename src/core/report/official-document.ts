import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { SignatureBlock } from './signature.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Words of a paragraph or a cell: plain, or in stretches of different styles. */
export type RichText = string | readonly Run[];

/** Kinds of document (tên loại) that are made here; a dispatch (công văn) prints no name of its kind. */
export const DOCUMENT_KINDS = ['report', 'announcement', 'plan', 'submission', 'dispatch'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What stands above the text. A number and a day that are not given yet stay blank on paper: none is invented. */
export interface DocumentHead {
  /** The body above the issuing one; null for a provincial people's committee. */
  readonly parentBody: string | null;
  /** Its name in the lines in which it stands on paper. */
  readonly issuingBody: readonly string[];
  /** As others name the issuing body: "Ủy ban nhân dân tỉnh Đồng Tháp". */
  readonly issuerName: string;
  readonly number: number | null;
  /** What follows the number and the slash: "BC-UBND". */
  readonly symbol: string;
  readonly place: string;
  readonly issuedOn: PlainDate | null;
  /** The year that is printed while the day is open. */
  readonly year: number;
  readonly kind: DocumentKind;
  /** What the document is about (trích yếu), in sentence case. */
  readonly subject: string;
}

/** A column of a table. */
export interface TableColumn {
  readonly title: string;
  /** Share of the width of the table, against the other columns' shares. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
  /** Neighbouring columns of one group stand under one common title. */
  readonly group?: string;
}

/**
 * A row of a table: cells in the order of the columns, a title across all of them, or a total in bold. A title in plain text is
 * bold; one in stretches says which of them are.
 */
export type TableRow =
  | { readonly kind: 'cells' | 'total'; readonly cells: readonly RichText[] }
  | { readonly kind: 'title'; readonly title: RichText };

/** A table whose header comes again on each page. */
export interface DocumentTable {
  readonly kind: 'table';
  /** Printed above the table; null inside annexes that are one table. */
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** How its figures are counted, where that does not go without saying; below it. */
  readonly note?: string | null;
  /** Where its figures come from, below it. */
  readonly source: string | null;
}

/** One thing that a chart shows for each category. No value is null, never zero. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (DecimalText | null)[];
}

/** Horizontal bars, category by category, the first on top. The same figures stand in a table nearby. */
export interface DocumentChart {
  readonly kind: 'chart';
  readonly caption: string;
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly source: string | null;
}

/** A part of the text. Headings and lettered points are numbered by their order. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly title: string }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'points'; readonly items: readonly RichText[] }
  | { readonly kind: 'dashes'; readonly items: readonly RichText[] }
  | DocumentTable
  | DocumentChart;

/** An annex (phụ lục): Roman numeral by its order, pages numbered for itself. */
export interface DocumentAnnex {
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly DocumentBlock[];
}

/** By what a paper can be traced to the data that made it. */
export interface DocumentOrigin {
  /** Null where the paper itself is not kept. */
  readonly id: string | null;
  /** SHA-256 of the canonical text of the data, in hexadecimal digits. */
  readonly factsHash: string;
  /** When the data were as the document tells, in words: "10 giờ 30 phút ngày 28 tháng 11 năm 2026". */
  readonly asOf: string;
}

/** A whole administrative document, before anything decides how it becomes a file. */
export interface OfficialDocument {
  readonly head: DocumentHead;
  /** Addressees after "Kính gửi:"; empty where the kind has none. */
  readonly addressees: readonly string[];
  /** Legal bases, without the mark at their end. */
  readonly bases: readonly string[];
  readonly blocks: readonly DocumentBlock[];
  readonly signature: SignatureBlock;
  /** "Nơi nhận", without the mark at the end; the line of the archive is last. */
  readonly recipients: readonly string[];
  readonly annexes: readonly DocumentAnnex[];
  /** Null for a paper that no kept data stand behind. */
  readonly origin: DocumentOrigin | null;
}

/** The runs of a text. */
export const runsOf = (text: RichText): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);

/** The letters of a text without its styles. */
export const plainTextOf = (text: RichText): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');
