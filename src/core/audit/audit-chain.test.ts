import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  CHAIN_START,
  chainText,
  checkEnd,
  checkEvents,
  checkNotedHead,
  readHead,
  writeHead,
  type ChainedEvent,
  type ChainHead,
} from './audit-chain.ts';

const hashText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

type Said = Omit<ChainedEvent, 'position' | 'previousHash' | 'hash'>;

const said = (id: string, over: Partial<Said> = {}): Said => ({
  ...{
    id,
    at: '2026-11-22T02:00:00.000000Z',
    actor: 'sen',
    actingAs: 'reporter@STP',
    address: '203.0.113.9',
  },
  ...{ action: 'data-value.write', subject: 'data-value:6.5', details: '{"after": "Ủy ban 🌸"}' },
  ...{ requestId: null, ...over },
});

const chain = (events: readonly Said[]): readonly ChainedEvent[] => {
  let head: ChainHead = CHAIN_START;
  return events.map((event) => {
    const placed = { ...event, position: head.position + 1, previousHash: head.hash, hash: null };
    head = { position: placed.position, hash: hashText(chainText(placed)) };
    return { ...placed, hash: head.hash };
  });
};

const headOf = (events: readonly ChainedEvent[]): ChainHead => {
  const last = events.at(-1);
  return { position: last?.position ?? 0, hash: last?.hash ?? CHAIN_START.hash };
};

const trail = chain(['a', 'b', 'c', 'd', 'e'].map((id) => said(id)));
const faultsOf = (events: readonly ChainedEvent[], head = headOf(trail)) => {
  const { reached, faults } = checkEvents(CHAIN_START, events, hashText);
  return [...faults, ...checkEnd(reached, head)];
};
const at = (index: number): ChainedEvent => trail[index]!;

test('the text of an event gives each part with its length in bytes', () => {
  expect(chainText(at(0))).toBe(
    `1:11:a27:2026-11-22T02:00:00.000000Z3:sen12:reporter@STP11:203.0.113.916:data-value.write14:data-value:6.5` +
      `26:{"after": "Ủy ban 🌸"}-64:${'0'.repeat(64)}`,
  );
});

describe('a trail', () => {
  it('that is whole has no fault, however it is cut into pieces', () => {
    const firstPart = checkEvents(CHAIN_START, trail.slice(0, 2), hashText);
    expect(checkEvents(firstPart.reached, trail.slice(2), hashText)).toEqual({
      reached: headOf(trail),
      faults: [],
    });
    expect(faultsOf(trail)).toEqual([]);
    expect(faultsOf([], CHAIN_START)).toEqual([]);
  });

  it('names the event that was changed', () => {
    const changed = trail.with(2, { ...at(2), actor: 'nobody' });
    expect(faultsOf(changed)).toEqual([{ kind: 'changed', position: 3, eventId: 'c' }]);
  });

  it('names an event that was changed together with its hash', () => {
    const forged = { ...at(2), actor: 'nobody' };
    const changed = trail.with(2, { ...forged, hash: hashText(chainText(forged)) });
    expect(faultsOf(changed)).toEqual([{ kind: 'replaced', position: 3 }]);
  });

  it('names what was removed: within, at the beginning, at the end, all', () => {
    expect(faultsOf(trail.toSpliced(1, 2))).toEqual([{ kind: 'removed', from: 2, to: 3 }]);
    expect(faultsOf(trail.slice(1))).toEqual([{ kind: 'removed', from: 1, to: 1 }]);
    expect(faultsOf(trail.slice(0, 3))).toEqual([{ kind: 'removed', from: 4, to: 5 }]);
    expect(faultsOf([])).toEqual([{ kind: 'removed', from: 1, to: 5 }]);
  });

  it('names what was put in: without a place, or after the end', () => {
    const stray = { ...said('x'), position: null, previousHash: null, hash: null };
    expect(faultsOf([stray, ...trail])).toEqual([{ kind: 'inserted', position: null, eventId: 'x' }]);
    const longer = chain(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => said(id)));
    expect(faultsOf(longer)).toEqual([{ kind: 'inserted', position: 6, eventId: null }]);
  });

  it('names both of two that changed places', () => {
    const swapped = trail.with(1, { ...at(3), position: 2 }).with(3, { ...at(1), position: 4 });
    const kinds = faultsOf(swapped);
    expect(kinds).toContainEqual({ kind: 'changed', position: 2, eventId: 'd' });
    expect(kinds).toContainEqual({ kind: 'changed', position: 4, eventId: 'b' });
  });

  it('that was written anew as a whole is found by a head noted before', () => {
    const anew = chain(['a', 'x', 'c', 'd', 'e'].map((id) => said(id)));
    expect(faultsOf(anew, headOf(anew))).toEqual([]);
    expect(checkNotedHead(headOf(trail), at(4).hash)).toEqual([]);
    expect(checkNotedHead(headOf(trail), anew[4]!.hash)).toEqual([{ kind: 'rewritten', position: 5 }]);
    expect(checkNotedHead(headOf(trail), null)).toEqual([{ kind: 'rewritten', position: 5 }]);
    expect(checkNotedHead(CHAIN_START, null)).toEqual([]);
  });
});

const texts = fc.record({
  actor: fc.string({ unit: 'grapheme' }),
  actingAs: fc.option(fc.string({ unit: 'grapheme' })),
  address: fc.option(fc.string()),
  action: fc.string(),
  subject: fc.string({ unit: 'grapheme' }),
  details: fc.json(),
  requestId: fc.option(fc.string()),
});

test('different events never have one text', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [first, second] = [one, other].map((over) => ({
        ...{ ...said('a', over), position: 1, previousHash: null, hash: null },
      }));
      const isSame = JSON.stringify(first) === JSON.stringify(second);
      expect(chainText(first!) === chainText(second!)).toBe(isSame);
    }),
  );
});

test('any change of any event of any trail is found', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), fc.nat(), texts, (all, which, over) => {
      const events = chain(all.map((each, index) => said(String(index), each)));
      const index = which % events.length;
      const changed = { ...events[index]!, ...over };
      fc.pre(JSON.stringify(changed) !== JSON.stringify(events[index]));
      expect(faultsOf(events.with(index, changed), headOf(events))).toEqual([
        { kind: 'changed', position: index + 1, eventId: String(index) },
      ]);
    }),
  );
});

test('a head is written and read', () => {
  expect(readHead(` ${writeHead(headOf(trail))} `)).toEqual(headOf(trail));
  expect(['', '5', '5:abc', `x:${'0'.repeat(64)}`].map(readHead)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
