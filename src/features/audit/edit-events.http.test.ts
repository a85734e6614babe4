import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extendRound, putAnswers } from '#features/collection/contract.ts';
import { cloneFramework, editFramework, getFramework } from '#features/framework/contract.ts';
import { createScenario, putScenario } from '#features/scenario/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { acceptAll, act, fill, formOf, itemsOf, openRound, submissionOf } from '#test/reporting-round.ts';
import { type AuditEvent, listAuditEvents } from './contract.ts';

const COMMUNE = '29869';
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

/** What the trail says of an action, the latest first. */
const eventsOf = async (action: string): Promise<readonly AuditEvent[]> =>
  (await api.as('auditor').call(listAuditEvents, { query: { action } })).body.items;

test('a figure is told as it was and as it is, from the form to the index', async () => {
  const round = await openRound(api, { organizations: [COMMUNE] });
  const id = await submissionOf(api, round, COMMUNE);
  const reporter = api.asAccount('cao-lanh-can-bo');
  const [first] = itemsOf(await formOf(reporter, id)).filter(({ item }) => item.kind === 'number');
  if (!first) throw new Error('A form without numbers');
  const { subject, item } = first;
  const key = `${subject}/${item.code}`;
  const answer = (state: 'value' | 'not-applicable', value: string | null, version: number) =>
    reporter.call(putAnswers, {
      params: { id },
      body: {
        answers: [
          { subject, item: item.code, state, value, note: 'ghi chú riêng', explanation: null, version },
        ],
        writeId: newId(),
      },
    });
  await answer('value', '0', 0);
  await answer('not-applicable', null, 1);
  const [later, earlier] = await eventsOf('answer.write');
  expect([earlier?.before, earlier?.after]).toEqual([{}, { [key]: '0' }]);
  expect([later?.before, later?.after]).toEqual([{ [key]: '0' }, { [key]: 'not-applicable' }]);
  // Notes are free texts and may name people: the trail can't forget.
  expect(JSON.stringify([later, earlier])).not.toContain('ghi chú riêng');
  await fill(reporter, id);
  await act(reporter, id, 'mark-ready');
  await act(api.asAccount('cao-lanh-chu-tich'), id, 'submit');
  await acceptAll(api.as('coordinator'), id);
  const [appraised] = await eventsOf('answer.appraise');
  expect(appraised?.after).toMatchObject({ [key]: { decision: 'accepted', appraised: null } });
  const [accepted] = await eventsOf('submission.accept');
  expect(accepted?.before).toMatchObject({ state: 'submitted' });
  expect(accepted?.after).toMatchObject({ state: 'accepted', [key]: '0' });
  const extend = (until: string) =>
    api.as('coordinator').call(extendRound, {
      params: { id: round },
      body: { organization: COMMUNE, until, reason: 'mất điện', writeId: newId() },
    });
  await extend('2026-12-20');
  await extend('2026-12-24');
  const [second, one] = await eventsOf('round.extend');
  expect([one?.before, one?.after]).toEqual([null, { until: '2026-12-20' }]);
  expect([second?.before, second?.after]).toEqual([{ until: '2026-12-20' }, { until: '2026-12-24' }]);
});

test('a scenario and a framework are told as they were and as they are', async () => {
  const coordinator = api.as('coordinator');
  const body = {
    ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025, frameworkVersion: 1 },
    ...{ name: 'Một', note: null, withdrawn: false, version: 0, writeId: newId() },
    changes: [{ item: '6.4.rate', value: { state: 'value', value: '60', comparator: '=' } }],
  };
  const { id } = (await coordinator.call(createScenario, { body })).body.scenario;
  const change = { name: 'Hai', version: 1, writeId: newId() };
  await coordinator.call(putScenario, { params: { id }, body: { ...body, ...change } });
  const [scenario] = await eventsOf('scenario.write');
  expect([scenario?.before, scenario?.after]).toMatchObject([
    { name: 'Một', changes: { '6.4.rate': '60' } },
    { name: 'Hai', changes: { '6.4.rate': '60' } },
  ]);

  const copy = { code: 'thu-nghiem', assessmentYear: 2026, writeId: newId() };
  const params = { code: 'dti-province-2025', version: '1' };
  await coordinator.call(cloneFramework, { params, body: copy });
  const draft = { code: 'thu-nghiem', version: '1' };
  const { body: cloned } = await coordinator.call(getFramework, { params: draft });
  const before = cloned.definition.title.vi;
  const definition = { ...cloned.definition, title: { ...cloned.definition.title, vi: 'Bộ chỉ số thử' } };
  const edit = { definition, editVersion: 1, reason: null, writeId: newId() };
  const edited = await coordinator.call(editFramework, { params: draft, body: edit });
  expect(edited.problem).toBeUndefined();
  const [event] = await eventsOf('framework.edit');
  expect(event).toMatchObject({
    ...{ before: { 'title.vi': before }, after: { 'title.vi': 'Bộ chỉ số thử' } },
    details: { changes: 1, editVersion: 2 },
  });
});
