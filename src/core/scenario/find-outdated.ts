import type { DataValue, DataValues } from '#core/scoring/data-value.ts';
import { valueOf } from '#core/scoring/measure.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import { isSameValue } from './change-set.ts';

/** What a scenario was made on: the version of the framework and the values that were present then. */
export interface ScenarioBasis {
  readonly frameworkVersion: number;
  readonly values: DataValues;
}

/** What has changed under a scenario since it was kept. */
export interface Outdated {
  /** The version of then and of now; null while it is the same. */
  readonly framework: { readonly then: number; readonly now: number } | null;
  /** Items whose present value is no longer that of then. */
  readonly values: readonly { readonly item: ItemCode; readonly then: DataValue; readonly now: DataValue }[];
}

/** What differs between the basis of a scenario and the present; undefined while nothing does. */
export const findOutdated = (basis: ScenarioBasis, present: ScenarioBasis): Outdated | undefined => {
  const items = [...new Set([...basis.values.keys(), ...present.values.keys()])].toSorted();
  const values = items
    .map((item) => ({ item, then: valueOf(basis.values, item), now: valueOf(present.values, item) }))
    .filter(({ then, now }) => !isSameValue(then, now));
  const isSameFramework = basis.frameworkVersion === present.frameworkVersion;
  if (isSameFramework && values.length === 0) return undefined;
  return {
    framework: isSameFramework ? null : { then: basis.frameworkVersion, now: present.frameworkVersion },
    values,
  };
};
