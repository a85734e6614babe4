import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChanges } from '#core/scenario/change-set.ts';
import { findOutdated } from '#core/scenario/find-outdated.ts';
import { computeIndexScore, publishInterval } from '#core/scoring/evaluate.ts';
import { getIndexOverview, getIndexSheet, putDataValue } from '#features/index-score/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  createScenario,
  getScenario,
  type ItemValue,
  listScenarios,
  putScenario,
  type ScenarioInput,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const KEY = { framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 };
const LIST = { query: { framework: KEY.framework, subject: KEY.subject, year: '2025' } };

const change = (item: string, value: string): ItemValue => ({
  item,
  value: { state: 'value', value, comparator: '=' },
});

const input = (changes: Partial<ScenarioInput> = {}): ScenarioInput => ({
  ...KEY,
  frameworkVersion: 1,
  name: 'Đạt ngưỡng hồ sơ toàn trình',
  note: null,
  changes: [change('6.4.rate', '60')],
  withdrawn: false,
  version: 0,
  writeId: newId(),
  ...changes,
});

const create = (changes: Partial<ScenarioInput> = {}) =>
  api.as('coordinator').call(createScenario, { body: input(changes) });
const put = (id: string, changes: Partial<ScenarioInput>) =>
  api.as('coordinator').call(putScenario, { params: { id }, body: input(changes) });
const open = (id: string) => api.as('viewer').call(getScenario, { params: { id } });

describe('the sheet of a score', () => {
  it('gives whoever has it the very score that the server gives', async () => {
    const { body: sheet } = await api.as('viewer').call(getIndexSheet);
    const { body: overview } = await api.as('viewer').call(getIndexOverview);
    const values = new Map(sheet.values.map(({ item, value }) => [item, value]));
    const score = computeIndexScore(sheet.framework, values);
    expect(publishInterval(score.points, sheet.framework.policies.rounding)).toEqual(overview.points);
    expect(sheet.subject.code).toBe('DONG_THAP');
  });
});

describe('a scenario', () => {
  it('is kept with its points, what it was made on, and who kept it', async () => {
    const { status, body } = await create();
    expect(status).toBe(200);
    expect(body.scenario).toMatchObject({
      ...{ ...KEY, name: 'Đạt ngưỡng hồ sơ toàn trình', version: 1, frameworkVersion: 1 },
      changes: [change('6.4.rate', '60')],
      points: { low: '645.64', high: '666.82' },
    });
    expect(body.scenario.basis).toHaveLength(59);
    expect(body.scenario.createdBy).toBeTruthy();
    const { body: opened } = await open(body.scenario.id);
    expect(opened.scenario).toEqual(body.scenario);
    expect(opened.revisions).toHaveLength(1);
    expect(opened.actions).not.toContain('scenario.write');
  });

  it('gives in the browser what it gave when it was kept', async () => {
    const { body } = await create({
      changes: [change('6.5.rate', '80'), { item: '5.5.rate', value: { state: 'not-applicable' } }],
    });
    const { body: sheet } = await api.as('viewer').call(getIndexSheet);
    const values = applyChanges(
      new Map(sheet.values.map(({ item, value }) => [item, value])),
      new Map(body.scenario.changes.map(({ item, value }) => [item, value])),
    );
    const { points } = computeIndexScore(sheet.framework, values);
    expect(publishInterval(points, sheet.framework.policies.rounding)).toEqual(body.scenario.points);
  });

  it('keeps every earlier state when it is kept anew', async () => {
    const { body: created } = await create({ name: 'Bản đầu' });
    const { id } = created.scenario;
    const { status, body } = await put(id, {
      ...{ name: 'Bản hai', version: 1, note: 'thêm 6.5' },
      changes: [change('6.4.rate', '60'), change('6.5.rate', '80')],
    });
    expect(status).toBe(200);
    expect(body.scenario).toMatchObject({ version: 2, name: 'Bản hai', note: 'thêm 6.5' });
    const { body: opened } = await open(id);
    expect(opened.revisions.map(({ version, name }) => [version, name])).toEqual([
      [2, 'Bản hai'],
      [1, 'Bản đầu'],
    ]);
  });

  it('refuses a version that is not the present one', async () => {
    const { body } = await create();
    const answer = await put(body.scenario.id, { version: 0 });
    expect(answer.problem).toMatchObject({ code: 'edit.conflict', details: { version: 1 } });
    expect((await create({ version: 3 })).problem?.code).toBe('edit.conflict');
  });

  it('leaves the lists when it is withdrawn, and comes back', async () => {
    const { body } = await create({ name: 'Sẽ rút' });
    const { id } = body.scenario;
    const ids = async (query: Record<string, string>) => {
      const list = await api.as('viewer').call(listScenarios, { query: { ...LIST.query, ...query } });
      return list.body.items.map((scenario) => scenario.id);
    };
    expect((await ids({}))[0]).toBe(id);
    await put(id, { version: 1, withdrawn: true });
    expect(await ids({})).not.toContain(id);
    expect(await ids({ withdrawn: 'with' })).toContain(id);
    expect((await open(id)).status).toBe(200);
    await put(id, { version: 2, withdrawn: false });
    expect(await ids({})).toContain(id);
  });

  it('is outdated once a present value has changed', async () => {
    const { body } = await create();
    const sheetNow = async () => (await api.as('viewer').call(getIndexSheet)).body;
    const outdated = async () => {
      const sheet = await sheetNow();
      const valuesOf = (items: readonly ItemValue[]) =>
        new Map(items.map(({ item, value }) => [item, value]));
      return findOutdated(
        { frameworkVersion: body.scenario.frameworkVersion, values: valuesOf(body.scenario.basis) },
        { frameworkVersion: sheet.framework.version, values: valuesOf(sheet.values) },
      );
    };
    expect(await outdated()).toBeUndefined();
    await api.as('coordinator').call(putDataValue, {
      params: { item: '6.5.rate' },
      body: {
        ...{ ...KEY, state: 'value', value: '61', comparator: '=', reason: null, version: 1 },
        writeId: newId(),
      },
    });
    expect((await outdated())?.values.map(({ item }) => item)).toEqual(['6.5.rate']);
  });
});

describe('a retry', () => {
  it('with the same key gives the same answer and changes nothing', async () => {
    const body = input({ name: 'Một lần' });
    const send = () => api.as('coordinator').call(createScenario, { body });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    const { id } = first.body.scenario;
    const revised = input({ version: 1, name: 'Hai lần' });
    const resend = () => api.as('coordinator').call(putScenario, { params: { id }, body: revised });
    expect((await resend()).body).toEqual((await resend()).body);
    expect((await open(id)).body.revisions).toHaveLength(2);
    const events = await api.db
      .selectFrom('audit_event')
      .select('action')
      .where('subject', '=', `scenario:${id}`)
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['scenario.write', 'scenario.write']);
  });

  it('that meets the write it repeats gives the same answer', async () => {
    const body = input({ name: 'Bấm nhiều lần' });
    const send = () => api.as('coordinator').call(createScenario, { body });
    const answers = await Promise.all([1, 2, 3, 4].map(send));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.body.scenario.id)).size).toBe(1);
  });

  it('with the same key for something else is a conflict', async () => {
    const body = input();
    await api.as('coordinator').call(createScenario, { body });
    const other = { ...body, changes: [change('6.4.rate', '61')] };
    const answer = await api.as('coordinator').call(createScenario, { body: other });
    expect(answer.problem).toMatchObject({ code: 'edit.conflict', details: { field: 'writeId' } });
  });

  it('of writes that meet keeps one state', async () => {
    const { body } = await create({ name: 'Gặp nhau' });
    const { id } = body.scenario;
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => put(id, { name, version: 1 })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect((await open(id)).body.revisions).toHaveLength(2);
  });
});

describe('a scenario that can not be kept', () => {
  it.each([
    ['an unknown item', { changes: [change('9.9', '1')] }, 'record.not-found'],
    ['a value beyond its range', { changes: [change('6.5.rate', '140')] }, 'value.out-of-range'],
    ['a text for a number', { changes: [change('6.5.rate', 'NaN')] }, 'value.malformed'],
    ['an infinite number', { changes: [change('6.5.rate', 'Infinity')] }, 'value.malformed'],
    [
      'a part above its whole',
      { changes: [change('6.4.a', '11'), change('6.4.b', '10')] },
      'value.numerator-exceeds-denominator',
    ],
    ['another version of the framework', { frameworkVersion: 7 }, 'record.not-found'],
    ['another year', { year: 2024 }, 'index.not-assessed'],
    ['a subject without figures', { subject: 'TIEN_GIANG' }, 'record.not-found'],
    ['no change at all', { changes: [] }, 'request.invalid'],
    ['no name', { name: '  ' }, 'request.invalid'],
  ] as const)('%s is refused, and nothing is kept', async (_, changes, code) => {
    const before = (await api.as('viewer').call(listScenarios, LIST)).body.total;
    expect((await create(changes as Partial<ScenarioInput>)).problem?.code).toBe(code);
    expect((await api.as('viewer').call(listScenarios, LIST)).body.total).toBe(before);
  });

  it('names the item that does not fit', async () => {
    const { problem } = await create({ changes: [change('6.4.rate', '60'), change('6.5.rate', '140')] });
    expect(problem?.details).toMatchObject({ item: '6.5.rate', minimum: '0', maximum: '100' });
  });

  it('is refused whole when one of its changes is', async () => {
    const { body } = await create();
    const { id } = body.scenario;
    const answer = await put(id, {
      version: 1,
      changes: [change('6.4.rate', '70'), change('2.3.issued', 'maybe')],
    });
    expect(answer.problem?.code).toBe('value.malformed');
    expect((await open(id)).body.scenario).toEqual(body.scenario);
  });
});

describe('every role', () => {
  it('may read scenarios, nobody without a session', async () => {
    const { body } = await create();
    const params = { id: body.scenario.id };
    for (const role of ['coordinator', 'viewer'] as const) {
      expect((await api.as(role).call(listScenarios, LIST)).status).toBe(200);
      expect((await api.as(role).call(getScenario, { params })).status).toBe(200);
    }
    expect((await api.as(undefined).call(listScenarios, LIST)).problem?.code).toBe('session.required');
    expect((await api.as(undefined).call(getScenario, { params })).problem?.code).toBe('session.required');
  });

  it('but the coordinator keeps none', async () => {
    const { body } = await create();
    const params = { id: body.scenario.id };
    const edit = input({ version: 1 });
    expect((await api.as('viewer').call(createScenario, { body: input() })).problem?.code).toBe(
      'access.denied',
    );
    expect((await api.as('viewer').call(putScenario, { params, body: edit })).problem?.code).toBe(
      'access.denied',
    );
    expect((await api.as(undefined).call(createScenario, { body: input() })).problem?.code).toBe(
      'session.required',
    );
    expect((await api.as(undefined).call(putScenario, { params, body: edit })).problem?.code).toBe(
      'session.required',
    );
  });

  it('learns that a scenario is not there', async () => {
    expect((await open(newId())).problem?.code).toBe('record.not-found');
    expect((await put(newId(), { version: 1 })).problem?.code).toBe('record.not-found');
  });
});

describe('the history in the database', () => {
  it('can not be rewritten by the application', async () => {
    const { body } = await create();
    const where = api.db.deleteFrom('scenario_revision').where('scenario_id', '=', body.scenario.id);
    await expect(where.execute()).rejects.toThrow(/permission denied/u);
    const edit = api.db.updateTable('scenario_revision').set({ name: 'khác' });
    await expect(edit.where('scenario_id', '=', body.scenario.id).execute()).rejects.toThrow(
      /permission denied/u,
    );
  });
});
