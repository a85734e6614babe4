import type { Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import {
  columnsWith,
  roleColumns,
  type ColumnRole,
  type RoledColumn,
} from '#core/plan-reading/tables/column-roles.ts';
import { placeOfRow } from '#core/plan-reading/outline/item-place.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import { partLeadCell } from '#core/plan-reading/tables/lead-cells.ts';
import type { Outline } from '#core/plan-reading/outline/outline.ts';
import type { Place } from '#core/plan-reading/outline/place.ts';
import { isProjectTable } from '#core/plan-reading/projects/project-tables.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { TaskReading, Unnumbered } from '#core/plan-reading/reading.ts';

const WORK = /nhiệm vụ|nội dung|công việc|giải pháp|hoạt động|đề án|kế hoạch|văn bản/iu;
const MEASURED = /chỉ tiêu|chỉ số|tiêu chí/iu;
const PLAIN_DEADLINE = /^hạn(?![A-Za-zÀ-ỹ])|thực hiện|hoàn thành|thời hạn|tiến độ|ban hành|trình/iu;
const NOT_OF_TASKS: readonly ColumnRole[] = [
  'cause',
  'planned',
  'baseline',
  'score',
  'max-score',
  'document-number',
];

const has = (columns: readonly RoledColumn[], role: ColumnRole): boolean =>
  columnsWith(columns, role).length > 0;

const findName = (columns: readonly RoledColumn[]): RoledColumn | undefined => {
  const named = columns.filter(
    ({ role, column }) => role === 'name' || (role === 'remedy' && WORK.test(column.header)),
  );
  return named.findLast(({ column }) => WORK.test(column.header)) ?? named.at(-1);
};

/** Whether the words of the header are those of a table of tasks: work, and who does it or by when. */
const isTaskTable = (table: Table): boolean => {
  const columns = roleColumns(table);
  const name = findName(columns);
  if (!name || isProjectTable(table) || NOT_OF_TASKS.some((role) => has(columns, role))) return false;
  if (!WORK.test(name.column.header) && MEASURED.test(name.column.header)) return false;
  return (
    has(columns, 'lead') ||
    (has(columns, 'deadline') && (has(columns, 'coordinating') || has(columns, 'issuer')))
  );
};

interface RowReader {
  readonly columns: readonly RoledColumn[];
  readonly context: ReadingContext;
  readonly place: Place;
}

/** What a cell says, or the cell above it that holds for this row too. */
const textOfCell = (row: TableRow, index: number): string => {
  const own = row.cells[index]?.text ?? '';
  return own === '' ? (row.inherited.get(index)?.text ?? '') : own;
};

const ENDS = /hoàn thành|kết thúc/iu;
const AMENDED = /điều chỉnh|gia hạn|sửa đổi|(?<![A-Za-zÀ-ỹ])mới(?![A-Za-zÀ-ỹ])/iu;

const weightOf = ({ column: { label } }: RoledColumn): number =>
  (AMENDED.test(label) ? 2 : 0) + (ENDS.test(label) ? 1 : 0);

/** Of two columns of time, "bắt đầu" and "hoàn thành" or "cũ" and "điều chỉnh", the task is due by the second. */
const columnsOf = ({ columns }: RowReader, role: ColumnRole): readonly RoledColumn[] => {
  const own = columnsWith(columns, role);
  return role === 'deadline' ? own.toSorted((a, b) => weightOf(b) - weightOf(a)) : own;
};

const textOf = (reader: RowReader, row: TableRow, role: ColumnRole): string | null => {
  const texts = columnsOf(reader, role).map(({ index }) => textOfCell(row, index));
  return texts.find((text) => text !== '') ?? null;
};

const agenciesOf = (reader: RowReader, raw: string | null): readonly string[] =>
  raw === null ? [] : parseAgencies(raw, reader.context.agencies).agencies.map((agency) => agency.name);

const deadlineColumnOf = (reader: RowReader): string | null => {
  const header = columnsOf(reader, 'deadline')[0]?.column.header ?? null;
  return header === null || PLAIN_DEADLINE.test(header) ? null : header;
};

/** A lead that stands left of the work and is printed once for several rows: that of the nearest row above in the same section. */
const leadAbove = (reader: RowReader, rows: readonly TableRow[], row: TableRow): string | null => {
  const [lead, name] = [columnsWith(reader.columns, 'lead')[0], findName(reader.columns)];
  if (!lead || !name || lead.index > name.index) return null;
  const leading = rows
    .slice(0, rows.indexOf(row))
    .findLast(
      (other) => other.sections.at(-1) === row.sections.at(-1) && textOfCell(other, lead.index) !== '',
    );
  return leading ? textOfCell(leading, lead.index) : null;
};

const readRow = (
  reader: RowReader,
  row: TableRow,
  rows: readonly TableRow[],
): Unnumbered<TaskReading> | undefined => {
  const nameColumn = findName(reader.columns);
  const name = nameColumn ? (row.cells[nameColumn.index]?.text ?? '') : '';
  if (name === '') return undefined;
  const leadCell = textOf(reader, row, 'lead') ?? leadAbove(reader, rows, row);
  const leadHeader = columnsWith(reader.columns, 'lead')[0]?.column.header ?? '';
  const parted = leadCell === null ? null : partLeadCell(leadCell, leadHeader);
  const leadRaw = parted?.lead ?? null;
  const coordinatingRaw = textOf(reader, row, 'coordinating') ?? parted?.coordinating ?? null;
  const issuingRaw = textOf(reader, row, 'issuer');
  const deadlineRaw = textOf(reader, row, 'deadline');
  return {
    ...placeOfRow(reader.place, row),
    order: textOf(reader, row, 'order'),
    kind: 'table-row',
    name,
    role: null,
    issuingRaw,
    issuingAgencies: agenciesOf(reader, issuingRaw),
    expectedResult: textOf(reader, row, 'expected-result'),
    deadline: deadlineRaw === null ? null : parsePeriod(deadlineRaw, { year: reader.context.document.year }),
    deadlineColumn: deadlineColumnOf(reader),
    leadRaw,
    leadAgencies: agenciesOf(reader, leadRaw),
    coordinatingRaw,
    coordinatingAgencies: agenciesOf(reader, coordinatingRaw),
  };
};

/** Whether the table is one of tasks that says in a column who leads each of them. */
export const isTaskTableWithLeads = (table: Table): boolean =>
  isTaskTable(table) && has(roleColumns(table), 'lead');

/** Reads the rows of all task tables. */
export const readTaskTables = (
  outline: Outline,
  context: ReadingContext,
): readonly Unnumbered<TaskReading>[] =>
  outline.entries.flatMap(({ block, place }) => {
    if (block.kind !== 'table' || !isTaskTable(block)) return [];
    const reader: RowReader = { columns: roleColumns(block), context, place };
    return block.rows.map((row) => readRow(reader, row, block.rows)).filter((task) => task !== undefined);
  });
