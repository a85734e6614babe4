import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#core/access/permissions.ts';
import { can } from '#core/access/access.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  getForecast,
  listPeriodFigures,
  listPeriodValueHistory,
  type PeriodValueInput,
  putPeriodValue,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const input = (change: Partial<PeriodValueInput> = {}): PeriodValueInput => ({
  ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', period: '2026-Q4', kind: 'estimate' },
  ...{ value: '61.5', source: 'Báo cáo 120/BC-SKHCN', version: 0, writeId: newId() },
  ...change,
});

const put = (body: PeriodValueInput, item = '6.4.rate') =>
  api.as('coordinator').call(putPeriodValue, { params: { item }, body });

const figuresOf = async (item: string) => {
  const { body } = await api.as('viewer').call(listPeriodFigures);
  return body.items.find((one) => one.item === item)?.figures ?? [];
};

describe('figures by quarter', () => {
  it('can be entered for quarters that have begun since the assessed year', async () => {
    const { body } = await api.as('viewer').call(listPeriodFigures);
    expect(body.periods).toEqual([
      { period: '2026-Q4', isOver: false },
      ...['2026-Q3', '2026-Q2', '2026-Q1'].map((period) => ({ period, isOver: true })),
    ]);
    expect(body.items.find(({ item }) => item === '6.4.rate')?.figures.map(({ origin }) => origin)).toEqual([
      ...['simulated', 'simulated', 'simulated'],
    ]);
  });

  it('go into the forecast once for a write, and an estimate is said to be one', async () => {
    const body = input();
    const first = await put(body);
    expect(first.body).toMatchObject({ period: '2026-Q4', value: '61.5', kind: 'estimate', version: 1 });
    expect(first.body).toMatchObject({ source: 'Báo cáo 120/BC-SKHCN', origin: 'entered' });
    expect((await put(body)).body).toEqual(first.body);
    expect((await put({ ...body, value: '62' })).problem?.code).toBe('edit.conflict');
    const { body: forecast } = await api.as('viewer').call(getForecast);
    const item = forecast.items.find((one) => one.item === '6.4.rate');
    expect(item?.observations.at(-1)).toEqual({
      ...{ period: '2026-Q4', value: '61.5', kind: 'estimate', origin: 'entered' },
    });
    expect(forecast.assumptions.find(({ kind }) => kind === 'estimated-figures')).toMatchObject({
      ...{ isVaried: false, items: ['6.4.rate'] },
    });
  });

  it('are corrected and taken back with what stood before kept', async () => {
    expect((await put(input({ value: '60' }))).problem).toMatchObject({
      code: 'edit.conflict',
      details: { field: 'version', version: 1 },
    });
    await put(input({ value: '60', version: 1 }));
    await put(input({ value: null, version: 2, source: 'Nhập nhầm mục' }));
    expect((await figuresOf('6.4.rate')).at(-1)).toMatchObject({ value: null, version: 3 });
    const { body: forecast } = await api.as('viewer').call(getForecast);
    expect(forecast.items.find((one) => one.item === '6.4.rate')?.observations).toHaveLength(4);
    const { body: history } = await api
      .as('viewer')
      .call(listPeriodValueHistory, { params: { item: '6.4.rate' } });
    expect(history.items.map(({ before, after }) => [before?.value ?? null, after.value])).toEqual([
      ['60', null],
      ['61.5', '60'],
      [null, '61.5'],
    ]);
    const events = await api.db
      .selectFrom('audit_event')
      .select('action')
      .where('subject', '=', 'period-value:dti-province-2025/DONG_THAP/6.4.rate/2026-Q4')
      .execute();
    expect(events).toHaveLength(3);
  });

  it.each([
    [{ period: '2026-Q4', kind: 'final', version: 3 } as const, '6.4.rate', 'forecast.period-ahead'],
    [{ period: '2027-Q1', version: 0 }, '6.4.rate', 'forecast.period-ahead'],
    [{ period: '2025-Q4', kind: 'final', version: 0 } as const, '6.4.rate', 'forecast.period-assessed'],
    [{ period: '2026-Q5' }, '6.4.rate', 'request.invalid'],
    [{ value: 'NaN' }, '6.4.rate', 'value.malformed'],
    [{ value: '-1' }, '6.4.rate', 'value.out-of-range'],
    [{ value: '150' }, '6.4.rate', 'value.out-of-range'],
    [{ source: ' ' }, '6.4.rate', 'request.invalid'],
    [{ version: 0 }, 'nothing', 'record.not-found'],
    [{ value: null, period: '2026-Q1', version: 0 }, '6.9.rate', 'record.not-found'],
    [{ value: null, period: '2026-Q4', version: 3 }, '6.4.rate', 'record.not-found'],
    [{ subject: 'NOBODY' }, '6.4.rate', 'record.not-found'],
  ])('refuse %j for %s', async (change, item, code) => {
    const refused = await put(input({ period: '2026-Q3', version: 1, ...change }), item);
    expect(refused.problem?.code).toBe(code);
  });

  it('can not be rewritten in the history', async () => {
    await expect(api.db.deleteFrom('period_value_revision').execute()).rejects.toThrow(/permission denied/);
  });
});

describe('who may do it', () => {
  it.each(ROLES)('%s', async (role) => {
    const actor = { accountId: '', holdings: [{ role, organizationCode: null }] };
    const caller = api.as(role);
    const expected = (action: 'index.read' | 'data-value.write') => (can(actor, action) ? 200 : 403);
    expect((await caller.call(listPeriodFigures)).status).toBe(expected('index.read'));
    expect((await caller.call(listPeriodValueHistory, { params: { item: '6.4.rate' } })).status).toBe(
      expected('index.read'),
    );
    const write = { params: { item: '8.1.rate' }, body: input({ value: '90' }) };
    expect((await caller.call(putPeriodValue, write)).status).toBe(expected('data-value.write'));
  });

  it('nobody without a session', async () => {
    const nobody = api.as(undefined);
    const write = { params: { item: '8.1.rate' }, body: input() };
    expect((await nobody.call(listPeriodFigures)).status).toBe(401);
    expect((await nobody.call(listPeriodValueHistory, { params: { item: 'x' } })).status).toBe(401);
    expect((await nobody.call(putPeriodValue, write)).status).toBe(401);
  });
});
