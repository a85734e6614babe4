import { applyChanges, type ChangeSet } from '#core/scenario/change-set.ts';
import { findOutdated, type Outdated } from '#core/scenario/find-outdated.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import { buildLeague } from '#core/scoring/score-league.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import type { ItemValue, Scenario } from '#features/scenario/contract.ts';

/** Values as the rules read them. */
export const valuesOf = (items: readonly ItemValue[]): DataValues =>
  new Map(items.map(({ item, value }) => [item, value]));

/** Values as they travel. */
export const itemValuesOf = (changes: ChangeSet): ItemValue[] =>
  [...changes].map(([item, value]) => ({ item, value }));

/** What has changed since a scenario was kept; undefined while nothing has. */
export const findScenarioOutdated = (scenario: Scenario, sheet: IndexSheet): Outdated | undefined =>
  findOutdated(
    { frameworkVersion: scenario.frameworkVersion, values: valuesOf(scenario.basis) },
    { frameworkVersion: sheet.framework.version, values: valuesOf(sheet.values) },
  );

/** The bests of the subjects that rules compare this one with, when it has these values; undefined where no rule does. */
export const leagueOf = ({
  framework,
  subject,
  others,
}: IndexSheet): ((values: DataValues) => League | undefined) => {
  if (others.length === 0) return () => undefined;
  const rest = others.map((other) => [other.subject, valuesOf(other.values)] as const);
  return (values) => buildLeague(framework, new Map([...rest, [subject.code, values]]));
};

/** The score that a sheet gives with some changes. */
export const scoreSheet = (sheet: IndexSheet, changes: ChangeSet): IndexScore => {
  const values = applyChanges(valuesOf(sheet.values), changes);
  const league = leagueOf(sheet)(values);
  return computeIndexScore(sheet.framework, values, league ? { league } : {});
};
