import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimal } from '#core/kernel/decimal.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getComponent, getIndexOverview, listComponents, putDataValue } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const put = (item: string, value: string, version: number) =>
  api.as('coordinator').call(putDataValue, {
    params: { item },
    body: {
      ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 },
      ...{ state: 'value', value, comparator: '=', reason: null, version, writeId: newId() },
    },
  });
const itemOf = async (code: string, item: string) => {
  const { body } = await api.as('viewer').call(getComponent, { params: { code } });
  const found = body.dataItems.find((data) => data.item.code === item);
  if (!found) throw new Error(`No item ${item}`);
  return found;
};
const overview = async () => (await api.as('viewer').call(getIndexOverview)).body;
const listCorrected = async () =>
  (await api.as('viewer').call(listComponents, { query: { corrected: 'true' } })).body;

describe('figures that persons have corrected', () => {
  it('are told apart from those of the documents, which keep their own comparison', async () => {
    expect((await overview()).corrections).toBeNull();
    expect((await listCorrected()).total).toBe(0);
    await put('6.4.rate', '61', 1);

    const corrected = await overview();
    expect(corrected.points).toEqual({ low: '645.64', high: '666.82' });
    expect(corrected.forecastBeyondRules).toBe('150.59');
    expect(corrected.corrections).toEqual({
      count: 1,
      documentPoints: { low: '625.64', high: '646.82' },
      documentForecastBeyondRules: '170.59',
    });
    expect((await listCorrected()).items.map(({ code }) => code)).toEqual(['6', '6.4']);
  });

  it('change the total by what a reader gets who subtracts the points as shown', async () => {
    const { version } = await itemOf('6.5', '6.5.rate');
    for (const [offset, value] of ['65.4', '65.41', '65.42', '65.43', '59.65'].entries()) {
      const { body } = await put('6.5.rate', value, version + offset);
      for (const { before, after, difference } of [
        body.total,
        ...body.components.map(({ change }) => change),
      ]) {
        expect(decimal(after.high).minus(before.high).toFixed(2)).toBe(difference.high);
        expect(decimal(after.low).minus(before.low).toFixed(2)).toBe(difference.low);
      }
    }
  });

  it('are none once set back, and count where the documents say nothing', async () => {
    await put('6.4.rate', '57.6', 2);
    expect((await overview()).corrections).toBeNull();
    expect((await put('7.4.a', '120', 0)).status).toBe(200);
    const { corrections } = await overview();
    expect(corrections?.count).toBe(1);
    expect(corrections?.documentPoints).toEqual({ low: '625.64', high: '646.82' });
  });
});
