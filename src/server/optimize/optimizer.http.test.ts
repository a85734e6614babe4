import { afterEach, describe, expect, inject as provided, it } from 'vitest';
import type { MixedIntegerModel } from '#core/improvement-plan/mixed-integer-model.ts';
import { openOptimizer, type Optimizer } from './optimizer.ts';

const workerFile = provided('optimizeWorker');
const opened: Optimizer[] = [];
const open = (
  options: { readonly limitSeconds?: number; readonly longestQueue?: number } = {},
): Optimizer => {
  const optimizer = openOptimizer({ workerFile, ...options });
  opened.push(optimizer);
  return optimizer;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((optimizer) => optimizer.close()));
});

const atLeast = (lower: number): MixedIntegerModel => ({
  sense: 'minimize',
  columns: [{ name: 'x', lower: 0, upper: 10, integer: true, objective: 2 }],
  rows: [{ name: 'goal', lower, upper: null, terms: [{ column: 0, factor: 1 }] }],
});

/** Market split: equations of large numbers over yes and no, which no solver closes within moments. */
const hard = (): MixedIntegerModel => {
  const columns = Array.from({ length: 50 }, (_, column) => ({
    ...{ name: `x${column}`, lower: 0, upper: 1, integer: true },
    objective: ((column * 37) % 11) + 1,
  }));
  const rows = Array.from({ length: 6 }, (_, row) => {
    const terms = columns.map((_column, column) => ({
      column,
      factor: (((row + 3) * 7919 * (column + 11) * (column + row + 5)) % 99) + 1,
    }));
    const half = Math.floor(terms.reduce((total, { factor }) => total + factor, 0) / 2);
    return { name: `r${row}`, lower: half, upper: half, terms };
  });
  return { sense: 'minimize', columns, rows };
};

describe('an optimizer', () => {
  it('proves its answer', async () => {
    expect(await open().solve(atLeast(2.5))).toEqual({
      ...{ status: 'optimal', values: [3], objective: 6, bound: 6 },
    });
  });

  it('says that nothing fits', async () => {
    expect(await open().solve(atLeast(11))).toEqual({ status: 'infeasible' });
  });

  it('gives up after its limit by name, and answers the next model', async () => {
    const optimizer = open({ limitSeconds: 0.5 });
    expect(await optimizer.solve(atLeast(2))).toMatchObject({ status: 'optimal' });
    expect(await optimizer.solve(hard())).toMatchObject({
      ...{ refused: true, code: 'optimization.too-complex', details: { limitSeconds: 0.5 } },
    });
    expect(await optimizer.solve(atLeast(1))).toMatchObject({ status: 'optimal' });
  });

  it('stops for a client that went away', async () => {
    const optimizer = open();
    const leaving = new AbortController();
    const answer = optimizer.solve(hard(), leaving.signal);
    leaving.abort();
    expect(await answer).toMatchObject({ code: 'request.cancelled' });
    expect(await optimizer.solve(atLeast(1))).toMatchObject({ status: 'optimal' });
  });

  it('refuses when too many wait', async () => {
    const optimizer = open({ longestQueue: 1 });
    const first = optimizer.solve(atLeast(1));
    expect(await optimizer.solve(atLeast(1))).toMatchObject({ code: 'request.too-many' });
    expect(await first).toMatchObject({ status: 'optimal' });
  });
});
