import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { findIndicatorFigure, isSameUnit } from '#core/submission/indicator-figure.ts';
import { isWholeYear } from '#core/submission/reporting-period.ts';
import type { Tx } from '#server/db/database.ts';
import { listDataValues } from '#server/scoring/data-values.ts';
import type { StoredRound } from '#features/collection/round/round-store.ts';
import {
  appendYearValues,
  listLinkedTargets,
  listYearFigures,
  type ReachedValue,
} from './target-year-store.ts';

const listValues = async (tx: Tx, round: StoredRound, framework: Framework, subject: string) => {
  const { year } = round;
  if (year !== framework.assessmentYear) return listYearFigures(tx, framework.code, subject, year);
  const stored = await listDataValues(tx, { framework: framework.code, subject, year });
  return new Map(stored.map(({ item, value }) => [item, value]));
};

/**
 * Keeps what the accepted figures of a whole year say of the targets that name their indicators, where a target is set in
 * the unit that its indicator is measured in. Plans set targets of the province alone.
 */
export const recordReachedTargets = async (
  tx: Tx,
  record: { readonly round: StoredRound; readonly framework: Framework },
  figures: readonly { readonly subject: string; readonly item: string }[],
  acceptance: { readonly at: string; readonly accountId: string },
): Promise<void> => {
  const { round, framework } = record;
  const subject = figures[0]?.subject;
  if (framework.subjectKind !== 'province' || !isWholeYear(round.period) || subject === undefined) return;
  const items = new Set(figures.map(({ item }) => item));
  const touched = listIndicators(framework).filter(({ dataItems }) =>
    dataItems.some((code) => items.has(code)),
  );
  const targets = await listLinkedTargets(
    tx,
    touched.map(({ code }) => code),
  );
  if (targets.length === 0) return;
  const values = await listValues(tx, round, framework, subject);
  const found = new Map(
    touched.map((indicator) => [indicator.code, findIndicatorFigure(framework, indicator, values)]),
  );
  const reached = targets.flatMap(({ id, indicator, unit }): ReachedValue[] => {
    const figure = found.get(indicator);
    if (!figure || unit === null || !isSameUnit(figure.unit, unit)) return [];
    return [{ target: id, value: figure.value, unit }];
  });
  await appendYearValues(tx, round, reached, acceptance);
};
