import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SavedAnswers } from '#contract/submission.ts';
import {
  answerKey,
  type Batch,
  EMPTY_OUTBOX,
  enterAnswer,
  failBatch,
  haltOutbox,
  inputOf,
  keepMine,
  meetServer,
  nextBatch,
  openOutbox,
  type Outbox,
  type OutboxEntry,
  rejectBatch,
  resumeOutbox,
  retryDelay,
  settleBatch,
} from './outbox.ts';

const entry = (change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  ...{ id: 'e1', subject: '29869', item: '1.1.a', state: 'value', value: '5', typed: '5' },
  ...{ note: null, explanation: null, version: 0, problem: null },
  ...change,
});
const KEY = answerKey(entry());
const send = (outbox: Outbox, writeId = 'w1') => {
  const sent = nextBatch(outbox, () => writeId);
  if (!sent) throw new Error('Nothing to send');
  return sent;
};
const saved = (version: number) => ({
  ...{ saved: [{ subject: '29869', item: '1.1.a', version }], refused: [] },
});
const refused = (code: string, details = {}) => ({
  ...{ saved: [], refused: [{ subject: '29869', item: '1.1.a', code, details }] },
});

describe('what was entered and not acknowledged yet', () => {
  it('leaves when the server has saved it', () => {
    const { outbox, batch } = send(enterAnswer(EMPTY_OUTBOX, entry()));
    expect(settleBatch(outbox, batch, saved(1)).entries.size).toBe(0);
  });

  it('is sent again under the same id, as it was, when no answer came', () => {
    const first = send(enterAnswer(EMPTY_OUTBOX, entry()));
    const typedOn = enterAnswer(failBatch(first.outbox), entry({ id: 'e2', value: '57', typed: '57' }));
    const second = send(typedOn, 'w2');
    expect(second.batch).toEqual(first.batch);
    const settled = settleBatch(second.outbox, second.batch, saved(1));
    // What was typed meanwhile stands on what has been saved.
    expect(settled.entries.get(KEY)).toMatchObject({ value: '57', version: 1 });
    expect(send(settled, 'w3').batch).toMatchObject({ writeId: 'w3', entries: [{ id: 'e2', version: 1 }] });
  });

  it('stays with its reason when it is refused, and is not sent until it is changed', () => {
    const { outbox, batch } = send(enterAnswer(EMPTY_OUTBOX, entry({ value: '140' })));
    const settled = settleBatch(outbox, batch, refused('value.out-of-range', { maximum: '100' }));
    expect(settled.entries.get(KEY)?.problem).toEqual({
      ...{ code: 'value.out-of-range', details: { maximum: '100' } },
    });
    expect(nextBatch(settled, () => 'w2')).toBeUndefined();
    expect(send(enterAnswer(settled, entry({ id: 'e2', value: '14' })), 'w3').batch.entries).toHaveLength(1);
  });

  it('that others changed waits for a decision', () => {
    const { outbox, batch } = send(enterAnswer(EMPTY_OUTBOX, entry({ version: 1 })));
    const settled = settleBatch(outbox, batch, refused('edit.conflict', { version: 2 }));
    expect(nextBatch(settled, () => 'w2')).toBeUndefined();
    const mine = keepMine(settled, KEY, 2, 'e2');
    expect(send(mine, 'w3').batch.entries).toMatchObject([{ value: '5', version: 2, problem: null }]);
  });

  it('that others made the same needs no decision', () => {
    const outbox = enterAnswer(EMPTY_OUTBOX, entry({ note: 'theo biên bản' }));
    const served = { ...inputOf(entry({ note: ' theo biên bản' })), version: 1 };
    expect(meetServer(outbox, [served]).entries.size).toBe(0);
    expect(meetServer(outbox, [{ ...served, value: '6' }]).entries.get(KEY)?.problem).toMatchObject({
      code: 'edit.conflict',
    });
  });

  it('is not compared while it is on its way', () => {
    const { outbox } = send(enterAnswer(EMPTY_OUTBOX, entry()));
    expect(meetServer(outbox, [{ ...inputOf(entry({ value: '6' })), version: 1 }])).toBe(outbox);
  });

  it('stays when the server takes nothing, until it does again', () => {
    const { outbox, batch } = send(enterAnswer(EMPTY_OUTBOX, entry()));
    const ended = haltOutbox(outbox, 'session.required');
    expect(nextBatch(ended, () => 'w2')).toBeUndefined();
    expect(send(resumeOutbox(ended), 'w2').batch).toEqual(batch);
    const closed = haltOutbox(outbox, 'round.closed');
    expect(send(resumeOutbox(closed), 'w2').batch.writeId).toBe('w2');
  });

  it('that the server cannot read stays with that as its reason', () => {
    const { outbox, batch } = send(enterAnswer(EMPTY_OUTBOX, entry()));
    const rejected = rejectBatch(outbox, batch, { code: 'request.invalid', details: {} });
    expect(rejected.batches).toEqual([]);
    expect(rejected.entries.get(KEY)?.problem?.code).toBe('request.invalid');
  });

  it('is sent again later each time, but at least twice a minute', () => {
    expect([0, 1, 2, 3, 6, 1000].map(retryDelay)).toEqual([0, 1000, 2000, 4000, 30_000, 30_000]);
  });
});

/** A server as the contract promises it: versions, and a write id that saves nothing twice. */
const startServer = () => {
  const answers = new Map<string, { value: string | null; version: number }>();
  const writes = new Map<string, Map<string, number>>();
  return {
    answers,
    put: ({ writeId, entries }: Batch): Pick<SavedAnswers, 'saved' | 'refused'> => {
      const earlier = writes.get(writeId) ?? new Map<string, number>();
      writes.set(writeId, earlier);
      const answer: Pick<SavedAnswers, 'saved' | 'refused'> = { saved: [], refused: [] };
      for (const { subject, item, value, version } of entries) {
        const key = answerKey({ subject, item });
        const present = answers.get(key)?.version ?? 0;
        const known = earlier.get(key);
        if (known === undefined && version !== present) {
          answer.refused.push({ subject, item, code: 'edit.conflict', details: { version: present } });
          continue;
        }
        if (known === undefined) {
          answers.set(key, { value, version: present + 1 });
          earlier.set(key, present + 1);
        }
        answer.saved.push({ subject, item, version: known ?? present + 1 });
      }
      return answer;
    },
  };
};

const doing = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), item: fc.nat(2), value: fc.nat(99) }),
  fc.record({ kind: fc.constantFrom('send', 'lose-answer', 'lose-request', 'close-tab') }),
);

describe('a person alone at a form', () => {
  it('loses nothing and conflicts with nobody, whatever the network and the tab do', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 40 }), (doings) => {
        const server = startServer();
        const typed = new Map<string, string>();
        let [outbox, ids] = [EMPTY_OUTBOX, 0];
        const newId = () => String((ids += 1));
        const sendOne = (loses: 'nothing' | 'answer' | 'request') => {
          const sent = nextBatch(outbox, newId);
          if (!sent) return;
          outbox = sent.outbox;
          if (loses === 'request') {
            outbox = failBatch(outbox);
            return;
          }
          const answer = server.put(sent.batch);
          expect(answer.refused).toEqual([]);
          outbox = loses === 'answer' ? failBatch(outbox) : settleBatch(outbox, sent.batch, answer);
        };
        for (const one of doings) {
          if (one.kind === 'type') {
            const at = { subject: 's', item: String(one.item) };
            const key = answerKey(at);
            const value = String(one.value);
            const version = outbox.entries.get(key)?.version ?? server.answers.get(key)?.version ?? 0;
            outbox = enterAnswer(outbox, entry({ ...at, id: newId(), value, typed: value, version }));
            typed.set(key, value);
          }
          if (one.kind === 'send') sendOne('nothing');
          if (one.kind === 'lose-answer') sendOne('answer');
          if (one.kind === 'lose-request') sendOne('request');
          // What is kept in the browser is all that a new tab has.
          if (one.kind === 'close-tab') outbox = openOutbox([...outbox.entries.values()], outbox.batches);
        }
        while (nextBatch(outbox, newId)) sendOne('nothing');
        expect(outbox.entries.size).toBe(0);
        for (const [key, value] of typed) expect(server.answers.get(key)?.value).toBe(value);
      }),
    );
  });
});
