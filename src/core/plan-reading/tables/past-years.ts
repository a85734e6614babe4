import type { Column } from '#core/plan-reading/text/blocks.ts';
import type { RoledColumn } from './column-roles.ts';

/** Whether a column is headed by a year and nothing else. */
export const isBareYear = ({ header }: Column): boolean => /^(?:năm )?\d{4}$/iu.test(header);

/**
 * A column headed by a bare year before the plan begins tells what was, not what is planned: the last such year is the
 * baseline, earlier ones are figures reached. Where every year is past, the columns stay as they are.
 */
export const settlePastYears = (
  columns: readonly RoledColumn[],
  firstDay: string | null,
): readonly RoledColumn[] => {
  const planned = columns.filter(({ role }) => role === 'planned');
  const past = planned.filter(({ column, period }) => {
    const lastDay = period?.end ?? null;
    return isBareYear(column) && firstDay !== null && lastDay !== null && lastDay < firstDay;
  });
  if (past.length === planned.length) return columns;
  const hasBaseline = columns.some(({ role }) => role === 'baseline');
  const baseline = hasBaseline ? undefined : past.at(-1);
  return columns.map((column) => {
    if (!past.includes(column)) return column;
    return { ...column, role: column === baseline ? 'baseline' : 'actual' };
  });
};
