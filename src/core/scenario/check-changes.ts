import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { DataValue, DataValues } from '#core/scoring/data-value.ts';
import { decideDataValue, type EnteredValue } from '#core/scoring/decide-data-value.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import { applyChanges, changeItem, type ChangeSet, NO_CHANGES } from './change-set.ts';

/** A change that can't be made: its item is not in the framework, or the value does not fit. */
export type ChangeProblem =
  | { readonly item: ItemCode; readonly problem: 'unknown-item' }
  | { readonly item: ItemCode; readonly problem: Refusal };

/** What is left of a change set: values that fit their items, and what does not. */
export interface CheckedChanges {
  readonly changes: ChangeSet;
  readonly problems: readonly ChangeProblem[];
}

/** A value as a person would enter it. */
const enteredOf = (value: DataValue): EnteredValue =>
  value.state === 'value' ? value : { state: value.state, value: null, comparator: '=' };

/**
 * Checks each change against its item, and against the others: a part and its whole may change together.
 * A change to the present value is none.
 */
export const checkChanges = (
  framework: Framework,
  present: DataValues,
  changes: ChangeSet,
): CheckedChanges => {
  const after = applyChanges(present, changes);
  const checked = [...changes].map(([item, value]) => {
    const dataItem = findDataItem(framework, item);
    return {
      item,
      decided: dataItem
        ? decideDataValue(framework, dataItem, enteredOf(value), after)
        : ('unknown-item' as const),
    };
  });
  return {
    changes: checked.reduce<ChangeSet>(
      (kept, { item, decided }) =>
        decided === 'unknown-item' || isRefusal(decided) ? kept : changeItem(kept, present, item, decided),
      NO_CHANGES,
    ),
    problems: checked.flatMap(({ item, decided }): readonly ChangeProblem[] =>
      decided === 'unknown-item' || isRefusal(decided) ? [{ item, problem: decided }] : [],
    ),
  };
};
