import type { DataValue, DataValues } from './data-value.ts';
import type { ComponentIndicator } from './framework.ts';
import { listNestedRules, listRuleItems } from './rule-parts.ts';
import type { ItemCode } from './rule.ts';
import type { League } from './rule-outcome.ts';

/** A score that was made before, with what it was made of. */
export interface EarlierScore<Scored> {
  readonly score: { readonly byCode: ReadonlyMap<string, Scored> };
  readonly values: DataValues;
  readonly league?: League;
}

/** What the points of an indicator depend on. */
interface Dependence {
  readonly items: readonly ItemCode[];
  readonly onLeague: boolean;
}

// What a rule reads never changes, and is asked for with every figure that is tried out.
const known = new WeakMap<ComponentIndicator, Dependence>();

const dependenceOf = (indicator: ComponentIndicator): Dependence => {
  const found = known.get(indicator);
  if (found) return found;
  const made: Dependence = {
    items: listRuleItems(indicator.rule),
    onLeague: listNestedRules(indicator.rule).some(({ kind }) => kind === 'normalised-to-best'),
  };
  known.set(indicator, made);
  return made;
};

const isSame = (one: DataValue | undefined, other: DataValue | undefined): boolean => {
  if (one === other) return true;
  if (one?.state !== 'value' || other?.state !== 'value') {
    // An absent value is blank.
    return (one?.state ?? 'blank') === (other?.state ?? 'blank');
  }
  return one.value === other.value && one.comparator === other.comparator;
};

/** The earlier points of an indicator whose data, and whose league if it looks at one, are still the same. */
export const findUntouched = <Scored>(
  indicator: ComponentIndicator,
  now: {
    readonly values: DataValues;
    readonly league?: League;
    readonly earlier?: EarlierScore<Scored>;
  },
): Scored | undefined => {
  const { earlier } = now;
  if (!earlier) return undefined;
  const { items, onLeague } = dependenceOf(indicator);
  if (onLeague && earlier.league !== now.league) return undefined;
  const untouched = items.every((item) => isSame(earlier.values.get(item), now.values.get(item)));
  return untouched ? earlier.score.byCode.get(indicator.code) : undefined;
};
