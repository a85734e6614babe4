import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  getComponent,
  getIndexOverview,
  getIndexSheet,
  listComponents,
  listDataValueHistory,
  putDataValue,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const READS = [
  [getIndexOverview, {}],
  [getIndexSheet, {}],
  [listComponents, {}],
  [getComponent, { params: { code: '6.5' } }],
  [listDataValueHistory, { params: { item: '6.5.rate' } }],
] as const;

it.each(READS)('$operationId is open to both roles and to nobody without a session', async (route, input) => {
  expect((await api.as('coordinator').call(route, input)).status).toBe(200);
  expect((await api.as('viewer').call(route, input)).status).toBe(200);
  expect((await api.as(undefined).call(route, input)).problem?.code).toBe('session.required');
});

it('only a coordinator enters data', async () => {
  const body = {
    framework: 'dti-province-2025',
    subject: 'DONG_THAP',
    year: 2025,
    state: 'value',
    value: '70',
    comparator: '=',
    reason: null,
    version: 1,
    writeId: newId(),
  };
  const input = { params: { item: '6.5.rate' }, body };
  expect((await api.as('viewer').call(putDataValue, input)).problem?.code).toBe('access.denied');
  expect((await api.as(undefined).call(putDataValue, input)).problem?.code).toBe('session.required');
  expect((await api.as('coordinator').call(putDataValue, input)).status).toBe(200);
});
