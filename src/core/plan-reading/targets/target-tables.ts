import { tidy } from '#core/kernel/text.ts';
import type { Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import {
  columnsWith,
  measureLabel,
  roleColumns,
  type ColumnRole,
  type RoledColumn,
} from '#core/plan-reading/tables/column-roles.ts';
import { isBareYear, settlePastYears } from '#core/plan-reading/tables/past-years.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { isAspirational } from '#core/plan-reading/language/comparators.ts';
import { parseMeasure, type CellMeasure } from '#core/plan-reading/language/measures.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import { placeWithin, sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import type { Baseline, Measure, ReadPeriod, TargetReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';

/** The columns of a target table, found once for all its rows. */
interface TargetColumns {
  readonly order: RoledColumn | undefined;
  readonly orderInGroup: RoledColumn | undefined;
  readonly code: RoledColumn | undefined;
  readonly subgroup: RoledColumn | undefined;
  readonly name: RoledColumn;
  readonly unit: RoledColumn | undefined;
  readonly baseline: RoledColumn | undefined;
  readonly actuals: readonly RoledColumn[];
  /** The value to reach; several when the table has a value for each phase. */
  readonly main: readonly RoledColumn[];
  readonly later: readonly RoledColumn[];
  readonly lead: RoledColumn | undefined;
  readonly coordinating: RoledColumn | undefined;
  readonly deadline: RoledColumn | undefined;
  readonly status: RoledColumn | undefined;
  readonly outlook: RoledColumn | undefined;
}

const FOREIGN_ROLES: readonly ColumnRole[] = ['cause', 'score', 'max-score', 'document-number', 'issuer'];
const TARGET_NAME = /chỉ tiêu|chỉ số|tiêu chí|mục tiêu/iu;

/** Beside results of several years, the first plan column is the plan that they are held against. */
const splitPlanned = (
  planned: readonly RoledColumn[],
  actuals: readonly RoledColumn[],
): { readonly main: readonly RoledColumn[]; readonly later: readonly RoledColumn[] } =>
  actuals.filter(({ column }) => !isBareYear(column)).length > 1
    ? { main: planned.slice(0, 1), later: planned.slice(1) }
    : { main: planned, later: [] };

const MOSTLY = 0.6;
const LONGEST_VALUE = 40;

/** Whether the cells of a column are values and no names, whatever its header says. */
const holdsValues = (table: Table, { index }: RoledColumn): boolean => {
  const texts = table.rows.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  const values = texts.filter((text) => text.length <= LONGEST_VALUE && /\d/u.test(text));
  return texts.length > 0 && values.length >= MOSTLY * texts.length;
};

/** "Nội dung | Chỉ tiêu" and "Mục tiêu | Năm 2026" head names and values with words that elsewhere mean the other. */
const settleRoles = (table: Table): readonly RoledColumn[] => {
  const columns = roleColumns(table);
  const names = columnsWith(columns, 'name');
  const last = names.at(-1);
  if (last && names.length > 1 && columnsWith(columns, 'planned').length === 0 && holdsValues(table, last)) {
    return columns.map((column) => (column === last ? { ...column, role: 'planned' as const } : column));
  }
  const first = columnsWith(columns, 'planned').find((column) => !holdsValues(table, column));
  if (names.length === 0 && first?.period === null) {
    return columns.map((column) => (column === first ? { ...column, role: 'name' as const } : column));
  }
  return columns;
};

const findTargetColumns = (table: Table, firstDay: string | null): TargetColumns | undefined => {
  const columns = settlePastYears(settleRoles(table), firstDay);
  const one = (role: ColumnRole): RoledColumn | undefined => columnsWith(columns, role)[0];
  const names = columnsWith(columns, 'name');
  const name = names.at(-1);
  const planned = columnsWith(columns, 'planned');
  if (!name || planned.length === 0) return undefined;
  if (FOREIGN_ROLES.some((role) => one(role))) return undefined;
  if (![...names, ...planned].some(({ column }) => TARGET_NAME.test(column.header))) return undefined;
  const results = columnsWith(columns, 'actual');
  const orders = columnsWith(columns, 'order');
  return {
    order: orders[0],
    orderInGroup: orders[1],
    code: one('code'),
    subgroup: names.length > 1 ? names.at(-2) : undefined,
    name,
    unit: one('unit'),
    baseline: one('baseline') ?? (results.length === 1 ? results[0] : undefined),
    actuals: results.length > 1 || one('baseline') ? results : [],
    ...splitPlanned(planned, results),
    lead: one('lead'),
    coordinating: one('coordinating'),
    deadline: one('deadline'),
    status: one('status'),
    outlook: one('outlook'),
  };
};

const cellOf = (row: TableRow, column: RoledColumn | undefined): string => {
  if (!column) return '';
  const own = row.cells[column.index]?.text ?? '';
  return own === '' ? (row.inherited.get(column.index)?.text ?? '') : own;
};

const orNull = (words: string): string | null => (words === '' ? null : words);

const NOTE = /\s*[([]?\s*ghi chú\s*:\s*(.+?)[)\]]?$/iu;
const PRINTED_CODE = /^(\d{1,2}\.\d{1,2})[.:]?\s+/u;

interface NameParts {
  readonly name: string;
  readonly nameNote: string | null;
  readonly code: string | null;
}

/** A name cell may hold a printed code before the name and a note behind it. */
const splitName = (cell: string): NameParts => {
  const note = NOTE.exec(cell)?.[1] ?? null;
  const code = PRINTED_CODE.exec(cell)?.[1] ?? null;
  const name = cell
    .replace(NOTE, '')
    .replace(PRINTED_CODE, '')
    .replace(/(?<![.;:\s])[.;:\s]+$/u, '');
  return { name: tidy(name).replace(/“\s+/gu, '“').replace(/\s+”/gu, '”'), nameNote: note, code };
};

const toMeasure = (column: RoledColumn, cell: string, unit: string | null): Measure => {
  const measure = parseMeasure(cell);
  return {
    label: measureLabel(column),
    raw: cell,
    comparator: measure.comparator,
    value: measure.value,
    unit: measure.value === null ? null : (measure.unit ?? unit),
    start: column.period?.start ?? null,
    end: column.period?.end ?? null,
  };
};

const readBaseline = (
  column: RoledColumn | undefined,
  cell: string,
  unit: string | null,
): Baseline | null => {
  if (!column || cell === '') return null;
  const measure = parseMeasure(cell);
  const value = typeof measure.value === 'number' ? measure.value : null;
  const year = column.period?.raw ?? null;
  return { raw: cell, value, unit: value === null ? null : (measure.unit ?? unit), period: year };
};

/** The time that all phases together span, or that the one value column names. */
const periodOfColumns = (main: readonly RoledColumn[], planPeriod: ReadPeriod | null): ReadPeriod | null => {
  const periods = main.map((column) => column.period).filter((period) => period !== null);
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return planPeriod;
  if (periods.length === 1) {
    return first.kind === 'year' ? { ...first, raw: `năm ${first.raw.replace(/\D+/gu, '')}` } : first;
  }
  const years = [first.start?.slice(0, 4), last.end?.slice(0, 4)];
  return { raw: years.join(' - '), kind: 'range', start: first.start, end: last.end };
};

interface Value extends CellMeasure {
  readonly raw: string;
}

/** The top-level value: that of the last phase which has one. "Duy trì" alone keeps the level of the baseline. */
const chooseValue = (
  row: TableRow,
  columns: TargetColumns,
  unit: string | null,
  baseline: Baseline | null,
): Value | undefined => {
  const values = columns.main
    .map((column) => cellOf(row, column))
    .map((raw) => ({ raw, ...parseMeasure(raw) }));
  const value = values.findLast(({ comparator }) => comparator !== null);
  if (!value) return undefined;
  if (value.comparator === 'maintain' && value.value === null && baseline) {
    return { ...value, value: baseline.value, unit: baseline.unit };
  }
  return { ...value, unit: value.value === null ? value.unit : (value.unit ?? unit) };
};

const PERCENT_NAME = /^(?:tỷ lệ|tỉ lệ|tỷ trọng|mức độ hài lòng)/iu;

const guessUnit = (row: TableRow, columns: TargetColumns, name: string): string | null => {
  const printed = cellOf(row, columns.unit);
  if (printed !== '') return printed;
  const others = [...columns.main, ...columns.actuals, ...columns.later].map((column) =>
    parseMeasure(cellOf(row, column)),
  );
  return others.find(({ unit }) => unit !== null)?.unit ?? (PERCENT_NAME.test(name) ? '%' : null);
};

const basisOf = (value: Value, name: string): string | null =>
  value.basis ?? (value.unit === '%' && /(?<![A-Za-zÀ-ỹ])GRDP(?![A-Za-zÀ-ỹ])/u.test(name) ? 'GRDP' : null);

const groupNumberOf = (place: Place): number | null => {
  const innermost = place.steps.at(-1);
  return innermost && /^\d{1,2}$/u.test(innermost.number ?? '') ? Number(innermost.number) : null;
};

/** A component of an index is known by the number of its group and its own: "3" and "5" give "3.5". */
const indicatorCodeOf = (
  columns: TargetColumns,
  parts: NameParts,
  printed: string,
  group: number | null,
  order: string,
): string | null => {
  if (printed !== '') return printed;
  if (parts.code !== null) return parts.code;
  const isIndex = /chỉ số/iu.test(columns.name.column.header);
  return isIndex && group !== null && /^\d+$/u.test(order) ? `${String(group)}.${order}` : null;
};

const readRow = (
  row: TableRow,
  columns: TargetColumns,
  place: Place,
  context: ReadingContext,
  planPeriod: ReadPeriod | null,
): Unnumbered<TargetReading> | undefined => {
  const parts = splitName(cellOf(row, columns.name));
  if (parts.name === '') return undefined;
  const unit = guessUnit(row, columns, parts.name);
  const baseline = readBaseline(columns.baseline, cellOf(row, columns.baseline), unit);
  const value = chooseValue(row, columns, unit, baseline);
  if (!value?.comparator) return undefined;
  const rowPlace = placeWithin(place, row.sections);
  const group = groupNumberOf(place);
  const order = cellOf(row, columns.order);
  const [leadRaw, coordinatingRaw] = [cellOf(row, columns.lead), cellOf(row, columns.coordinating)];
  const lead = parseAgencies(leadRaw, context.agencies);
  const deadline = cellOf(row, columns.deadline);
  const measures = (some: readonly RoledColumn[]): readonly Measure[] =>
    some.map((column) => toMeasure(column, cellOf(row, column), unit));
  return {
    appendix: rowPlace.appendix,
    section: sectionLabel(rowPlace),
    order: orNull(order),
    embedded: false,
    subgroup: orNull(cellOf(row, columns.subgroup)),
    orderInGroup: orNull(cellOf(row, columns.orderInGroup)),
    groupNumber: group,
    indicatorCode: indicatorCodeOf(columns, parts, cellOf(row, columns.code), group, order),
    name: parts.name,
    nameNote: parts.nameNote,
    rawTarget: value.raw,
    comparator: value.comparator,
    value: value.value,
    unit: value.unit,
    basis: basisOf(value, parts.name),
    aspirational: value.aspirational || columns.main.some(({ column }) => isAspirational(column.header)),
    qualitativeLevel: value.qualitativeLevel,
    baseline,
    period: periodOfColumns(columns.main, planPeriod),
    deadline: deadline === '' ? null : parsePeriod(deadline, { year: context.document.year }),
    phases: columns.main.length > 1 ? measures(columns.main) : [],
    actuals: measures(columns.actuals),
    plannedValues: measures(columns.later),
    statusVsPlan: orNull(cellOf(row, columns.status)),
    outlook: orNull(cellOf(row, columns.outlook)),
    leadNote: lead.note,
    leadRaw: orNull(leadRaw),
    leadAgencies: lead.agencies.map((agency) => agency.name),
    coordinatingRaw: orNull(coordinatingRaw),
    coordinatingAgencies: parseAgencies(coordinatingRaw, context.agencies).agencies.map(
      (agency) => agency.name,
    ),
    quote: row.quote,
    line: row.lines.start,
    continuation: row.continuation.map(({ line, quote }) => ({ line, quote })),
    sourceDefect: row.sourceDefect,
  };
};

/** Reads a table whose rows are targets; undefined when the header tells that it is another kind of table. */
export const readTargetTable = (
  table: Table,
  place: Place,
  context: ReadingContext,
  planPeriod: ReadPeriod | null,
): readonly Unnumbered<TargetReading>[] | undefined => {
  const { year } = context.document;
  const firstDay = planPeriod?.start ?? (year === null ? null : `${String(year)}-01-01`);
  const columns = findTargetColumns(table, firstDay);
  if (!columns) return undefined;
  return table.rows.flatMap((row) => readRow(row, columns, place, context, planPeriod) ?? []);
};
