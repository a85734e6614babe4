import { strToU8, zipSync } from 'fflate';
import {
  CELL_STYLES,
  type CellCheck,
  type CellStyle,
  cellAddress,
  columnLetters,
  type Sheet,
  type SheetCell,
} from '#core/kernel/sheet.ts';
import { checksXml, mergedXml, printXml, protectionXml, STYLES } from './sheet-parts.ts';
import { escapeXml, writeCellText } from './xlsx-text.ts';

/** A sheet with what makes it readable in an office program. */
export interface StyledSheet extends Sheet {
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in view; the first is bold, those below it grey. */
  readonly headRows: number;
  /** Columns, counted from 0, whose cells are chosen from a list. */
  readonly choices: readonly { readonly column: number; readonly values: readonly string[] }[];
  readonly isHidden?: boolean;
  /** Only cells in an open style can be changed, and nothing can be added or removed. */
  readonly isProtected?: boolean;
  /** Columns, counted from 0, that are not shown. */
  readonly hiddenColumns?: readonly number[];
  /** The style of each cell, by row and column; without it rows at the top are titles. */
  readonly styles?: readonly (readonly CellStyle[])[];
  readonly checks?: readonly CellCheck[];
  /** Printed as wide as a page of A4, with the rows at the top again on each page. */
  readonly print?: 'portrait' | 'landscape';
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styleOf = ({ styles, headRows }: StyledSheet, row: number, column: number): number => {
  const style = row >= headRows ? 'plain' : row === 0 ? 'title' : 'key';
  return CELL_STYLES.indexOf(styles ? (styles[row]?.[column] ?? 'plain') : style);
};

const cellXml = (cell: SheetCell, address: string, style: number): string => {
  const start = `<c r="${address}" s="${String(style)}"`;
  switch (cell.kind) {
    case 'text':
      return `${start} t="inlineStr"><is><t xml:space="preserve">${writeCellText(cell.text)}</t></is></c>`;
    case 'number':
      return `${start}><v>${cell.number}</v></c>`;
    case 'flag':
      return `${start} t="b"><v>${cell.flag ? '1' : '0'}</v></c>`;
    case 'blank':
    case 'formula':
    case 'error':
      // A blank cell may still have a style of its own: it may be one to be filled in.
      return style === 0 ? '' : `${start}/>`;
  }
};

const rowsXml = (sheet: StyledSheet): string =>
  sheet.rows
    .map((cells, row) => {
      const written = cells
        .map((cell, column) => cellXml(cell, cellAddress(row, column), styleOf(sheet, row, column)))
        .join('');
      return `<row r="${String(row + 1)}">${written}</row>`;
    })
    .join('');

const paneXml = (headRows: number): string =>
  headRows === 0
    ? ''
    : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${String(headRows)}" topLeftCell="A${String(headRows + 1)}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

const columnsXml = ({ widths, hiddenColumns = [] }: StyledSheet): string => {
  const columns = widths.map((width, column) => {
    const place = String(column + 1);
    const hidden = hiddenColumns.includes(column) ? ' hidden="1"' : '';
    return `<col min="${place}" max="${place}" width="${String(width)}"${hidden} customWidth="1"/>`;
  });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
};

// A list in a validation may have 255 characters; a longer one is left to whoever reads the file.
const LONGEST_LIST = 255;

const validationsXml = ({ choices, headRows, checks = [] }: StyledSheet): string => {
  if (checks.length > 0) return checksXml(checks);
  const short = choices.filter(({ values }) => values.join(',').length <= LONGEST_LIST);
  if (short.length === 0) return '';
  const each = short.map(({ column, values }) => {
    const letters = columnLetters(column);
    const range = `${letters}${String(headRows + 1)}:${letters}5000`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${escapeXml(values.join(','))}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${String(short.length)}">${each.join('')}</dataValidations>`;
};

const sheetXml = (sheet: StyledSheet): string => {
  const { headRows, merged = [], print } = sheet;
  const fits = print === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${fits}${paneXml(headRows)}${columnsXml(sheet)}<sheetData>${rowsXml(sheet)}</sheetData>${protectionXml(sheet.isProtected ?? false)}${mergedXml(merged)}${validationsXml(sheet)}${printXml(print)}</worksheet>`;
};

/** Rows that each printed page begins with. */
const printTitlesXml = (sheets: readonly StyledSheet[]): string => {
  const titles = sheets.flatMap(({ name, print, headRows }, place) =>
    print === undefined || headRows === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${String(place)}">${escapeXml(`'${name.replace(/'/g, "''")}'!$1:$${String(headRows)}`)}</definedName>`,
        ],
  );
  return titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
};

const workbookXml = (sheets: readonly StyledSheet[]): string => {
  const list = sheets.map(({ name, isHidden = false }, place) => {
    const number = String(place + 1);
    const state = isHidden ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${number}"${state} r:id="rId${number}"/>`;
  });
  const protection = sheets.some(({ isProtected }) => isProtected)
    ? '<workbookProtection lockStructure="1"/>'
    : '';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${protection}<sheets>${list.join('')}</sheets>${printTitlesXml(sheets)}</workbook>`;
};

const relationsXml = (
  relations: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const typesXml = (count: number): string => {
  const sheets = Array.from(
    { length: count },
    (_, place) =>
      `<Override PartName="/xl/worksheets/sheet${String(place + 1)}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join('')}</Types>`;
};

// The same workbook gives the same bytes: no clock in the archive. The format's first year is 1980.
const ARCHIVE_DAY = new Date(1980, 0, 1);

/** Writes an .xlsx workbook. Texts stand as texts, whatever they begin with: none becomes a formula. */
export const writeXlsx = (sheets: readonly StyledSheet[]): Uint8Array => {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': typesXml(sheets.length),
    '_rels/.rels': relationsXml([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...sheets.map((_, place) => ({
        id: `rId${String(place + 1)}`,
        type: 'worksheet',
        target: `worksheets/sheet${String(place + 1)}.xml`,
      })),
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(
      sheets.map((sheet, place) => [`xl/worksheets/sheet${String(place + 1)}.xml`, sheetXml(sheet)]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    mtime: ARCHIVE_DAY,
  });
};
