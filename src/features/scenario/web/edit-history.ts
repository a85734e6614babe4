import { type ChangeSet, isSameChangeSet } from '#core/scenario/change-set.ts';

/** The change set on the bench, with what can be undone and redone. */
export interface EditHistory {
  readonly past: readonly ChangeSet[];
  readonly present: ChangeSet;
  readonly future: readonly ChangeSet[];
  /** What the last edit was about: one that goes on with it makes no new step. */
  readonly topic: string | null;
}

/** Far more than anybody undoes; keeps a long day's typing from filling the memory. */
const STEPS = 200;

export const startHistory = (present: ChangeSet): EditHistory => ({
  past: [],
  present,
  future: [],
  topic: null,
});

/** Makes an edit. Typing on in one cell (the same topic) is one step. */
export const edit = (history: EditHistory, next: ChangeSet, topic: string | null): EditHistory => {
  if (isSameChangeSet(history.present, next)) return history;
  const goesOn = topic !== null && topic === history.topic && history.past.length > 0;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-STEPS),
    present: next,
    future: [],
    topic,
  };
};

/** Ends what is being typed: the next edit is a step of its own. */
export const endTopic = (history: EditHistory): EditHistory =>
  history.topic === null ? history : { ...history, topic: null };

export const undo = (history: EditHistory): EditHistory => {
  const earlier = history.past.at(-1);
  if (!earlier) return history;
  return {
    past: history.past.slice(0, -1),
    present: earlier,
    future: [history.present, ...history.future],
    topic: null,
  };
};

export const redo = (history: EditHistory): EditHistory => {
  const [later, ...future] = history.future;
  if (!later) return history;
  return { past: [...history.past, history.present], present: later, future, topic: null };
};
