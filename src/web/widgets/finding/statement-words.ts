import type { FindingView } from '#contract/consistency.ts';
import type { Format } from '#web/i18n/format.ts';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import type { PlanItemWords } from '#web/widgets/plan-item/messages.ts';
import type { FindingWords } from './messages.ts';

export type FindingStatementView = FindingView['statements'][number];

const POINT_ROLES: readonly FindingStatementView['role'][] = ['score', 'forecast'];

const timeOf = (from: number, to: number, words: FindingWords): string =>
  from === to ? words.yearOf(String(to)) : words.phaseOf(String(from), String(to));

/** What one side of a contradiction says: its value, its day, its agencies or its words, and the year they are for. */
export const describeStatement = (
  statement: FindingStatementView,
  format: Format,
  words: FindingWords,
  itemWords: PlanItemWords,
): string => {
  const { comparator, value, unit, population, agencies, dueOn, fromYear, year } = statement;
  const measure =
    value !== null && POINT_ROLES.includes(statement.role)
      ? words.points(format.points(value))
      : findFullMeasure({ comparator, value, values: null, unit }, format, itemWords);
  const parts = [
    measure,
    population === null ? null : words.populations[population],
    dueOn === null ? null : format.day(dueOn),
    agencies.length === 0 ? null : format.list(agencies),
    statement.words === null ? null : words.quoted(statement.words),
    year === null ? null : timeOf(fromYear ?? year, year, words),
  ].filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? statement.name : parts.join(', ');
};
