import type { ChangeSet } from '#core/scenario/change-set.ts';
import { findOutdated, type Outdated } from '#core/scenario/find-outdated.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
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
