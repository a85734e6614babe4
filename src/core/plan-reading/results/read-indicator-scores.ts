import type { Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import { columnsWith, roleColumns, type RoledColumn } from '#core/plan-reading/tables/column-roles.ts';
import { findFractions, parseNumber } from '#core/plan-reading/language/numbers.ts';
import type { Outline } from '#core/plan-reading/outline/outline.ts';
import { placeWithin, sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import type { IndicatorScoreReading, Rank, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';

const TOTAL = /^(?:tổng(?: cộng| điểm| số)?|cộng)(?:\s|$)/iu;
const OVERALL = /chung|tổng/iu;

const textOf = (row: TableRow, column: RoledColumn | undefined): string =>
  column ? (row.cells[column.index]?.text ?? '') : '';

const numberIn = (row: TableRow, column: RoledColumn | undefined): number | null =>
  parseNumber(textOf(row, column)) ?? null;

/** A place in a ranking is a whole number; anything else stays words. */
const placeOrNull = (value: number | undefined): number | null =>
  value !== undefined && Number.isSafeInteger(value) ? value : null;

const readRank = (row: TableRow, column: RoledColumn): readonly Rank[] => {
  const raw = textOf(row, column);
  if (raw === '') return [];
  const [place] = findFractions(raw.replace(/^\D+/u, ''));
  const rank = placeOrNull(place?.numerator ?? parseNumber(raw));
  return [{ label: column.column.label, raw, rank, outOf: placeOrNull(place?.denominator) }];
};

const readRow = (
  table: Table,
  row: TableRow,
  columns: readonly RoledColumn[],
  place: Place,
): Unnumbered<IndicatorScoreReading> | undefined => {
  const printed = textOf(row, columnsWith(columns, 'order')[0]);
  // The words of a sum stand in the first cell, over all columns before the numbers.
  const isSum = TOTAL.test(printed);
  const name = isSum ? printed : textOf(row, columnsWith(columns, 'name')[0]);
  if (name === '') return undefined;
  const ranks = columnsWith(columns, 'rank');
  const overall = ranks.find(({ column }) => OVERALL.test(column.label));
  const overallRank = textOf(row, overall);
  const here = placeWithin(place, row.sections);
  const order = isSum ? '' : printed;
  const rule = textOf(row, columnsWith(columns, 'rule')[0]);
  return {
    appendix: here.appendix,
    section: sectionLabel(here),
    order: order === '' ? null : order,
    table: table.caption?.text ?? null,
    name,
    maxScore: numberIn(row, columnsWith(columns, 'max-score')[0]),
    scores: columnsWith(columns, 'score').map((column) => ({
      label: column.column.label,
      value: numberIn(row, column),
    })),
    ranks: ranks.filter((column) => column !== overall).flatMap((column) => readRank(row, column)),
    overallRank: overallRank === '' ? null : (/^\d+\s*\/\s*\d+/u.exec(overallRank)?.[0] ?? overallRank),
    rule: rule === '' ? null : rule,
    isTotal: TOTAL.test(name),
    quote: row.quote,
    line: row.lines.start,
    continuation: row.continuation.map(({ line, quote }) => ({ line, quote })),
    sourceDefect: row.sourceDefect,
  };
};

const ASSESSED = /\d{4}|đánh giá|thẩm định|kết quả|ước|dự kiến|đạt|công bố/iu;
const MAY_BE_SCORES: ReadonlySet<RoledColumn['role']> = new Set([
  'other',
  'planned',
  'actual',
  'baseline',
  'status',
]);

/** "Điểm tối đa | Điểm năm 2024 | Tự đánh giá năm 2025": beside the most that can be had, numbers up to it are points. */
const withPlainScores = (table: Table, columns: readonly RoledColumn[]): readonly RoledColumn[] => {
  const most = columnsWith(columns, 'max-score')[0];
  if (!most) return columns;
  const isWithin = (row: TableRow, column: RoledColumn): boolean => {
    const text = textOf(row, column);
    const [value, limit] = [parseNumber(text), numberIn(row, most)];
    return (
      text === '' || text === '-' || (value !== undefined && value >= 0 && (limit === null || value <= limit))
    );
  };
  return columns.map((column) =>
    MAY_BE_SCORES.has(column.role) &&
    ASSESSED.test(column.column.label) &&
    table.rows.some((row) => numberIn(row, column) !== null) &&
    table.rows.every((row) => isWithin(row, column))
      ? { ...column, role: 'score' as const }
      : column,
  );
};

const readScoreTable = (table: Table, place: Place): readonly Unnumbered<IndicatorScoreReading>[] => {
  const columns = withPlainScores(table, roleColumns(table));
  const has = (role: RoledColumn['role']): boolean => columnsWith(columns, role).length > 0;
  if (!has('name') || !has('score') || has('cause')) return [];
  return table.rows.flatMap((row) => readRow(table, row, columns, place) ?? []);
};

/** Reads published or expected scores: tables with points for each indicator. */
export const readIndicatorScores = (
  outline: Outline,
  _context: ReadingContext,
): readonly Unnumbered<IndicatorScoreReading>[] =>
  outline.entries.flatMap(({ block, place }) => (block.kind === 'table' ? readScoreTable(block, place) : []));
