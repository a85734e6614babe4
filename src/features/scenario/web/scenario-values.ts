import { applyChanges, type ChangeSet } from '#core/scenario/change-set.ts';
import { findOutdated, type Outdated } from '#core/scenario/find-outdated.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import type { ItemValue, Scenario } from '#features/scenario/contract.ts';
import { openLeague } from './league-of-others.ts';
import { valuesOf } from './values-of.ts';

export { valuesOf } from './values-of.ts';

/** Values as they travel. */
export const itemValuesOf = (changes: ChangeSet): ItemValue[] =>
  [...changes].map(([item, value]) => ({ item, value }));

/** What has changed since a scenario was kept; undefined while nothing has. */
export const findScenarioOutdated = (scenario: Scenario, sheet: IndexSheet): Outdated | undefined =>
  findOutdated(
    { frameworkVersion: scenario.frameworkVersion, values: valuesOf(scenario.basis) },
    { frameworkVersion: sheet.framework.version, values: valuesOf(sheet.values) },
  );

/** The score that a sheet gives with some changes. */
export const scoreSheet = (sheet: IndexSheet, changes: ChangeSet): IndexScore => {
  const values = applyChanges(valuesOf(sheet.values), changes);
  const league = openLeague(sheet).bestsWith(values);
  return computeIndexScore(sheet.framework, values, league ? { league } : {});
};
