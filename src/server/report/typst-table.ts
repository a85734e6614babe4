import {
  plainTextOf,
  type DocumentTable,
  type TableColumn,
  type TableRow,
} from '#core/report/official-document.ts';
import { SIZE } from '#core/report/official-layout.ts';
import { linesBelow, standsOnOnePage } from '#core/report/captions.ts';
import { columnGroups } from '#core/report/table-columns.ts';
import { richText, styled } from './typst-text.ts';

const headCell = (title: string, options = ''): string =>
  `table.cell(${options}align: center + horizon, fill: rgb("ededed"), ${styled(title, { bold: true })})`;

const headCells = (columns: readonly TableColumn[]): readonly string[] => {
  const groups = columnGroups(columns);
  if (groups.every(({ title }) => title === null)) return columns.map(({ title }) => headCell(title));
  const upper = groups.flatMap(({ title, members }) =>
    title === null
      ? members.map((column) => headCell(column.title, 'rowspan: 2, '))
      : [headCell(title, `colspan: ${String(members.length)}, `)],
  );
  const lower = groups.flatMap(({ title, members }) =>
    title === null ? [] : members.map((column) => headCell(column.title)),
  );
  return [...upper, ...lower];
};

// A row stays on one page unless it would take most of it.
const LONG_CELL = 900;

const rowCells = (row: TableRow, columns: readonly TableColumn[]): readonly string[] => {
  if (row.kind === 'title') {
    return [
      `table.cell(colspan: ${String(columns.length)}, align: left, breakable: false, ${richText(row.title, typeof row.title === 'string' ? { bold: true } : {})})`,
    ];
  }
  const isLong = row.cells.some((cell) => plainTextOf(cell).length > LONG_CELL);
  return columns.map(
    ({ align }, place) =>
      `table.cell(align: ${align} + horizon, breakable: ${String(isLong)}, ${richText(row.cells[place] ?? '', row.kind === 'total' ? { bold: true } : {})})`,
  );
};

// As rows without rules, so that they stay on the page of the last row.
const belowCells = (table: DocumentTable): readonly string[] =>
  linesBelow(table).map(
    (text, place) =>
      `table.cell(colspan: ${String(table.columns.length)}, align: left, stroke: (top: ${place === 0 ? '0.5pt' : 'none'}, rest: none), inset: (x: 0mm, y: 1.2mm), ${styled(text, { italic: true })})`,
  );

/** A table over the whole width with what stands below it, as an expression; its header comes again on each page. */
export const tableSource = (table: DocumentTable): string => {
  const { columns, rows } = table;
  // The last two rows as a foot, which is not torn: none of them stands alone on a page. Nor does a title: it heads its rows.
  const [body, foot] = rows.length < 4 ? [rows, []] : [rows.slice(0, -2), rows.slice(-2)];
  const cells = body.flatMap((row) =>
    row.kind === 'title'
      ? rowCells(row, columns).map((cell) => `table.header(level: 2, repeat: false, ${cell})`)
      : rowCells(row, columns),
  );
  const last = [...foot.flatMap((row) => rowCells(row, columns)), ...belowCells(table)];
  const parts = [...cells, ...(last.length === 0 ? [] : [`table.footer(repeat: false, ${last.join(', ')})`])];
  const shares = columns.map(({ share }) => `${String(share)}fr`).join(', ');
  const whole = standsOnOnePage(table) ? 'breakable: false, ' : '';
  return `block(${whole}spacing: 6pt, { set text(size: ${String(SIZE.table)}pt)
set par(justify: false, first-line-indent: 0mm, leading: 0.04em)
table(columns: (${shares},), stroke: 0.5pt, inset: (x: 1.2mm, y: 0.8mm), table.header(repeat: true, ${headCells(columns).join(', ')}), ${parts.join(',\n')}) })`;
};
