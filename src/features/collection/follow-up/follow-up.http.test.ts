import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  acceptAll,
  act,
  fill,
  formOf,
  itemsOf,
  moveRound,
  openRound,
  submissionOf,
} from '#test/reporting-round.ts';
import { previewRound, putAnswers } from '#features/collection/contract.ts';
import {
  decideSum,
  getReportingOverview,
  getReportingPerformance,
  getRoundStanding,
  getSubmissionChanges,
  listReminders,
  listTargetYearValues,
  readReminders,
  remindOrganizations,
} from '#features/collection/follow-up-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const COMMUNE = '29869';
const OTHER = '28261';

describe('a reminder', () => {
  const remind = (id: string, organizations: readonly string[]) =>
    api.as('coordinator').call(remindOrganizations, { params: { id }, body: { organizations } });

  test('goes once a day to those who have not sent, and to nobody else', async () => {
    const id = await openRound(api, { organizations: [COMMUNE, OTHER] });
    const first = await remind(id, [COMMUNE]);
    expect(first.body).toEqual({ reminded: [COMMUNE], skipped: [] });
    expect((await remind(id, [COMMUNE, OTHER, 'SKHCN'])).body).toEqual({
      ...{ reminded: [OTHER], skipped: [COMMUNE, 'SKHCN'] },
    });
    const { body: standing } = await api.as('leader').call(getRoundStanding, { params: { id } });
    expect(standing.reminders.map(({ organization }) => organization)).toEqual([OTHER, COMMUNE].toSorted());
    expect(standing.mayWrite).toBe(false);
    const deeds = await api.db
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'round.remind')
      .execute();
    expect(deeds).toHaveLength(2);
  });

  test('is read by the people of the organization, each for themselves, until the report is sent', async () => {
    const id = await openRound(api, { title: 'Đợt nhắc' });
    await remind(id, [COMMUNE]);
    const reporter = api.asAccount('cao-lanh-can-bo');
    const head = api.asAccount('cao-lanh-chu-tich');
    const own = async (caller: typeof head) =>
      (await caller.call(listReminders)).body.items.filter(({ round }) => round.id === id);
    const [reminder] = await own(reporter);
    expect(reminder).toMatchObject({ organization: { code: COMMUNE }, isRead: false });
    const reading = { body: { reminders: [reminder?.id ?? ''] } };
    await reporter.call(readReminders, reading);
    await reporter.call(readReminders, reading);
    expect((await own(reporter))[0]?.isRead).toBe(true);
    expect((await own(head))[0]?.isRead).toBe(false);
    const stranger = api.asAccount('stp-can-bo');
    expect(await own(stranger)).toEqual([]);
    await stranger.call(readReminders, reading);
    const readings = await api.db.selectFrom('reminder_reading').selectAll().execute();
    expect(readings).toHaveLength(1);

    const submission = await submissionOf(api, id, COMMUNE);
    await fill(reporter, submission);
    await act(head, submission, 'submit');
    expect(await own(head)).toEqual([]);
    expect((await remind(id, [COMMUNE])).body).toEqual({ reminded: [], skipped: [COMMUNE] });
  });

  test('of a round that is not open is refused', async () => {
    const id = await openRound(api);
    await moveRound(api, id, 'lock');
    expect((await remind(id, [COMMUNE])).problem?.code).toBe('round.wrong-state');
  });
});

describe('what changed since a submission was sent the time before', () => {
  test('is told figure by figure to whoever appraises it again', async () => {
    const id = await submissionOf(api, await openRound(api), COMMUNE);
    const reporter = api.asAccount('cao-lanh-can-bo');
    const head = api.asAccount('cao-lanh-chu-tich');
    const coordinator = api.as('coordinator');
    await fill(reporter, id);
    api.setNow('2026-11-22T02:10:00.000Z');
    await act(head, id, 'submit');
    const changes = async () => (await coordinator.call(getSubmissionChanges, { params: { id } })).body;
    expect(await changes()).toEqual({ since: null, items: [] });
    api.setNow('2026-11-22T02:20:00.000Z');
    await act(coordinator, id, 'return', 'Thiếu số liệu');
    const said = itemsOf(await formOf(reporter, id)).find(({ item: asked }) => asked.kind === 'yes-no');
    if (!said) throw new Error('The framework asks no question of yes or no');
    const { subject, item, answer } = said;
    const answers = [
      {
        ...{ subject, item: item.code, state: 'value', value: 'yes', note: null, explanation: 'đã bổ sung' },
        version: answer?.version ?? 0,
      },
    ];
    await reporter.call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
    api.setNow('2026-11-22T02:30:00.000Z');
    expect((await act(head, id, 'submit')).body.state).toBe('submitted');
    expect(await changes()).toEqual({
      since: '2026-11-22T02:10:00Z',
      items: [
        { subject, item: item.code, before: answer?.value, isFigure: true, areWords: true, newEvidence: 0 },
      ],
    });
    const stranger = api.asAccount('stp-can-bo');
    expect((await stranger.call(getSubmissionChanges, { params: { id } })).status).toBe(404);
    api.setNow('2026-11-22T02:00:00.000Z');
  });
});

describe('a sum of parts', () => {
  test('with gaps is settled by the coordinator when the round is locked, and says how many parts it rests on', async () => {
    const coordinator = api.as('coordinator');
    const preview = await coordinator.call(previewRound, {
      query: { framework: 'dti-province-2025', day: '2026-12-01' },
    });
    const communes = preview.body.organizations.filter(({ kind }) => kind === 'ward' || kind === 'commune');
    expect(communes.length).toBeGreaterThan(2);
    const id = await openRound(api, {
      framework: 'dti-province-2025',
      organizations: [COMMUNE, OTHER],
    });
    const reporter = api.asAccount('cao-lanh-can-bo');
    const submission = await submissionOf(api, id, COMMUNE);
    const standing = async () => (await coordinator.call(getRoundStanding, { params: { id } })).body;
    const [first, second] = (await standing()).sums;
    if (!first || !second) throw new Error('The framework has no sums of communes');
    expect(first).toMatchObject({ asked: 2, accepted: 0, sum: { state: 'blank' }, isOpen: false });
    const twelves = Object.fromEntries((await standing()).sums.map(({ item }) => [item.code, '12']));
    await fill(reporter, submission, twelves);
    await act(api.asAccount('cao-lanh-chu-tich'), submission, 'submit');
    await acceptAll(coordinator, submission);
    const partial = (await standing()).sums.find(({ item }) => item.code === first.item.code);
    expect(partial).toMatchObject({ accepted: 1, counted: 1, sum: { value: '12' }, decision: null });

    const decide = (change: object) =>
      coordinator.call(decideSum, {
        params: { id },
        body: {
          ...{ item: first.item.code, decision: 'write', reason: 'Đơn vị còn lại đã sáp nhập' },
          writeId: newId(),
          ...change,
        },
      });
    expect((await decide({})).problem?.code).toBe('round.wrong-state');
    await moveRound(api, id, 'lock');
    expect((await standing()).sums.every(({ isOpen }) => isOpen)).toBe(true);
    const write = { writeId: newId() };
    const decided = await decide(write);
    expect(decided.status).toBe(200);
    expect((await decide(write)).body).toEqual(decided.body);
    expect((await decide({ ...write, decision: 'leave' })).problem?.code).toBe('edit.conflict');
    await decide({ item: second.item.code, decision: 'leave' });
    const stored = await api.db
      .selectFrom('data_value')
      .select(['item_code', 'value', 'origin', 'note'])
      .where('framework_code', '=', 'dti-province-2025')
      .where('item_code', 'in', [first.item.code, second.item.code])
      .where('origin', '=', 'reported')
      .execute();
    expect(stored).toEqual([
      {
        ...{ item_code: first.item.code, value: '12', origin: 'reported' },
        note: {
          vi: 'Tổng của 1/2 đơn vị đã được chấp nhận.',
          en: 'Sum of 1 of 2 organizations that were accepted.',
        },
      },
    ]);
    const settled = (await standing()).sums.find(({ item }) => item.code === first.item.code);
    expect(settled?.decision).toMatchObject({ decision: 'write', accepted: 1, asked: 2 });
  });
});

describe('targets of plans', () => {
  test('get what was reached in a year from the accepted figures of their indicator, with the history of it', async () => {
    const target = await api.db
      .selectFrom('document_item as item')
      .innerJoin('target', 'target.item_id', 'item.id')
      .select(['item.id', 'item.indicator_code'])
      .where('item.kind', '=', 'target')
      .executeTakeFirstOrThrow();
    // The plans of the demonstration name no indicator at their targets: here one does.
    await api.db
      .updateTable('document_item')
      .set({ indicator_code: '6.4' })
      .where('id', '=', target.id)
      .execute();
    await api.db.updateTable('target').set({ unit: '%' }).where('item_id', '=', target.id).execute();
    const coordinator = api.as('coordinator');
    const reporter = api.asAccount('stp-can-bo');
    const head = api.asAccount('stp-lanh-dao');
    const id = await openRound(api, {
      ...{ title: 'Báo cáo cả năm', framework: 'dti-province-2025', organizations: ['STP'] },
      items: ['6.4.a', '6.4.b'],
    });
    const submission = await submissionOf(api, id, 'STP');
    const send = async (processed: string): Promise<void> => {
      await fill(reporter, submission, { '6.4.a': processed, '6.4.b': '800' });
      await act(head, submission, 'submit');
      await acceptAll(coordinator, submission);
    };
    const values = async () => {
      const { body } = await api.as('viewer').call(listTargetYearValues, { params: { id: target.id } });
      return body.items.map(({ year, version, value, unit }) => [year, version, value, unit]);
    };
    await send('461');
    expect(await values()).toEqual([[2025, 1, '57.625', '%']]);
    await act(coordinator, submission, 'reopen', 'Sai số liệu');
    await send('480');
    expect(await values()).toEqual([
      [2025, 2, '60', '%'],
      [2025, 1, '57.625', '%'],
    ]);
    // What says the same again is no new value.
    await act(coordinator, submission, 'reopen', 'Xem lại');
    await send('480');
    expect(await values()).toHaveLength(2);
  });
});

describe('completeness and timeliness', () => {
  test('are counted by organization and by plan, with what is late and which indicators wait', async () => {
    const id = await openRound(api, {
      ...{ title: 'Đợt đã muộn', dueDay: '2026-11-19', organizations: [COMMUNE, OTHER] },
    });
    const { body: overview } = await api.as('leader').call(getReportingOverview);
    const glance = overview.items.find(({ round }) => round.id === id);
    expect(glance).toMatchObject({ asked: 2, sent: 0, late: 2, returned: 0 });
    expect(glance?.indicators[0]).toMatchObject({ asked: 2, late: 2 });
    const { body } = await api.as('leader').call(getReportingPerformance, { query: { year: '2025' } });
    const other = body.organizations.find(({ organization }) => organization.code === OTHER);
    expect(other).toMatchObject({ inTime: 0, sent: 0 });
    expect(other?.asked).toBeGreaterThanOrEqual(other?.due ?? 0);
    expect(other?.due).toBe(1);
    expect(body.plans.map(({ document }) => document)).toEqual([null]);
    const { body: none } = await api.as('leader').call(getReportingPerformance, { query: { year: '2020' } });
    expect(none).toMatchObject({ rounds: 0, organizations: [], plans: [] });
  });
});

test('of a target that is not there nothing is told', async () => {
  const { problem } = await api
    .as('viewer')
    .call(listTargetYearValues, { params: { id: '00000000-0000-4000-8000-000000000000' } });
  expect(problem?.code).toBe('record.not-found');
});
