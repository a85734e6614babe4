import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getForecast } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

describe('the forecast of the demonstration province', () => {
  it('goes from what was known at the end of each period to the end of the year', async () => {
    const { body } = await api.as('viewer').call(getForecast);
    expect(body).toMatchObject({ year: 2026, goal: '700', publishedMean: { year: 2024, points: '610.42' } });
    expect(body.periods.map(({ period }) => period)).toEqual([
      ...['2025', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
    ]);
    expect(body.periods[0]).toMatchObject({ observed: { low: '625.64', high: '646.82' } });
    const last = body.periods.at(-1);
    if (!last) throw new Error('No forecast');
    expect(last.observed).toBeNull();
    expect(last.mean).toBeGreaterThan(655);
    expect(last.mean).toBeLessThan(680);
    for (const [wider, narrower] of [last.bands.slice(0, 2), last.bands.slice(1, 3)]) {
      expect(wider!.low).toBeLessThan(narrower!.low);
      expect(wider!.high).toBeGreaterThan(narrower!.high);
    }
  });

  it('marks simulated figures, and what it did not vary', async () => {
    const { body } = await api.as('viewer').call(getForecast);
    const item = body.items.find((one) => one.item === '6.4.rate');
    expect(item?.observations.map(({ origin }) => origin)).toEqual([
      ...['document', 'simulated', 'simulated', 'simulated'],
    ]);
    expect(item).toMatchObject({ method: 'drift', componentCodes: ['6.4'] });
    const kinds = body.assumptions.filter(({ isVaried }) => !isVaried).map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['rules-unchanged', 'simulated-figures', 'held', 'inferred-maxima', 'independent'],
    ]);
  });

  it('gives the same answer for the same seed, and a higher chance for a lower goal', async () => {
    const ask = (query: Record<string, string>) => api.as('viewer').call(getForecast, { query });
    const [first, again, other] = [
      await ask({ seed: '7' }),
      await ask({ seed: '7' }),
      await ask({ seed: '8' }),
    ];
    expect(again.body).toEqual(first.body);
    expect(other.body.periods).not.toEqual(first.body.periods);
    const easy = await ask({ goal: '660' });
    expect(easy.body.probability!.estimate).toBeGreaterThan(first.body.probability!.estimate);
    const sure = await ask({ inferredHolds: '100' });
    expect(sure.body.assumptions.find(({ kind }) => kind === 'inferred-figures')).toMatchObject({
      probability: 1,
    });
  });

  it.each(['-5', 'NaN', 'Infinity', 'abc', '1e3'])('refuses %j as a goal', async (goal) => {
    expect((await api.as('viewer').call(getForecast, { query: { goal } })).problem?.code).toBe(
      'request.invalid',
    );
  });
});

it('is open to both roles and to nobody without a session', async () => {
  expect((await api.as('coordinator').call(getForecast)).status).toBe(200);
  expect((await api.as('viewer').call(getForecast)).status).toBe(200);
  expect((await api.as(undefined).call(getForecast)).problem?.code).toBe('session.required');
});

it('refuses to forecast from a single period', async () => {
  const other = await startTestApi({ demonstration: true });
  try {
    await other.db.updateTable('period_value').set({ framework_code: 'another' }).execute();
    expect((await other.as('viewer').call(getForecast)).problem?.code).toBe('forecast.too-few-periods');
  } finally {
    await other.close();
  }
});
