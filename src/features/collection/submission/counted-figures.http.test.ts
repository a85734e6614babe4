import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putAssetEntry } from '#features/asset-register/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { actOnRound, createRound, getRound, getSubmission } from '#features/collection/contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const openForm = async (organization: string) => {
  const coordinator = api.as('coordinator');
  const { body } = await coordinator.call(createRound, {
    body: {
      ...{
        title: 'Năm 2026',
        dutyId: null,
        framework: 'dti-agency-2025',
        period: '2026',
        valueKind: 'final',
      },
      ...{ dueDay: '2026-12-15', dueBefore: true, lockDay: null, appraisalSteps: 1, requiresEvidence: false },
      ...{ organizations: [organization], items: null, writeId: newId() },
    },
  });
  const params = { id: body.id };
  await coordinator.call(actOnRound, { params, body: { action: 'open', version: 1, writeId: newId() } });
  const { members } = (await coordinator.call(getRound, { params })).body;
  const form = await coordinator.call(getSubmission, { params: { id: members[0]?.submissionId ?? '' } });
  return form.body.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));
};

const write = (account: string, organization: string, register: string, values: object) =>
  api.asAccount(account).call(putAssetEntry, {
    params: { register, id: newId() },
    body: {
      ...{ organization, name: `Mục ${newId()}`, reason: null, version: 0, writeId: newId() },
      values: { state: 'operating', ...values },
    },
  });

test('a round offers what registers count for its period: what owners have confirmed, and only what no blank could change', async () => {
  const before = await openForm('STP');
  const offered = (items: typeof before) =>
    items.filter(({ previous }) => previous?.source === 'register').map(({ item }) => item.code);
  // The demonstration's entries are made up: nobody is offered them to sign.
  expect(offered(before)).toEqual([]);
  await write('stp-can-bo', 'STP', 'ai-applications', { purpose: 'Tra cứu', serves: 'officials' });
  await write('snv-can-bo', 'SNV', 'ai-applications', { purpose: 'Tra cứu', serves: 'people' });
  await write('stp-can-bo', 'STP', 'information-systems', { level: '1', levelState: 'none' });
  const items = await openForm('STP');
  expect(offered(items).toSorted()).toEqual(['3.5.b', '5.1.a', '6.6.officials', '6.6.people']);
  const previousOf = (code: string) => items.find(({ item }) => item.code === code)?.previous;
  expect(previousOf('6.6.officials')).toMatchObject({ value: { value: 'yes' }, period: '2026' });
  // What another agency has is not counted.
  expect(previousOf('6.6.people')).toMatchObject({ value: { value: 'no' } });
  expect(previousOf('3.5.b')).toMatchObject({ value: { value: '1' } });
});
