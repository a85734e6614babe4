import type { DataValue, DataValues } from '#core/scoring/data-value.ts';
import { valueOf } from '#core/scoring/measure.ts';
import type { ItemCode } from '#core/scoring/rule.ts';

/** What a scenario changes: the value that each changed data item would have. Everything else stays as it is. */
export type ChangeSet = ReadonlyMap<ItemCode, DataValue>;

export const NO_CHANGES: ChangeSet = new Map();

/** Whether two values say the same in the same words; `57.6` and `57.60` are rounded differently, so they differ. */
export const isSameValue = (one: DataValue, other: DataValue): boolean => {
  if (one.state !== 'value' || other.state !== 'value') return one.state === other.state;
  return one.value === other.value && one.comparator === other.comparator;
};

/** The values as they would be. */
export const applyChanges = (present: DataValues, changes: ChangeSet): DataValues =>
  changes.size === 0 ? present : new Map([...present, ...changes]);

/** The set with one more change; a value that is the present one is no change. */
export const changeItem = (
  changes: ChangeSet,
  present: DataValues,
  item: ItemCode,
  value: DataValue,
): ChangeSet => {
  if (isSameValue(valueOf(present, item), value)) return resetItem(changes, item);
  const known = changes.get(item);
  if (known && isSameValue(known, value)) return changes;
  return new Map([...changes, [item, value] as const]);
};

/** The set without the change of this item. */
export const resetItem = (changes: ChangeSet, item: ItemCode): ChangeSet =>
  changes.has(item) ? new Map([...changes].filter(([code]) => code !== item)) : changes;

/** Whether two sets change the same items to the same values, in whatever order. */
export const isSameChangeSet = (one: ChangeSet, other: ChangeSet): boolean =>
  one.size === other.size &&
  [...one].every(([item, value]) => {
    const counterpart = other.get(item);
    return counterpart !== undefined && isSameValue(value, counterpart);
  });
