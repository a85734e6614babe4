import {
  AlignmentType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type {
  DocumentTable,
  RichText,
  TableColumn,
  TableRow as Row,
} from '#core/report/official-document.ts';
import { columnGroups, columnWidths } from '#core/report/table-columns.ts';
import { textRuns, twips } from './docx-paragraphs.ts';

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const MARGINS = { left: 70, right: 70, top: 0, bottom: 0, marginUnitType: WidthType.DXA };

const paragraph = (text: RichText, alignment: TableColumn['align'], isBold = false, keepNext = false) =>
  new Paragraph({
    style: 'OfficialCell',
    alignment: ALIGNMENT[alignment],
    keepNext,
    children: textRuns(text, isBold ? { bold: true } : {}),
  });

const headCell = (
  text: string,
  options: { readonly columnSpan?: number; readonly verticalMerge?: 'restart' | 'continue' },
): TableCell =>
  new TableCell({
    ...options,
    margins: MARGINS,
    verticalAlign: VerticalAlignTable.CENTER,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' },
    children: [paragraph(text, 'center', true)],
  });

/** The header: one row, or two where columns stand under common titles. It comes again on each page. */
const headRows = (columns: readonly TableColumn[]): readonly TableRow[] => {
  const groups = columnGroups(columns);
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children });
  if (groups.every(({ title }) => title === null)) {
    return [row(columns.map(({ title }) => headCell(title, {})))];
  }
  const upper = groups.flatMap(({ title, members }) =>
    title === null
      ? members.map((column) => headCell(column.title, { verticalMerge: VerticalMergeType.RESTART }))
      : [headCell(title, { columnSpan: members.length })],
  );
  const lower = groups.flatMap(({ title, members }) =>
    members.map((column) =>
      title === null
        ? headCell('', { verticalMerge: VerticalMergeType.CONTINUE })
        : headCell(column.title, {}),
    ),
  );
  return [row(upper), row(lower)];
};

const bodyRow = (row: Row, columns: readonly TableColumn[], keepNext: boolean): TableRow => {
  if (row.kind === 'title') {
    const only = new TableCell({
      columnSpan: columns.length,
      margins: MARGINS,
      children: [paragraph(row.title, 'left', true, true)],
    });
    return new TableRow({ cantSplit: true, children: [only] });
  }
  return new TableRow({
    cantSplit: true,
    children: columns.map(
      ({ align }, place) =>
        new TableCell({
          margins: MARGINS,
          verticalAlign: VerticalAlignTable.CENTER,
          children: [paragraph(row.cells[place] ?? '', align, row.kind === 'total', keepNext)],
        }),
    ),
  });
};

/** A table over a width in millimetres. */
export const tableOf = ({ columns, rows, source }: DocumentTable, width: number): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: columnWidths(columns, width).map(twips),
    rows: [
      ...headRows(columns), // The source stays with the last row.
      ...rows.map((row, place) => bodyRow(row, columns, source !== null && place === rows.length - 1)),
    ],
  });
