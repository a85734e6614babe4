import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareImport, decideImport, listUnknownIds } from './compare-import.ts';
import { listUnmatched, matchItems, type RegisteredItem } from './match-items.ts';
import { buildRegisterEntry, type RegisterEntry } from './register-entry.ts';
import type { TaskReading } from '#core/plan-reading/reading.ts';

const read = (task: Partial<TaskReading> & { readonly id: string }): RegisterEntry =>
  buildRegisterEntry(
    {
      kind: 'task',
      reading: {
        ...{ appendix: 'Phụ lục I', section: 'I', order: null, line: null, quote: '', kind: 'table-row' },
        ...{ role: null, issuingAgencies: [], expectedResult: null, deadline: null, deadlineColumn: null },
        ...{ leadRaw: null, leadAgencies: [], coordinatingRaw: null, coordinatingAgencies: [] },
        name: task.id,
        ...task,
      },
    },
    1,
  );

const registered = (entry: RegisterEntry): RegisteredItem => ({
  itemId: `item of ${entry.reading.id}`,
  entry,
  quote: entry.quote,
  ...{ isWording: true, isAmendment: false },
});

const digging = read({ id: 'a', name: 'Đào ao trồng sen', line: 10, order: '1' });
const planting = read({ id: 'b', name: 'Trồng sen trong ao mới', line: 11, order: '2' });
const selling = read({ id: 'c', name: 'Bán hạt sen trên mạng', line: 12, order: '3' });
const register = [digging, planting, selling].map(registered);

const pairsOf = (entries: readonly RegisterEntry[], items: readonly RegisteredItem[]) =>
  matchItems(entries, items).map(({ entry, registered: item }) => [entry.reading.id, item?.itemId]);

describe('a statement is the registered item', () => {
  it('that stands on the same line, give or take one, with a similar name', () => {
    const moved = read({ id: 'x', name: 'Đào các ao trồng sen', line: 11 });
    expect(pairsOf([moved], register)).toEqual([['x', 'item of a']]);
  });

  it('that has the same number in the same appendix, wherever the lines have gone', () => {
    const reprinted = read({ id: 'x', name: 'Bán hạt sen qua mạng', line: 500, order: '3' });
    expect(pairsOf([reprinted], register)).toEqual([['x', 'item of c']]);
  });

  it('that bears the same name, even without a line', () => {
    expect(pairsOf([read({ id: 'x', name: 'Trồng sen trong ao mới' })], register)).toEqual([
      ['x', 'item of b'],
    ]);
  });

  it('and elsewhere only one with the very same name, though nearly all words agree', () => {
    const long = 'Trồng sen hồng và sen trắng trong các ao mới của xã, phường';
    const known = [registered(read({ id: 'k', name: long, line: 40 }))];
    const pairsWith = (name: string) => pairsOf([read({ id: 'x', name, line: 90 })], known);
    expect(pairsWith(`${long}.`)).toEqual([['x', 'item of k']]);
    expect(pairsWith(long.replace('hồng', 'vàng'))).toEqual([['x', undefined]]);
  });

  it('that a person has kept under a shorter name on that line', () => {
    const whole = read({
      id: 'x',
      name: 'Chủ trì, phối hợp với các xã tổ chức bán hạt sen trên mạng cho người trồng',
      line: 12,
    });
    expect(pairsOf([whole], register)).toEqual([['x', 'item of c']]);
  });

  it('and no other: another name on the line is another item', () => {
    expect(pairsOf([read({ id: 'x', name: 'Mở lớp dạy nấu chè', line: 10 })], register)).toEqual([
      ['x', undefined],
    ]);
  });

  it('and only one: each item is given away once, the surest pair first', () => {
    const twice = [
      read({ id: 'x', name: 'Trồng sen trong ao', line: 12 }),
      read({ id: 'y', name: 'Trồng sen trong ao mới', line: 11, order: '2' }),
    ];
    expect(pairsOf(twice, register)).toEqual([
      ['x', undefined],
      ['y', 'item of b'],
    ]);
  });

  it('also among thousands of one name, which are told apart by their order', () => {
    const namesakes = Array.from({ length: 5000 }, (_, index) =>
      read({ id: String(index), name: 'Trồng sen' }),
    );
    const began = performance.now();
    const matched = matchItems(namesakes, namesakes.map(registered));
    expect(performance.now() - began).toBeLessThan(5000);
    expect(listUnmatched(namesakes.map(registered), matched)).toEqual([]);
  });

  it('so that a reading is wholly paired with itself, in any order', () => {
    const someTasks = fc
      .uniqueArray(
        fc.record({
          line: fc.integer({ min: 1, max: 30 }),
          words: fc.array(fc.constantFrom('ao', 'sen', 'hạt', 'lá'), { minLength: 1, maxLength: 6 }),
        }),
        {
          selector: ({ words }) => words.toSorted().join(' '),
        },
      )
      .map((tasks) =>
        tasks.map(({ line, words }, index) => read({ id: String(index), line, name: words.join(' ') })),
      );
    fc.assert(
      fc.property(someTasks, (tasks) => {
        const matched = matchItems(tasks.toReversed(), tasks.map(registered));
        for (const { entry, registered: item } of matched) expect(item?.entry).toBe(entry);
        expect(listUnmatched(tasks.map(registered), matched)).toEqual([]);
      }),
    );
  });
});

describe('an import', () => {
  const withQuote = (entry: RegisterEntry, more: Partial<TaskReading> = {}): RegisterEntry =>
    read({ ...(entry.reading as TaskReading), quote: `${entry.name} | Năm 2026`, ...more });
  const matchOf = (entry: RegisterEntry) => compareImport([entry], register)[0]?.match;

  it('tells how each statement stands against the register', () => {
    expect(matchOf(digging)).toBe('same');
    expect(matchOf(withQuote(digging))).toBe('gains-quote');
    expect(matchOf(read({ id: 'z', name: 'Vẽ logo hoa sen', line: 90 }))).toBe('new');
    const due = { raw: 'Năm 2027', kind: 'year', start: '2027-01-01', end: '2027-12-31' } as const;
    expect(compareImport([withQuote(digging, { deadline: due })], register)[0]).toMatchObject({
      match: 'differs',
      differences: [{ field: 'due', registered: null, read: 'Năm 2027' }],
    });
  });

  const differing = withQuote(planting, { name: 'Trồng súng trong ao cũ', order: '2' });
  const compared = compareImport(
    [digging, differing, withQuote(selling), read({ id: 'z', name: 'Vẽ logo hoa sen', line: 90 })],
    register,
  );
  const idsOf = (entries: readonly { readonly entry: RegisterEntry }[]) =>
    entries.map(({ entry }) => entry.reading.id);

  it('adds what is new and gives quotes, but replaces nothing by itself', () => {
    const plan = decideImport(compared, { excluded: [], replaced: [] });
    expect(plan.added.map(({ reading }) => reading.id)).toEqual(['z']);
    expect(idsOf(plan.quoted)).toEqual(['b', 'c']);
    expect([plan.replaced, plan.unchanged, plan.excluded]).toEqual([[], 1, 0]);
  });

  it('replaces what differs where the person says so, and nothing that agrees', () => {
    const plan = decideImport(compared, { excluded: [], replaced: ['b', 'c'] });
    expect(idsOf(plan.replaced)).toEqual(['b']);
    expect(idsOf(plan.quoted)).toEqual(['c']);
  });

  it('does nothing with what is excluded', () => {
    const plan = decideImport(compared, { excluded: ['a', 'b', 'c', 'z'], replaced: ['b'] });
    expect(plan).toMatchObject({
      added: [],
      quoted: [],
      replaced: [],
      mentioned: [],
      unchanged: 0,
      excluded: 4,
    });
  });

  it('knows the ids that decisions name and the file has not', () => {
    expect(listUnknownIds(compared, { excluded: ['a', 'nobody'], replaced: ['none'] })).toEqual([
      'nobody',
      'none',
    ]);
  });
});
