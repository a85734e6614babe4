import { expect, it } from 'vitest';
import { readWholeRegister } from './read-whole-register.ts';

const items = Array.from({ length: 12_001 }, (_, index) => ({ id: String(index) }));
const pages = (all: typeof items, total = all.length) => {
  const asked: (string | undefined)[] = [];
  const readPage = ({ offset }: { readonly offset?: string }) => {
    asked.push(offset);
    const start = Number(offset ?? 0);
    return Promise.resolve({ items: all.slice(start, start + 5000), total, dueStates: 'of all' });
  };
  return { asked, readPage };
};

it('reads every page of a register, so that none of it is missing in silence', async () => {
  const { asked, readPage } = pages(items);
  expect(await readWholeRegister(readPage)).toEqual({ items, total: 12_001, dueStates: 'of all' });
  expect(asked).toEqual([undefined, '5000', '10000']);
});

it('asks once for a register that fits on a page', async () => {
  const { asked, readPage } = pages(items.slice(0, 5000));
  expect((await readWholeRegister(readPage)).items).toHaveLength(5000);
  expect(asked).toEqual([undefined]);
});

it('ends when items go while it reads, and keeps no item twice', async () => {
  const { readPage } = pages([...items.slice(0, 5000), ...items.slice(4990, 6000)], 9000);
  expect((await readWholeRegister(readPage)).items).toHaveLength(6000);
});
