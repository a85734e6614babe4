import { decimal } from '#core/kernel/decimal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { type FormulaSyntax, numberOf, writeRule } from './rule-formula.ts';

/** A workbook of one sheet, as offices keep an index: a line for each subject with its figures, points, total and rank. */
export interface IndexSheetOfCells {
  /** The lines from the top; a text that begins with `=` is a formula. */
  readonly cells: readonly (readonly (string | number)[])[];
  /** Columns of the lowest and of the highest points of each indicator. */
  readonly lowColumns: readonly number[];
  readonly highColumns: readonly number[];
  readonly totalColumn: number;
  readonly rankColumn: number;
  readonly columnOf: (item: string) => number;
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

const syntaxOf = (line: number, columnOf: (item: string) => number): FormulaSyntax => ({
  value: (item) => `${letters(columnOf(item))}${String(line)}`,
  choose: (condition, then, otherwise) => `IF(${condition}, ${then}, ${otherwise})`,
  least: (values) => `MIN(${values.join(', ')})`,
  most: (values) => `MAX(${values.join(', ')})`,
});

/** Writes the index of a league as formulas. Points are ranges where rules are unknown: totals and ranks follow the lowest. */
export const buildSheet = (
  framework: Framework,
  league: ReadonlyMap<string, DataValues>,
): IndexSheetOfCells => {
  const items = [...new Set([...league.values()].flatMap((values) => [...values.keys()]))];
  const places = new Map(items.map((item, place) => [item, place]));
  const columnOf = (item: string): number => {
    const place = places.get(item);
    if (place === undefined) throw new Error(`No column for ${item}`);
    return place;
  };
  const indicators = listIndicators(framework);
  const firstPoints = items.length;
  const totalColumn = firstPoints + indicators.length * 2;
  const last = String(league.size);
  const total = letters(totalColumn);
  const cells = [...league.values()].map((values, place) => {
    const line = place + 1;
    const syntax = syntaxOf(line, columnOf);
    const figures = items.map((item) => {
      const value = values.get(item);
      return value ? Number(numberOf(framework, item, value)) : '';
    });
    const written = indicators.map(({ rule, maximumPoints }) => {
      const { low, high } = writeRule(rule, syntax);
      return { low: `=(${low}) * ${maximumPoints}`, high: `=(${high}) * ${maximumPoints}` };
    });
    const lows = `${letters(firstPoints)}${String(line)}:${letters(firstPoints + indicators.length - 1)}${String(line)}`;
    return [
      ...figures,
      ...written.map(({ low }) => low),
      ...written.map(({ high }) => high),
      `=ROUND(SUM(${lows}), 2)`,
      // A rank without RANK, which not every program has: one more than those who have more.
      `=COUNTIF(${total}$1:${total}$${last}, ">" & ${total}${String(line)}) + 1`,
    ];
  });
  return {
    cells,
    lowColumns: indicators.map((_, place) => firstPoints + place),
    highColumns: indicators.map((_, place) => firstPoints + indicators.length + place),
    totalColumn,
    rankColumn: totalColumn + 1,
    columnOf,
  };
};

/** Whether a number of another program, a double, is the exact one as far as doubles go. */
export const isNear = (exact: string, other: unknown): boolean =>
  typeof other === 'number' &&
  Number.isFinite(other) &&
  decimal(exact).minus(String(other)).abs().lessThan('1e-6');
