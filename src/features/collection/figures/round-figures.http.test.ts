import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerInput } from '#contract/submission.ts';
import { grantRole, listAccounts } from '#features/account/administration-contract.ts';
import { signIn } from '#features/account/contract.ts';
import { type Caller, startTestApi, type TestApi } from '#test/api.ts';
import { act, fill, formOf, itemsOf, moveRound, openRound, submissionOf } from '#test/reporting-round.ts';
import { extendRound, getRound, putAnswers, putDecisions } from '#features/collection/contract.ts';
import { decideSum, getReportingPerformance } from '#features/collection/follow-up-contract.ts';

let api: TestApi;
const COMMUNES = ['29869', '28249', '28261', '28270'] as const;
const [COMMUNE, SECOND, THIRD] = COMMUNES;
const REPORTER = 'cao-lanh-can-bo';
const HEAD = 'cao-lanh-chu-tich';

beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  // One reporter and one head answer for all these communes.
  const administrator = api.as('administrator');
  const { body } = await administrator.call(listAccounts);
  for (const organizationCode of COMMUNES.slice(1)) {
    for (const [username, role] of [
      [REPORTER, 'reporter'],
      [HEAD, 'approver'],
    ] as const) {
      const id = body.items.find((account) => account.username === username)?.id ?? '';
      const holding = { role, organizationCode, validFrom: '2026-01-01', validTo: null, writeId: newId() };
      expect((await administrator.call(grantRole, { params: { id }, body: holding })).status).toBe(200);
    }
  }
});
afterAll(() => api.close());

type Entry = Pick<AnswerInput, 'state' | 'value'>;
const number = (value: string): Entry => ({ state: 'value', value });
const BLANK: Entry = { state: 'blank', value: null };
const NOT_APPLICABLE: Entry = { state: 'not-applicable', value: null };

/** Answers only the items that are named. */
const enter = async (id: string, entries: Readonly<Record<string, Entry>>): Promise<void> => {
  const reporter = api.asAccount(REPORTER);
  const answers = itemsOf(await formOf(reporter, id)).flatMap(({ subject, item, answer }): AnswerInput[] => {
    const entry = entries[item.code];
    const said = { subject, item: item.code, note: null, explanation: 'đã kiểm tra' };
    return entry ? [{ ...said, ...entry, version: answer?.version ?? 0 }] : [];
  });
  const { body } = await reporter.call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
  expect(body.refused).toEqual([]);
};

/** Accepts every figure but those that the appraiser corrects. */
const decide = async (id: string, corrections: Readonly<Record<string, string>> = {}): Promise<void> => {
  const coordinator = api.as('coordinator');
  const decisions = itemsOf(await formOf(coordinator, id)).map(({ subject, item, answer }) => {
    const asked = { subject, item: item.code, version: answer?.version ?? 0 };
    const value = corrections[item.code];
    return value === undefined
      ? { ...asked, decision: 'accepted', state: null, value: null, reason: null }
      : { ...asked, decision: 'corrected', state: 'value', value, reason: 'theo văn bản kèm theo' };
  });
  const body = { decisions, writeId: newId() };
  const { body: decided } = await coordinator.call(putDecisions, { params: { id }, body });
  expect(decided.refused).toEqual([]);
};

const sendAndAccept = async (
  id: string,
  entries: Readonly<Record<string, Entry>>,
  corrections: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await enter(id, entries);
  expect((await act(api.asAccount(HEAD), id, 'submit')).problem).toBeUndefined();
  await decide(id, corrections);
  expect((await act(api.as('coordinator'), id, 'accept')).body.state).toBe('accepted');
};

const inIndex = (framework: string, item: string) =>
  api.db
    .selectFrom('data_value')
    .select(['state', 'value', 'note'])
    .where('framework_code', '=', framework)
    .where('item_code', '=', item)
    .where('origin', '=', 'reported')
    .executeTakeFirst();

const inSeries = (item: string) =>
  api.db
    .selectFrom('period_value')
    .select(['value', 'kind', 'version'])
    .where('framework_code', '=', 'dti-commune-2025')
    .where('subject_code', '=', COMMUNE)
    .where('item_code', '=', item)
    .where('period', '=', '2026')
    .executeTakeFirst();

const PROVINCE = 'dti-province-2025';

describe('the province’s figure of parts', () => {
  test('is written when the last two parts are accepted in the same moment', async () => {
    const coordinator = api.as('coordinator');
    for (const [attempt, value] of ['100', '101', '102', '103'].entries()) {
      const organizations = [COMMUNE, SECOND];
      const round = await openRound(api, { framework: PROVINCE, organizations, items: ['7.5.a'] });
      const ids: string[] = [];
      for (const code of organizations) {
        const id = await submissionOf(api, round, code);
        await enter(id, { '7.5.a': number(value) });
        await act(api.asAccount(HEAD), id, 'submit');
        await decide(id);
        ids.push(id);
      }
      await Promise.all(ids.map((id) => act(coordinator, id, 'accept')));
      const total = String(2 * (100 + attempt));
      expect(await inIndex(PROVINCE, '7.5.a'), `attempt ${String(attempt)}`).toMatchObject({ value: total });
    }
  });

  test('names the parts that were left blank, and is taken back when none of them is a number any more', async () => {
    const organizations = [COMMUNE, SECOND, THIRD];
    const round = await openRound(api, { framework: PROVINCE, organizations, items: ['6.5.a', '6.5.b'] });
    const ids = await Promise.all(organizations.map((code) => submissionOf(api, round, code)));
    const both = (entry: Entry) => ({ '6.5.a': entry, '6.5.b': entry });
    await sendAndAccept(ids[0] ?? '', { '6.5.a': number('120'), '6.5.b': number('200') }, { '6.5.a': '110' });
    await sendAndAccept(ids[1] ?? '', both(BLANK));
    expect(await inIndex(PROVINCE, '6.5.a')).toBeUndefined();
    await sendAndAccept(ids[2] ?? '', both(NOT_APPLICABLE));
    expect(await inIndex(PROVINCE, '6.5.a')).toEqual({
      ...{ state: 'value', value: '110' },
      note: {
        vi: 'Tổng của 1/3 đơn vị có số liệu; 1 đơn vị để trống.',
        en: 'Sum of 1 of 3 organizations that gave a number; 1 left it blank.',
      },
    });
    await act(api.as('coordinator'), ids[0] ?? '', 'reopen', 'Nhầm năm');
    await sendAndAccept(ids[0] ?? '', both(BLANK));
    expect(await inIndex(PROVINCE, '6.5.a')).toMatchObject({ state: 'blank', value: null });
  });

  test('that was written with gaps is not said to be left out while it counts', async () => {
    const organizations = [COMMUNE, SECOND];
    const round = await openRound(api, { framework: PROVINCE, organizations, items: ['4.5.a'] });
    await sendAndAccept(await submissionOf(api, round, COMMUNE), { '4.5.a': number('12') });
    await moveRound(api, round, 'lock');
    const settle = async (decision: string) => {
      const body = { item: '4.5.a', decision, reason: 'Đơn vị đã sáp nhập', writeId: newId() };
      return api.as('coordinator').call(decideSum, { params: { id: round }, body });
    };
    expect((await settle('write')).status).toBe(200);
    expect((await settle('leave')).problem?.code).toBe('sum.already-written');
    expect(await inIndex(PROVINCE, '4.5.a')).toMatchObject({ value: '12' });
  });
});

describe('a figure that was accepted before', () => {
  const round = async (period: string, valueKind: string): Promise<string> =>
    submissionOf(api, await openRound(api, { period, valueKind, items: ['1.3.a', '1.3.b'] }), COMMUNE);

  test('of the index goes when it is accepted again as a blank, and an estimate does not replace a final one', async () => {
    const final = await round('2025', 'final');
    await sendAndAccept(final, { '1.3.a': number('3'), '1.3.b': number('4') });
    const estimate = await round('2025', 'estimate');
    await sendAndAccept(estimate, { '1.3.a': number('7'), '1.3.b': number('8') });
    expect(await inIndex('dti-commune-2025', '1.3.a')).toMatchObject({ value: '3' });
    await act(api.as('coordinator'), final, 'reopen', 'Nhầm năm');
    await sendAndAccept(final, { '1.3.a': BLANK, '1.3.b': NOT_APPLICABLE });
    expect(await inIndex('dti-commune-2025', '1.3.a')).toMatchObject({ state: 'blank', value: null });
    expect(await inIndex('dti-commune-2025', '1.3.b')).toMatchObject({ state: 'not-applicable' });
  });

  test('of a series likewise; what says the same again is no new version', async () => {
    const estimate = await round('2026', 'estimate');
    await sendAndAccept(estimate, { '1.3.a': number('7'), '1.3.b': number('8') });
    const final = await round('2026', 'final');
    await sendAndAccept(final, { '1.3.a': number('3'), '1.3.b': number('8') });
    expect(await inSeries('1.3.a')).toEqual({ value: '3', kind: 'final', version: 2 });
    await act(api.as('coordinator'), estimate, 'reopen', 'Xem lại');
    await sendAndAccept(estimate, { '1.3.a': number('6') });
    expect(await inSeries('1.3.a')).toEqual({ value: '3', kind: 'final', version: 2 });
    await act(api.as('coordinator'), final, 'reopen', 'Nhầm năm');
    await sendAndAccept(final, { '1.3.a': NOT_APPLICABLE });
    expect(await inSeries('1.3.a')).toEqual({ value: null, kind: 'final', version: 3 });
    expect(await inSeries('1.3.b')).toEqual({ value: '8', kind: 'final', version: 2 });
  });
});

test('what is appraised after the lock is published with the rest', async () => {
  const round = await openRound(api, { period: '2024', organizations: [COMMUNE, SECOND], items: ['1.3.a'] });
  const [one, other] = await Promise.all([COMMUNE, SECOND].map((code) => submissionOf(api, round, code)));
  await sendAndAccept(one ?? '', { '1.3.a': number('3') });
  await enter(other ?? '', { '1.3.a': number('4') });
  await act(api.asAccount(HEAD), other ?? '', 'submit');
  await moveRound(api, round, 'lock');
  await decide(other ?? '');
  await act(api.as('coordinator'), other ?? '', 'accept');
  await moveRound(api, round, 'publish');
  const { body } = await api.as('leader').call(getRound, { params: { id: round } });
  expect(body.members.map(({ state }) => state)).toEqual(['published', 'published']);
});

test('nothing is accepted any more in a published round, where it would change the index behind it', async () => {
  const round = await openRound(api, { organizations: [SECOND], items: ['1.3.a'] });
  const id = await submissionOf(api, round, SECOND);
  await enter(id, { '1.3.a': number('4') });
  await act(api.asAccount(HEAD), id, 'submit');
  await moveRound(api, round, 'lock');
  await moveRound(api, round, 'publish');
  await decide(id);
  expect((await act(api.as('coordinator'), id, 'accept')).problem?.code).toBe('round.wrong-state');
});

test('the figure of the period before is one that was sent, never a draft, and as the appraiser left it', async () => {
  const before = { period: '2022', dueDay: '2026-11-25', organizations: [THIRD], items: ['1.3.a'] };
  const earlier = await submissionOf(api, await openRound(api, before), THIRD);
  await enter(earlier, { '1.3.a': number('77') });
  const next = await submissionOf(
    api,
    await openRound(api, { ...before, period: '2021', dueDay: '2026-12-01' }),
    THIRD,
  );
  const previous = async () => itemsOf(await formOf(api.asAccount(REPORTER), next))[0]?.previous;
  expect((await previous())?.source).not.toBe('round');
  await enter(earlier, { '1.3.a': BLANK });
  await act(api.asAccount(HEAD), earlier, 'submit');
  await decide(earlier, { '1.3.a': '6' });
  expect(await previous()).toMatchObject({ source: 'round', period: '2022', value: { value: '6' } });
});

test('timeliness ends with the day as moved forward, at midnight of the province, and with an exception after that', async () => {
  // 22 November 2026 is a Sunday.
  const round = await openRound(api, {
    ...{ period: '2023', dueDay: '2026-11-22', dueBefore: false, lockDay: null, organizations: COMMUNES },
    items: ['1.3.a'],
  });
  const coordinator = api.as('coordinator');
  const submissions = await Promise.all(COMMUNES.map((code) => submissionOf(api, round, code)));
  for (const id of submissions.slice(0, 3)) await fill(api.asAccount(REPORTER), id);
  const exception = { organization: THIRD, until: '2026-11-30', reason: 'mất điện', writeId: newId() };
  const { body } = await coordinator.call(extendRound, { params: { id: round }, body: exception });
  expect(body.round.schedule).toMatchObject({ remindDay: '2026-11-20', lateAfterDay: '2026-11-23' });

  // Sessions end in the meantime: each time somebody signs in again.
  const signedIn = async (username: string): Promise<Caller> => {
    const browser = api.browser();
    const entered = { username, password: `sen-so-${username}` };
    expect((await browser.call(signIn, { body: entered })).status).toBe(200);
    return browser;
  };
  const send = async (place: number, at: string): Promise<void> => {
    api.setNow(at);
    const sent = await act(await signedIn(HEAD), submissions[place] ?? '', 'submit');
    expect(sent.problem).toBeUndefined();
  };
  const performance = async (): Promise<readonly string[]> => {
    const leader = await signedIn('lanh-dao');
    const { body: told } = await leader.call(getReportingPerformance, { query: { year: '2023' } });
    return COMMUNES.map((code) => {
      const found = told.organizations.find(({ organization }) => organization.code === code);
      return [found?.sent, found?.inTime, found?.due].join('/');
    });
  };
  api.setNow('2026-11-23T16:59:59.000Z');
  expect(await performance()).toEqual(['0/0/0', '0/0/0', '0/0/0', '0/0/0']);
  await send(0, '2026-11-23T16:59:59.000Z');
  await send(1, '2026-11-23T17:00:00.000Z');
  expect(await performance()).toEqual(['1/1/1', '1/0/1', '0/0/0', '0/0/1']);
  await send(2, '2026-11-30T16:59:59.000Z');
  expect(await performance()).toEqual(['1/1/1', '1/0/1', '1/1/1', '0/0/1']);
});
