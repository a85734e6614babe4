import type { DocumentTable, TableColumn, TableRow } from '#core/report/official-document.ts';
import { columnGroups, columnWidths } from '#core/report/table-columns.ts';
import { escapeHtml, richHtml } from './html-text.ts';

const headHtml = (columns: readonly TableColumn[]): string => {
  const groups = columnGroups(columns);
  const isGrouped = groups.some(({ title }) => title !== null);
  const single = (column: TableColumn): string =>
    `<th scope="col"${isGrouped ? ' rowspan="2"' : ''}>${escapeHtml(column.title)}</th>`;
  const upper = groups.map(({ title, members }) =>
    title === null
      ? members.map(single).join('')
      : `<th scope="colgroup" colspan="${String(members.length)}">${escapeHtml(title)}</th>`,
  );
  const lower = groups.flatMap(({ title, members }) =>
    title === null ? [] : members.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`),
  );
  return `<tr>${upper.join('')}</tr>${lower.length === 0 ? '' : `<tr>${lower.join('')}</tr>`}`;
};

const rowHtml = (row: TableRow, columns: readonly TableColumn[]): string => {
  if (row.kind === 'title') {
    return `<tr><th scope="rowgroup" colspan="${String(columns.length)}" class="left${typeof row.title === 'string' ? '' : ' mixed'}">${richHtml(row.title)}</th></tr>`;
  }
  const cells = columns.map(
    ({ align }, place) => `<td class="${align}">${richHtml(row.cells[place] ?? '')}</td>`,
  );
  return `<tr${row.kind === 'total' ? ' class="strong"' : ''}>${cells.join('')}</tr>`;
};

/** A table over the whole width. */
export const tableHtml = ({ columns, rows }: DocumentTable): string => {
  const widths = columnWidths(columns, 100).map((width) => `<col style="width:${width.toFixed(2)}%">`);
  return `<table><colgroup>${widths.join('')}</colgroup><thead>${headHtml(columns)}</thead><tbody>${rows
    .map((row) => rowHtml(row, columns))
    .join('\n')}</tbody></table>`;
};
