import type { SavedAnswers } from '#contract/submission.ts';
import { listSavedEntries, type SavedEntry } from './apply-saved.ts';
import type { OtherTabChange } from './kept-outbox.ts';
import {
  type AnswerProblem,
  answerKey,
  type Batch,
  dropEntry,
  enterAnswer,
  failBatch,
  haltOutbox,
  keepMine,
  meetServer,
  nextBatch,
  type Outbox,
  type OutboxEntry,
  rejectBatch,
  resumeOutbox,
  retryDelay,
  type ServedAnswer,
  settleBatch,
} from './outbox.ts';

/** What came of sending: the server's answer, none, or that it takes nothing or could not read it. */
export type SendOutcome =
  | { readonly kind: 'answered'; readonly answer: SavedAnswers }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'halted'; readonly code: string }
  | { readonly kind: 'rejected'; readonly problem: AnswerProblem };

/** What saving needs of the world around it. */
export interface SaverSurroundings {
  readonly outbox: Outbox;
  readonly send: (batch: Batch) => Promise<SendOutcome>;
  /** Keeps the outbox in the browser; false when that failed. */
  readonly keep: (before: Outbox, after: Outbox) => boolean;
  readonly newId: () => string;
  /** Does something later; what it gives back calls it off. */
  readonly later: (milliseconds: number, action: () => void) => () => void;
  readonly onAnswered: (answer: SavedAnswers, batch: Batch) => void;
}

export interface SaverState {
  readonly outbox: Outbox;
  readonly isSending: boolean;
  /** Whether the browser keeps what is not saved yet. */
  readonly isKept: boolean;
  /** What the server has saved since the form was opened. */
  readonly saved: ReadonlyMap<string, SavedEntry>;
}

/** What is typed within this time is sent together, in milliseconds. */
const TYPING_PAUSE = 800;
const OTHER_TAB_PAUSE = 6000;

/** An entry as the form makes it; its id is given here. */
export type EnteredAnswer = Omit<OutboxEntry, 'id'>;

/** Saves what is entered into one form: keeps it in the browser at once, sends it in batches, and again until it is answered. */
export interface AnswerSaver {
  /** Begins to send, what an earlier visit left first; what it gives back ends it. */
  readonly start: () => () => void;
  readonly getState: () => SaverState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly enter: (answers: readonly EnteredAnswer[]) => void;
  /** Sends without waiting for the pause in typing. */
  readonly sendNow: () => void;
  /** Whatever hindered may be over: a connection is back, somebody signed in. */
  readonly resume: () => void;
  readonly decideConflict: (key: string, choice: 'mine' | 'theirs', version: number) => void;
  readonly meet: (served: readonly ServedAnswer[]) => void;
  /** Takes over what another tab of this browser did. */
  readonly follow: (change: OtherTabChange) => void;
}

/** Opens the saver of one form. */
export const openAnswerSaver = (surroundings: SaverSurroundings): AnswerSaver => {
  const { send, keep, newId, later, onAnswered } = surroundings;
  const listeners = new Set<() => void>();
  let state: SaverState = { outbox: surroundings.outbox, isSending: false, isKept: true, saved: new Map() };
  let cancel: (() => void) | undefined;
  let isClosed = true;

  const set = (change: Partial<SaverState>): void => {
    state = { ...state, ...change };
    for (const tell of listeners) tell();
  };
  const become = (outbox: Outbox, change: Partial<SaverState> = {}): void => {
    if (outbox === state.outbox) {
      set(change);
      return;
    }
    set({ ...change, outbox, isKept: keep(state.outbox, outbox) });
  };
  const schedule = (milliseconds: number): void => {
    cancel?.();
    cancel = isClosed ? undefined : later(milliseconds, () => void sendNext());
  };
  const settle = (batch: Batch, outcome: SendOutcome): void => {
    const { outbox } = state;
    switch (outcome.kind) {
      case 'answered':
        become(settleBatch(outbox, batch, outcome.answer), {
          isSending: false,
          // Together with what leaves the outbox: the form must not show for a moment what was before.
          saved: new Map([...state.saved, ...listSavedEntries(outcome.answer, batch)]),
        });
        onAnswered(outcome.answer, batch);
        return schedule(0);
      case 'unanswered':
        become(failBatch(outbox), { isSending: false });
        return schedule(retryDelay(state.outbox.failures));
      case 'halted':
        return become(haltOutbox(outbox, outcome.code), { isSending: false });
      case 'rejected':
        become(rejectBatch(outbox, batch, outcome.problem), { isSending: false });
        return schedule(0);
    }
  };
  const sendNext = async (): Promise<void> => {
    cancel?.();
    if (state.isSending || isClosed) return;
    const next = nextBatch(state.outbox, newId);
    if (!next) return;
    become(next.outbox, { isSending: true });
    settle(next.batch, await send(next.batch));
  };
  const resume = (): void => {
    become(resumeOutbox(state.outbox));
    schedule(0);
  };
  return {
    start: () => {
      isClosed = false;
      schedule(0);
      return () => {
        isClosed = true;
        cancel?.();
      };
    },
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter: (answers) => {
      become(
        answers.reduce((outbox, answer) => {
          // A conflict is decided by a choice, not by typing on.
          const before = outbox.entries.get(answerKey(answer))?.problem;
          const problem = before?.code === 'edit.conflict' ? before : answer.problem;
          return enterAnswer(outbox, { ...answer, id: newId(), problem });
        }, state.outbox),
      );
      if (state.outbox.failures === 0) schedule(TYPING_PAUSE);
    },
    sendNow: () => {
      schedule(0);
    },
    resume,
    decideConflict: (key, choice, version) => {
      become(
        choice === 'mine' ? keepMine(state.outbox, key, version, newId()) : dropEntry(state.outbox, key),
      );
      schedule(0);
    },
    meet: (served) => {
      become(meetServer(state.outbox, served));
    },
    follow: (change) => {
      if (change.kind === 'entered') {
        become(enterAnswer(state.outbox, change.entry));
        // That tab sends it; this one only when it is gone by then.
        schedule(OTHER_TAB_PAUSE);
        return;
      }
      // What was typed here since is another entry, and stays.
      if (state.outbox.entries.get(change.key)?.id === change.id) {
        become(dropEntry(state.outbox, change.key));
      }
    },
  };
};
