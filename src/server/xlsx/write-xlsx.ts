import { strToU8, zipSync } from 'fflate';
import { cellAddress, columnLetters, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import { escapeXml, writeCellText } from './xlsx-text.ts';

/** A sheet with what makes it readable in an office program. */
export interface StyledSheet extends Sheet {
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in view; the first is bold, those below it grey. */
  readonly headRows: number;
  /** Columns, counted from 0, whose cells are chosen from a list. */
  readonly choices: readonly { readonly column: number; readonly values: readonly string[] }[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// Formats of cells, by their place in cellXfs.
const STYLE = { plain: 0, title: 1, key: 2 } as const;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="9"/><color rgb="FF6B7280"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6F4F1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="2" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const styleOf = (row: number, headRows: number): number => {
  if (row >= headRows) return STYLE.plain;
  return row === 0 ? STYLE.title : STYLE.key;
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
      return '';
  }
};

const rowsXml = ({ rows, headRows }: StyledSheet): string =>
  rows
    .map((cells, row) => {
      const style = styleOf(row, headRows);
      const written = cells.map((cell, column) => cellXml(cell, cellAddress(row, column), style)).join('');
      return `<row r="${String(row + 1)}">${written}</row>`;
    })
    .join('');

const paneXml = (headRows: number): string =>
  headRows === 0
    ? ''
    : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${String(headRows)}" topLeftCell="A${String(headRows + 1)}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

const columnsXml = (widths: readonly number[]): string => {
  const columns = widths.map((width, column) => {
    const place = String(column + 1);
    return `<col min="${place}" max="${place}" width="${String(width)}" customWidth="1"/>`;
  });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
};

// A list in a validation may have 255 characters; a longer one is left to whoever reads the file.
const LONGEST_LIST = 255;

const validationsXml = ({ choices, headRows }: StyledSheet): string => {
  const short = choices.filter(({ values }) => values.join(',').length <= LONGEST_LIST);
  if (short.length === 0) return '';
  const each = short.map(({ column, values }) => {
    const letters = columnLetters(column);
    const range = `${letters}${String(headRows + 1)}:${letters}5000`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${escapeXml(values.join(','))}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${String(short.length)}">${each.join('')}</dataValidations>`;
};

const sheetXml = (sheet: StyledSheet): string =>
  `${HEAD}<worksheet xmlns="${MAIN}">${paneXml(sheet.headRows)}${columnsXml(sheet.widths)}<sheetData>${rowsXml(sheet)}</sheetData>${validationsXml(sheet)}</worksheet>`;

const workbookXml = (sheets: readonly StyledSheet[]): string => {
  const list = sheets.map(({ name }, place) => {
    const number = String(place + 1);
    return `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`;
  });
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`;
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
