import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import {
  applyChanges,
  changeItem,
  type ChangeSet,
  NO_CHANGES,
  resetItem,
} from '#core/scenario/change-set.ts';
import { checkChanges } from '#core/scenario/check-changes.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { decideDataValue, type EnteredValue } from '#core/scoring/decide-data-value.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import { computeWhatIf, type LeagueWith, startWhatIf, type WhatIf } from './compute-what-if.ts';
import { edit, type EditHistory, endTopic, redo, startHistory, undo } from './edit-history.ts';

/** What stands on the bench. */
export interface BenchState {
  readonly history: EditHistory;
  readonly changes: ChangeSet;
  readonly whatIf: WhatIf;
}

/** An entry for one item. */
export interface BenchEntry {
  readonly item: string;
  readonly entered: EnteredValue;
}

/** The workbench: one score, the changes assumed, and what they come to. Rows and figures read it; each edit re-scores. */
export interface Bench {
  readonly framework: Framework;
  readonly present: DataValues;
  readonly getState: () => BenchState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sets an item, or says why it can't be; typing on in the same item is one step to undo. */
  readonly setItem: (item: string, entered: EnteredValue) => Refusal | undefined;
  /** Sets several items in one step; what does not fit is left out and told. */
  readonly setItems: (entries: readonly BenchEntry[]) => readonly Refusal[];
  readonly resetItem: (item: string) => void;
  readonly replaceAll: (changes: ChangeSet) => void;
  readonly endTyping: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Opens a bench on the present values of a score, with changes to begin with that have been checked. */
export const openBench = (
  framework: Framework,
  present: DataValues,
  initial: ChangeSet = NO_CHANGES,
  leagueWith: LeagueWith = () => undefined,
): Bench => {
  const listeners = new Set<() => void>();
  const stateOf = (history: EditHistory, last: WhatIf): BenchState => ({
    history,
    changes: history.present,
    whatIf: computeWhatIf(framework, present, history.present, last, leagueWith),
  });
  let state = stateOf(startHistory(initial), startWhatIf(framework, present, leagueWith));

  const move = (history: EditHistory): void => {
    if (history === state.history) return;
    state = history.present === state.changes ? { ...state, history } : stateOf(history, state.whatIf);
    for (const listener of listeners) listener();
  };
  const decide = ({ item, entered }: BenchEntry, changes: ChangeSet): ChangeSet | Refusal => {
    const dataItem = findDataItem(framework, item);
    if (!dataItem) return changes;
    const value = decideDataValue(framework, dataItem, entered, applyChanges(present, changes));
    return isRefusal(value) ? value : changeItem(changes, present, item, value);
  };

  // A part pasted before its larger whole fits once the whole is there: what is refused is tried again after the rest.
  const takeEntries = (
    entries: readonly BenchEntry[],
    changes: ChangeSet,
  ): { readonly changes: ChangeSet; readonly refusals: readonly Refusal[] } => {
    const refused: { readonly entry: BenchEntry; readonly refusal: Refusal }[] = [];
    let next = changes;
    for (const entry of entries) {
      const decided = decide(entry, next);
      if (isRefusal(decided)) refused.push({ entry, refusal: decided });
      else next = decided;
    }
    if (refused.length === 0 || refused.length === entries.length) {
      return { changes: next, refusals: refused.map(({ refusal }) => refusal) };
    }
    return takeEntries(
      refused.map(({ entry }) => entry),
      next,
    );
  };

  return {
    framework,
    present,
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setItem: (item, entered) => {
      const next = decide({ item, entered }, state.changes);
      if (isRefusal(next)) return next;
      move(edit(state.history, next, item));
      return undefined;
    },
    setItems: (entries) => {
      const taken = takeEntries(entries, state.changes);
      move(edit(state.history, taken.changes, null));
      return taken.refusals;
    },
    resetItem: (item) => {
      // The present value may not fit beside another change: a part back to more than its new whole.
      const wanted = resetItem(state.changes, item);
      const { changes } = checkChanges(framework, present, wanted);
      move(edit(state.history, changes, null));
    },
    replaceAll: (changes) => {
      move(edit(state.history, changes, null));
    },
    endTyping: () => {
      move(endTopic(state.history));
    },
    undo: () => {
      move(undo(state.history));
    },
    redo: () => {
      move(redo(state.history));
    },
  };
};
