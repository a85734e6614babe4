import { describe, expect, it } from 'vitest';
import type { SavedAnswers } from '#contract/submission.ts';
import { openAnswerSaver, type EnteredAnswer, type SendOutcome } from './answer-saver.ts';
import { answerKey, type Batch, EMPTY_OUTBOX, type Outbox } from './outbox.ts';

const typed = (change: Partial<EnteredAnswer> = {}): EnteredAnswer => ({
  ...{ subject: '29869', item: 'a', state: 'value', value: '5', typed: '5' },
  ...{ note: null, explanation: null, version: 0, problem: null },
  ...change,
});
const KEY = answerKey(typed());

const COMPLETENESS = { asked: 1, answered: 1, hard: 0, unreasoned: 0, undecided: 0, returned: 0 };
const saves = ({ entries }: Batch): SavedAnswers => ({
  saved: entries.map(({ subject, item, version }) => ({ subject, item, version: version + 1 })),
  ...{ refused: [], findings: [], completeness: COMPLETENESS, savedAt: '2026-11-28T03:42:00Z' },
});

/** A saver whose waiting ends when the test says so, and whose server answers as the test says. */
const start = (outbox: Outbox = EMPTY_OUTBOX) => {
  const sent: Batch[] = [];
  const waits: number[] = [];
  const kept: Outbox[] = [];
  let [due, ids, isFull]: [(() => void) | undefined, number, boolean] = [undefined, 0, false];
  let outcome: (batch: Batch) => SendOutcome = (batch) => ({ kind: 'answered', answer: saves(batch) });
  const saver = openAnswerSaver({
    outbox,
    send: async (batch) => {
      sent.push(batch);
      return outcome(batch);
    },
    keep: (_before, after) => {
      kept.push(after);
      return !isFull;
    },
    newId: () => `id${String((ids += 1))}`,
    later: (milliseconds, action) => {
      waits.push(milliseconds);
      due = action;
      return () => {
        due = undefined;
      };
    },
    onAnswered: () => undefined,
  });
  saver.start();
  return {
    ...{ saver, sent, waits, kept },
    answerWith: (next: (batch: Batch) => SendOutcome) => {
      outcome = next;
    },
    fill: () => {
      isFull = true;
    },
    /** Lets the time pass that is waited for, and the server answer. */
    pass: async () => {
      const action = due;
      due = undefined;
      action?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
};

describe('saving a form', () => {
  it('keeps what is typed in the browser at once, and sends it after a pause, all of it together', async () => {
    const { saver, sent, kept, pass } = start();
    saver.enter([typed()]);
    saver.enter([typed({ item: 'b', value: '6' })]);
    expect(kept.at(-1)?.entries.size).toBe(2);
    expect(sent).toEqual([]);
    await pass();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.entries).toHaveLength(2);
    expect(saver.getState().isSending).toBe(false);
    expect(saver.getState().saved.get(KEY)).toMatchObject({ version: 1, at: '2026-11-28T03:42:00Z' });
    expect(saver.getState().outbox.entries.size).toBe(0);
    expect(kept.at(-1)?.batches).toEqual([]);
  });

  it('sends again, later each time, under the same id, until there is an answer', async () => {
    const { saver, sent, waits, pass, answerWith } = start();
    answerWith(() => ({ kind: 'unanswered' }));
    saver.enter([typed()]);
    await pass();
    await pass();
    // Typing does not hurry what waits for a connection.
    saver.enter([typed({ value: '57' })]);
    await pass();
    expect(waits.slice(-3)).toEqual([1000, 2000, 4000]);
    expect(new Set(sent.map(({ writeId }) => writeId)).size).toBe(1);
    answerWith((batch) => ({ kind: 'answered', answer: saves(batch) }));
    await pass();
    await pass();
    expect(sent.at(-1)?.entries).toMatchObject([{ value: '57', version: 1 }]);
    expect(saver.getState().outbox.entries.size).toBe(0);
  });

  it('sends at once what an earlier visit left, and when the connection is back', async () => {
    const earlier = start();
    earlier.answerWith(() => ({ kind: 'unanswered' }));
    earlier.saver.enter([typed()]);
    await earlier.pass();
    const { saver, sent, waits, pass, answerWith } = start(earlier.saver.getState().outbox);
    answerWith(() => ({ kind: 'unanswered' }));
    expect(waits).toEqual([0]);
    await pass();
    expect(sent[0]).toEqual(earlier.sent[0]);
    answerWith((batch) => ({ kind: 'answered', answer: saves(batch) }));
    saver.resume();
    expect(waits.at(-1)).toBe(0);
    await pass();
    expect(saver.getState().outbox.entries.size).toBe(0);
  });

  it('stops when the session has ended and goes on after signing in', async () => {
    const { saver, sent, pass, answerWith } = start();
    answerWith(() => ({ kind: 'halted', code: 'session.required' }));
    saver.enter([typed()]);
    await pass();
    await pass();
    expect(sent).toHaveLength(1);
    expect(saver.getState().outbox.halted).toBe('session.required');
    answerWith((batch) => ({ kind: 'answered', answer: saves(batch) }));
    saver.resume();
    await pass();
    expect(sent[1]).toEqual(sent[0]);
    expect(saver.getState().outbox.entries.size).toBe(0);
  });

  it('says when the browser keeps nothing', () => {
    const { saver, fill } = start();
    fill();
    saver.enter([typed()]);
    expect(saver.getState().isKept).toBe(false);
  });

  it('leaves a conflict to the person, also when more is typed', async () => {
    const { saver, sent, pass, answerWith } = start();
    const conflict = { subject: '29869', item: 'a', code: 'edit.conflict', details: { version: 3 } };
    answerWith((batch) => ({
      kind: 'answered',
      answer: { ...saves(batch), saved: [], refused: [conflict] },
    }));
    saver.enter([typed()]);
    await pass();
    saver.enter([typed({ value: '7' })]);
    await pass();
    expect(sent).toHaveLength(1);
    answerWith((batch) => ({ kind: 'answered', answer: saves(batch) }));
    saver.decideConflict(KEY, 'mine', 3);
    await pass();
    expect(sent.at(-1)?.entries).toMatchObject([{ value: '7', version: 3 }]);
  });

  it('lets go what another tab has saved, but not what was typed here since', () => {
    const { saver } = start();
    const entry = { ...typed(), id: 'other' };
    saver.follow({ kind: 'entered', entry });
    saver.follow({ kind: 'gone', key: KEY, id: 'other' });
    expect(saver.getState().outbox.entries.size).toBe(0);
    saver.follow({ kind: 'entered', entry });
    saver.enter([typed({ value: '8' })]);
    saver.follow({ kind: 'gone', key: KEY, id: 'other' });
    expect(saver.getState().outbox.entries.get(KEY)?.value).toBe('8');
  });
});
