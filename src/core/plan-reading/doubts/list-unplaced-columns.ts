import type { Column, Table } from '#core/plan-reading/text/blocks.ts';
import { roleColumns, type ColumnRole } from '#core/plan-reading/tables/column-roles.ts';
import type { Outline } from '#core/plan-reading/outline/outline.ts';
import { isProjectTable, projectRoleOf } from '#core/plan-reading/projects/project-tables.ts';
import { isMoneyColumn } from '#core/plan-reading/projects/read-resources.ts';
import type { PlanReading, Provenance, ReadingWarning } from '#core/plan-reading/reading.ts';

/** The registers of a reading whose items come from table rows. */
export type TableRegisters = Pick<
  PlanReading,
  'targets' | 'tasks' | 'projects' | 'indicatorScores' | 'gaps' | 'resources' | 'citedDocuments'
>;

const DOCUMENT_ROLES: readonly ColumnRole[] = [
  'document-number',
  'document-date',
  'issuer',
  'lead',
  'remark',
];

/** What a register keeps of a table beside number and name. */
const TAKEN: Readonly<
  Record<Exclude<keyof TableRegisters, 'projects' | 'resources'>, readonly ColumnRole[]>
> = {
  targets: [
    'code',
    'unit',
    'baseline',
    'actual',
    'planned',
    'lead',
    'coordinating',
    'deadline',
    'status',
    'outlook',
  ],
  tasks: ['remedy', 'lead', 'coordinating', 'issuer', 'deadline', 'expected-result'],
  indicatorScores: ['max-score', 'score', 'rank', 'rule'],
  gaps: ['cause', 'remedy', 'lead', 'coordinating', 'remark'],
  citedDocuments: DOCUMENT_ROLES,
};

const isAmong = (table: Table, items: readonly Provenance[]): boolean => {
  const lines = new Set(table.rows.map((row) => row.lines.start));
  return items.some(({ line }) => line !== null && lines.has(line));
};

/** Which columns of a table its registers have a place for; undefined when no register has any of its rows. */
const findTaken = (table: Table, registers: TableRegisters): ((column: Column) => boolean) | undefined => {
  if (isAmong(table, registers.projects) && isProjectTable(table))
    return (column) => projectRoleOf(column) !== undefined;
  if (isAmong(table, registers.resources))
    return (column) => column === table.columns[0] || isMoneyColumn(column.header);
  const listed = {
    ...registers,
    targets: registers.targets.filter(({ embedded }) => !embedded),
    citedDocuments: registers.citedDocuments.filter(
      ({ role }) => role === 'register-row' || role === 'planned',
    ),
  };
  const names = Object.keys(TAKEN) as (keyof typeof TAKEN)[];
  const holding = names.filter((name) => isAmong(table, listed[name]));
  if (holding.length === 0) return undefined;
  const roles = new Set<ColumnRole>(['order', 'name', ...holding.flatMap((name) => TAKEN[name])]);
  const taken = new Set(roleColumns(table).flatMap(({ role, column }) => (roles.has(role) ? [column] : [])));
  return (column) => taken.has(column);
};

const unplacedIn = (table: Table, registers: TableRegisters): readonly ReadingWarning[] => {
  const isTaken = findTaken(table, registers);
  if (!isTaken) return [];
  return table.columns.flatMap((column, index) => {
    const filled = table.rows.find((row) => (row.cells[index]?.text ?? '') !== '');
    if (!filled || isTaken(column)) return [];
    const quote = column.header === '' ? (filled.cells[index]?.text ?? '') : column.header;
    const line = column.header === '' ? filled.lines.start : table.lines.start;
    return [{ code: 'column.unplaced', severity: 'info', message: 'column.unplaced', line, quote }];
  });
};

/** Lists the filled columns that the register of their table has no place for. */
export const listUnplacedColumns = (outline: Outline, registers: TableRegisters): readonly ReadingWarning[] =>
  outline.entries.flatMap(({ block }) => (block.kind === 'table' ? unplacedIn(block, registers) : []));
