import { CELL_STYLES, type CellCheck, type CellStyle } from '#core/kernel/sheet.ts';
import { escapeXml } from './xlsx-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const FONTS = [
  '<font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><sz val="9"/><color rgb="FF6B7280"/><name val="Calibri"/></font>',
];

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;

// The first two are prescribed by the format.
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FFE6F4F1'),
  solid('FFFEF9C3'),
  solid('FFF3F4F6'),
];

const side = (name: string): string => `<${name} style="thin"><color rgb="FFCBD5E1"/></${name}>`;
const BORDERS = ['<border/>', `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>`];

interface Format {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly wraps?: boolean;
  readonly isOpen?: boolean;
  /** Number of a format of numbers that every office program has (ECMA-376, part 1, 18.8.30). */
  readonly number?: number;
}

// 0; #,##0; #,##0.00; 0.00%
const NUMBERS = { whole: 1, grouped: 3, decimal: 4, percent: 10 } as const;

const figure = (number: number): Format => ({ border: 1, number });
const totalFigure = (number: number): Format => ({ font: 1, border: 1, number });

/** How cells of each style look; in the file a style is its place in `CELL_STYLES`. */
const FORMATS: Readonly<Record<CellStyle, Format>> = {
  plain: { wraps: true },
  title: { font: 1, fill: 2, wraps: true },
  key: { font: 2 },
  info: {},
  heading: { font: 1 },
  group: { font: 1, fill: 4 },
  fixed: { border: 1, wraps: true },
  'open-value': { font: 1, fill: 3, border: 1, wraps: true, isOpen: true },
  'open-text': { fill: 3, border: 1, wraps: true, isOpen: true },
  whole: figure(NUMBERS.whole),
  grouped: figure(NUMBERS.grouped),
  decimal: figure(NUMBERS.decimal),
  percent: figure(NUMBERS.percent),
  total: { font: 1, border: 1, wraps: true },
  'total-whole': totalFigure(NUMBERS.whole),
  'total-grouped': totalFigure(NUMBERS.grouped),
  'total-decimal': totalFigure(NUMBERS.decimal),
  'total-percent': totalFigure(NUMBERS.percent),
};

const formatXml = ({ font, fill, border, wraps, isOpen, number }: Format): string =>
  [
    '<xf xfId="0"',
    number === undefined ? '' : ` numFmtId="${String(number)}" applyNumberFormat="1"`,
    font === undefined ? '' : ` fontId="${String(font)}" applyFont="1"`,
    fill === undefined ? '' : ` fillId="${String(fill)}" applyFill="1"`,
    border === undefined ? '' : ` borderId="${String(border)}" applyBorder="1"`,
    ` applyAlignment="1"${isOpen ? ' applyProtection="1"' : ''}>`,
    `<alignment vertical="top"${wraps ? ' wrapText="1"' : ''}/>`,
    isOpen ? '<protection locked="0"/>' : '',
    '</xf>',
  ].join('');

const counted = (name: string, parts: readonly string[]): string =>
  `<${name} count="${String(parts.length)}">${parts.join('')}</${name}>`;

/** The styles of every workbook. */
export const STYLES = [
  `${HEAD}<styleSheet xmlns="${MAIN}">`,
  counted('fonts', FONTS),
  counted('fills', FILLS),
  counted('borders', BORDERS),
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  counted(
    'cellXfs',
    CELL_STYLES.map((style) => formatXml(FORMATS[style])),
  ),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

/** Locks what is not open, without a password: it guards against slips; what comes back is checked all the same. */
export const protectionXml = (isProtected: boolean): string =>
  isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
    : '';

// The format allows 255 characters in a message.
const LONGEST_MESSAGE = 255;

const checkXml = ({ range, rule, message }: CellCheck): string => {
  const [type, formula] = rule.kind === 'list' ? ['list', rule.source] : ['custom', rule.formula];
  const text = escapeXml(message.slice(0, LONGEST_MESSAGE));
  return (
    `<dataValidation type="${type}" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${text}" prompt="${text}" sqref="${range}">` +
    `<formula1>${escapeXml(formula)}</formula1></dataValidation>`
  );
};

/** What cells take, checked by the office program while people type. */
export const checksXml = (checks: readonly CellCheck[]): string =>
  counted('dataValidations', checks.map(checkXml));

/** Ranges whose cells are one. */
export const mergedXml = (ranges: readonly string[]): string =>
  ranges.length === 0
    ? ''
    : counted(
        'mergeCells',
        ranges.map((range) => `<mergeCell ref="${range}"/>`),
      );

/** How a sheet is printed: as wide as the page, which lies across where it is asked for. */
export const printXml = (print: 'portrait' | 'landscape' | undefined): string =>
  print === undefined
    ? ''
    : `<pageSetup paperSize="9" orientation="${print}" fitToWidth="1" fitToHeight="0"/>`;
