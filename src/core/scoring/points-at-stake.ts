import { distributePoints, type PotentialChanges } from './distribute-points.ts';
import type { Framework } from './framework.ts';
import { readSmallDecimal } from './small-fraction.ts';
import type { Maximum } from './unwritten-points.ts';

/** What each component has at stake for one subject, by code. */
export type Stakes = ReadonlyMap<string, Maximum>;

const distribute = (
  framework: Framework,
  leftOut: ReadonlySet<string>,
  changes: PotentialChanges | undefined,
): Stakes => {
  const points = distributePoints(framework, (code) => !leftOut.has(code), changes);
  return new Map(
    [...points].map(([code, own]) => [code, { points: own, small: readSmallDecimal(own.toFixed()) }]),
  );
};

// Most subjects of a league leave out the same few components: more distributions than these would only fill memory.
const KEPT = 64;
const kept = new WeakMap<Framework, Map<string, Stakes>>();

/** Shares out the points of the indicators that are left out. Those who leave out the same, and nothing else, share one answer. */
export const findStakes = (
  framework: Framework,
  leftOut: ReadonlySet<string>,
  changes: PotentialChanges | undefined,
): Stakes => {
  if (changes !== undefined && changes.size > 0) return distribute(framework, leftOut, changes);
  const own = kept.get(framework) ?? new Map<string, Stakes>();
  kept.set(framework, own);
  const key = JSON.stringify([...leftOut]);
  const stakes = own.get(key) ?? distribute(framework, leftOut, changes);
  if (own.size < KEPT) own.set(key, stakes);
  return stakes;
};
