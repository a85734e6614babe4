import { Paragraph, TextRun } from 'docx';
import {
  runsOf,
  type DocumentTable,
  type RichText,
  type Run,
  type TableColumn,
  type TableRow,
} from '#core/report/official-document.ts';
import { linesBelow, standsOnOnePage } from '#core/report/captions.ts';
import { columnGroups, columnWidths } from '#core/report/table-columns.ts';
import { twips } from './docx-paragraphs.ts';
import { CELL_STYLES } from './docx-styles.ts';

/*
 * Tables are most of a long report. The library makes some dozen objects of each cell, one for each element; written as text a
 * table costs next to nothing. Its place is kept by a paragraph, which is the only one without a style.
 */

/** A text as the markup of the format holds it. */
export const escapeXml = (text: string): string =>
  text
    // What XML has no letters for, such as the control characters of old files.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

const runXml = ({ text, bold, italic }: Run, isBold: boolean): string => {
  const look = `${bold === true || isBold ? '<w:b/><w:bCs/>' : ''}${italic === true ? '<w:i/><w:iCs/>' : ''}`;
  const properties = look === '' ? '' : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
};

const paragraphXml = (
  text: RichText,
  align: TableColumn['align'],
  isBold: boolean,
  keepNext: boolean,
): string =>
  `<w:p><w:pPr><w:pStyle w:val="${CELL_STYLES[align]}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>${runsOf(
    text,
  )
    .map((run) => runXml(run, isBold))
    .join('')}</w:p>`;

const cellXml = (width: number, properties: string, paragraph: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${properties}<w:vAlign w:val="center"/></w:tcPr>${paragraph}</w:tc>`;

const rowXml = (properties: string, cells: readonly string[]): string =>
  `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}</w:tr>`;

const SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>';

const headCell = (title: string, width: number, properties = ''): string =>
  cellXml(width, `${properties}${SHADE}`, paragraphXml(title, 'center', true, true));

/** The header: one row, or two where columns stand under common titles. It comes again on each page. */
const headXml = (columns: readonly TableColumn[], widthOf: (column: TableColumn) => number): string => {
  const groups = columnGroups(columns);
  const row = (cells: readonly string[]): string => rowXml('<w:tblHeader/>', cells);
  if (groups.every(({ title }) => title === null)) {
    return row(columns.map((column) => headCell(column.title, widthOf(column))));
  }
  const upper = groups.flatMap(({ title, members }) => {
    const [only] = members;
    if (title === null) {
      return only ? [headCell(only.title, widthOf(only), '<w:vMerge w:val="restart"/>')] : [];
    }
    const width = members.reduce((total, column) => total + widthOf(column), 0);
    return [headCell(title, width, `<w:gridSpan w:val="${String(members.length)}"/>`)];
  });
  const lower = groups.flatMap(({ title, members }) =>
    members.map((column) =>
      title === null ? headCell('', widthOf(column), '<w:vMerge/>') : headCell(column.title, widthOf(column)),
    ),
  );
  return `${row(upper)}${row(lower)}`;
};

const bodyXml = (
  row: TableRow,
  columns: readonly TableColumn[],
  widths: { readonly whole: number; readonly of: (column: TableColumn) => number },
  keepNext: boolean,
): string => {
  if (row.kind === 'title') {
    const span = `<w:gridSpan w:val="${String(columns.length)}"/>`;
    return rowXml('', [
      cellXml(widths.whole, span, paragraphXml(row.title, 'left', typeof row.title === 'string', true)),
    ]);
  }
  return rowXml(
    '',
    columns.map((column, place) =>
      cellXml(
        widths.of(column),
        '',
        paragraphXml(row.cells[place] ?? '', column.align, row.kind === 'total', keepNext),
      ),
    ),
  );
};

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const MARGINS =
  '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>';

/** What stands below a table stays with its last row, that row with the one before it, and a short table on one page. */
const staysWithNext = (table: DocumentTable, place: number): boolean =>
  place === table.rows.length - 1
    ? linesBelow(table).length > 0
    : place === table.rows.length - 2 || standsOnOnePage(table);

/** A table over a width in millimetres, as the markup of the format. */
export const tableXml = (table: DocumentTable, width: number): string => {
  const { columns, rows } = table;
  const all = columnWidths(columns, width).map(twips);
  const widthOf = (column: TableColumn): number => all[columns.indexOf(column)] ?? 0;
  const whole = all.reduce((total, one) => total + one, 0);
  const grid = all.map((one) => `<w:gridCol w:w="${String(one)}"/>`).join('');
  const body = rows.map((row, place) =>
    bodyXml(row, columns, { whole, of: widthOf }, staysWithNext(table, place)),
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${String(whole)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>${MARGINS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headXml(columns, widthOf)}${body.join('')}</w:tbl>`;
};

/** A paragraph in whose place a table is put once the library has written the text around it. */
export const placeOfTable = (index: number): Paragraph =>
  new Paragraph({ children: [new TextRun(`table-${String(index)}`)] });

const PLACE = /<w:p><w:r><w:t[^>]*>table-(\d+)<\/w:t><\/w:r><\/w:p>/g;

/** Puts tables in their places. */
export const putTables = (xml: string, tables: readonly string[]): string =>
  xml.replace(PLACE, (_, index: string) => tables[Number(index)] ?? '');
