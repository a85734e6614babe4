import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import {
  actOnRound,
  actOnSubmission,
  createRound,
  getRound,
  getSubmission,
  putAnswers,
} from '#features/collection/contract.ts';
import {
  addDeliveryToken,
  type Delivery,
  getDelivery,
  listDeliveries,
  listDeliverySources,
  putDeliverySource,
  revokeDeliveryToken,
} from '#features/collection/delivery-contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const COMMUNE = '29869';
const OTHER = '28261';
const PERIOD = '2025';

const openRound = async (period = PERIOD): Promise<string> => {
  const coordinator = api.as('coordinator');
  const body = {
    ...{ title: `Báo cáo ${period}`, dutyId: null, framework: 'dti-commune-2025', period },
    ...{ valueKind: 'final', dueDay: '2026-12-01', dueBefore: true, lockDay: '2026-12-15' },
    ...{ appraisalSteps: 1, requiresEvidence: false, organizations: [COMMUNE, OTHER], items: null },
    writeId: newId(),
  };
  const { id } = (await coordinator.call(createRound, { body })).body;
  const open = { action: 'open', version: 1, writeId: newId() };
  await coordinator.call(actOnRound, { params: { id }, body: open });
  return id;
};

const submissionOf = async (roundId: string, code = COMMUNE): Promise<string> => {
  const { body } = await api.as('coordinator').call(getRound, { params: { id: roundId } });
  return body.members.find(({ organization }) => organization.code === code)?.submissionId ?? '';
};

const formOf = async (id: string): Promise<SubmissionForm> =>
  (await api.as('coordinator').call(getSubmission, { params: { id } })).body;

const itemsOf = (form: SubmissionForm): readonly SubmissionItem[] =>
  form.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

const countsOf = async (id: string): Promise<[SubmissionItem, SubmissionItem, SubmissionItem]> =>
  itemsOf(await formOf(id)).filter(({ item }) => item.kind === 'number' && item.whole) as never;

let names = 0;
const addSource = async (change: object = {}): Promise<string> => {
  names += 1;
  const id = newId();
  const body = {
    ...{ name: `Trục tích hợp ${String(names)}`, organizations: [COMMUNE], frameworks: null, items: null },
    ...{ roundId: null, organizationMapping: {}, itemMapping: {}, version: 0 },
    ...change,
  };
  const { status } = await api.as('administrator').call(putDeliverySource, { params: { id }, body });
  expect(status).toBe(200);
  return id;
};

const addToken = async (id: string, expiresOn = '2027-03-31'): Promise<{ id: string; token: string }> => {
  const tokenId = newId();
  const { body } = await api
    .as('administrator')
    .call(addDeliveryToken, { params: { id }, body: { tokenId, expiresOn } });
  return { id: tokenId, token: body.token };
};

const send = async (
  token: string | undefined,
  body: object,
  more: { key?: string; query?: string; cookie?: string } = {},
) => {
  const answer = await api.app.inject({
    method: 'POST',
    url: `/api/v1/deliveries${more.query ?? ''}`,
    payload: body,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(more.key !== undefined && { 'idempotency-key': more.key }),
      ...(more.cookie !== undefined && { cookie: more.cookie }),
    },
  });
  const said = answer.json<Delivery & { readonly code?: string }>();
  return { status: answer.statusCode, code: said.code, said };
};

const figure = (item: SubmissionItem, value: unknown, change: object = {}) => ({
  ...{ organization: COMMUNE, item: item.item.code, value },
  ...change,
});
const told = ({ said }: { readonly said: Delivery }) =>
  said.results.map(({ outcome, code }) => code ?? outcome);

describe('figures of other systems', () => {
  test('land in the draft, marked with their source, each taken or refused by itself', async () => {
    const id = await submissionOf(await openRound('2020'));
    const [one, other] = await countsOf(id);
    const { token } = await addToken(await addSource());
    const values = [figure(one, 12), figure(other, '2.5'), figure(one, 1, { item: 'nothing' })];
    const rehearsed = await send(token, { period: '2020', values }, { query: '?dryRun=true' });
    expect(told(rehearsed)).toEqual(['taken', 'value.malformed', 'delivery.no-open-round']);
    expect((await formOf(id)).completeness.answered).toBe(0);
    const atomic = await send(token, { period: '2020', values }, { query: '?atomic=true' });
    expect(told(atomic)).toEqual(['held-back', 'value.malformed', 'delivery.no-open-round']);
    expect((await formOf(id)).completeness.answered).toBe(0);
    const { said } = await send(token, { period: '2020', values });
    expect(said).toMatchObject({ taken: 1, refused: 2, isDryRun: false });
    const [answered] = itemsOf(await formOf(id)).filter(({ answer }) => answer !== null);
    expect(answered?.answer).toMatchObject({
      value: { value: '12' },
      source: { kind: 'delivery', name: said.source.name },
      changedBy: null,
    });
    const administrator = api.as('administrator');
    const log = await administrator.call(listDeliveries, { query: { source: said.source.id } });
    expect(log.body.items.map(({ isDryRun }) => isDryRun)).toEqual([false, false, true]);
    const kept = await administrator.call(getDelivery, { params: { id: said.id } });
    expect(kept.body.results).toEqual(said.results);
  });

  test('are understood as DHIS2 exports them, with codes of their own', async () => {
    const id = await submissionOf(await openRound('2021-Q2'));
    const [one, other] = await countsOf(id);
    const source = await addSource({
      organizationMapping: { ImspTQPwCqd: COMMUNE },
      itemMapping: { fbfJHSPpUQD: one.item.code },
    });
    const { token } = await addToken(source);
    const set = {
      ...{ dataSet: 'pBOMPrpg1QX', completeDate: '2021-07-01', period: '2021Q2', orgUnit: 'ImspTQPwCqd' },
      dataValues: [
        { dataElement: 'fbfJHSPpUQD', categoryOptionCombo: 'HllvX50cXC0', value: '7', storedBy: 'admin' },
        { dataElement: other.item.code, value: '8', comment: 'từ DHIS2' },
        { dataElement: other.item.code, value: '9', period: '2021W30' },
      ],
    };
    expect(told(await send(token, set))).toEqual(['taken', 'taken', 'delivery.unknown-period']);
    expect((await formOf(id)).completeness.answered).toBe(2);
  });

  test('never take the place of what a person typed, nor of what another source delivered', async () => {
    const id = await submissionOf(await openRound('2022'));
    const [one, other] = await countsOf(id);
    const { token } = await addToken(await addSource());
    const deliver = async (as: string, value: number) =>
      told(await send(as, { period: '2022', values: [figure(one, value), figure(other, value)] }));
    expect(await deliver(token, 4)).toEqual(['taken', 'taken']);
    expect(await deliver(token, 4)).toEqual(['unchanged', 'unchanged']);
    const answers = [
      {
        subject: one.subject,
        item: one.item.code,
        state: 'value',
        value: '3',
        note: null,
        explanation: null,
        version: 1,
      },
    ];
    await api
      .asAccount('cao-lanh-can-bo')
      .call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
    expect(await deliver(token, 5)).toEqual(['delivery.typed-by-person', 'taken']);
    const another = await addToken(await addSource());
    expect(await deliver(another.token, 7)).toEqual(['delivery.typed-by-person', 'delivery.other-source']);
    // Nothing changes behind the back of who is about to sign.
    const explained = itemsOf(await formOf(id)).map(({ subject, item, answer }) => ({
      ...{ subject, item: item.code, note: null, explanation: 'đã kiểm tra', version: answer?.version ?? 0 },
      ...(answer?.value.state === 'value'
        ? { state: 'value', value: answer.value.value }
        : { state: 'not-applicable', value: null }),
    }));
    const reporter = api.asAccount('cao-lanh-can-bo');
    await reporter.call(putAnswers, { params: { id }, body: { answers: explained, writeId: newId() } });
    const { version } = await formOf(id);
    const step = { action: 'mark-ready', reason: null, version, writeId: newId() };
    expect((await reporter.call(actOnSubmission, { params: { id }, body: step })).status).toBe(200);
    expect(await deliver(token, 8)).toEqual(['submission.wrong-state', 'submission.wrong-state']);
  });

  test('are taken once under one key, and the key opens nothing for other content', async () => {
    const id = await submissionOf(await openRound('2023'));
    const [one] = await countsOf(id);
    const { token } = await addToken(await addSource());
    const body = { period: '2023', values: [figure(one, 3)] };
    const [first, again] = await Promise.all([
      send(token, body, { key: 'lan-gui-1' }),
      send(token, body, { key: 'lan-gui-1' }),
    ]);
    expect([first.said.isRepeated, again.said.isRepeated].toSorted()).toEqual([false, true]);
    expect(first.said.id).toBe(again.said.id);
    const other = await send(token, { ...body, values: [figure(one, 4)] }, { key: 'lan-gui-1' });
    expect(other.code).toBe('delivery.key-reused');
    const twice = await send(token, { ...body, values: [figure(one, 3), figure(one, 4)] });
    expect(told(twice)).toEqual(['unchanged', 'delivery.repeated-in-delivery']);
  });
});

test('a delivery that is not as it must be is refused with each member that is wrong, whichever way it was meant', async () => {
  const { token } = await addToken(await addSource());
  const fieldsOf = async (body: object) => {
    const { said } = await send(token, body);
    const { fields } = (said as unknown as { details: { fields: { field: string }[] } }).details;
    return fields.map(({ field }) => field);
  };
  const one = { organization: COMMUNE, item: '6.5.n' };
  expect(await fieldsOf({ period: '2025', values: [{ ...one, value: '1', role: 'x' }] })).toEqual([
    'body.values.0.role',
  ]);
  expect(await fieldsOf({ dataValues: [{ value: '1' }] })).toEqual(['body.dataValues.0.dataElement']);
});

describe('a token', () => {
  test('opens what its source may deliver and nothing else', async () => {
    const roundId = await openRound('2024');
    const [one, other] = await countsOf(await submissionOf(roundId));
    const deliver = async (scope: object, change: object = {}, body: object = {}) => {
      const { token } = await addToken(await addSource(scope));
      return told(await send(token, { period: '2024', values: [figure(one, 2, change)], ...body }));
    };
    expect(await deliver({}, { organization: OTHER })).toEqual(['delivery.out-of-scope']);
    expect(await deliver({ items: [other.item.code] })).toEqual(['delivery.out-of-scope']);
    expect(await deliver({ frameworks: ['dti-agency-2025'] })).toEqual(['delivery.out-of-scope']);
    expect(await deliver({ roundId: await openRound('2019') })).toEqual(['delivery.out-of-scope']);
    expect(await deliver({ roundId, items: [one.item.code], frameworks: ['dti-commune-2025'] })).toEqual([
      'taken',
    ]);
    expect(await deliver({}, {}, { framework: 'other' })).toEqual(['delivery.no-open-round']);
    // It is no session: no other route opens to it, not even with the cookies of a person.
    const { token } = await addToken(await addSource());
    const headers = { authorization: `Bearer ${token}` };
    const work = await api.app.inject({ method: 'GET', url: '/api/v1/work', headers });
    expect(work.json<{ code: string }>().code).toBe('session.required');
  });

  test('is shown once, kept as a hash, and ends on its day or when it is revoked', async () => {
    const id = await submissionOf(await openRound('2018'));
    const [one] = await countsOf(id);
    const source = await addSource();
    const { id: tokenId, token } = await addToken(source, '2026-11-30');
    const body = { period: '2018', values: [figure(one, 2)] };
    const stored = await api.db
      .selectFrom('delivery_token')
      .selectAll()
      .where('token_id', '=', tokenId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(token.startsWith(stored.hint)).toBe(true);
    const { body: list } = await api.as('administrator').call(listDeliverySources);
    expect(JSON.stringify(list)).not.toContain(token);
    expect((await send(token, body)).status).toBe(200);
    api.setNow('2026-12-01T02:00:00.000Z');
    expect((await send(token, body)).code).toBe('delivery.token-required');
    api.setNow('2026-11-22T02:00:00.000Z');
    const params = { id: source, token: tokenId };
    const revoked = await api.as('administrator').call(revokeDeliveryToken, { params });
    expect(revoked.body.tokens).toMatchObject([{ id: tokenId, isAlive: false }]);
    expect((await send(token, body)).code).toBe('delivery.token-required');
    expect((await send(undefined, body)).code).toBe('delivery.token-required');
    const refused = await api.db
      .selectFrom('audit_event')
      .select(['subject', 'details'])
      .where('action', '=', 'delivery.refuse')
      .execute();
    expect(refused.map(({ subject }) => subject)).toContain(`delivery-source:${source}`);
    expect(JSON.stringify(refused)).not.toContain(token);
  });

  test('does not open for a person’s cookies, and never too often', async () => {
    const [one] = await countsOf(await submissionOf(await openRound('2017')));
    const { token } = await addToken(await addSource());
    const body = { period: '2017', values: [figure(one, 1)] };
    const browser = api.browser();
    const { signIn } = await import('#features/account/contract.ts');
    await browser.call(signIn, { body: { username: 'quan-tri', password: 'sen-so-quan-tri' } });
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await send(undefined, body, { cookie })).code).toBe('delivery.token-required');
    const statuses = [];
    for (let count = 0; count <= 60; count += 1)
      statuses.push((await send(token, body, { query: '?dryRun=true' })).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses[60]).toBe(429);
  });

  test('lasts a year at most, and a source has a name of its own and one writer at a time', async () => {
    const administrator = api.as('administrator');
    const id = await addSource({ name: 'Cổng dịch vụ công' });
    const late = await administrator.call(addDeliveryToken, {
      params: { id },
      body: { tokenId: newId(), expiresOn: '2028-01-01' },
    });
    expect(late.problem?.code).toBe('delivery.expiry-out-of-range');
    const body = {
      ...{ name: 'Cổng dịch vụ công', organizations: [COMMUNE], frameworks: null, items: null },
      ...{ roundId: null, organizationMapping: {}, itemMapping: {}, version: 0 },
    };
    const same = await administrator.call(putDeliverySource, { params: { id: newId() }, body });
    expect(same.problem?.code).toBe('delivery.name-taken');
    expect((await administrator.call(putDeliverySource, { params: { id }, body })).status).toBe(200);
    const stale = { ...body, organizations: [OTHER] };
    expect((await administrator.call(putDeliverySource, { params: { id }, body: stale })).problem?.code).toBe(
      'edit.conflict',
    );
  });
});
