import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { type DataValueInput, getComponent, listDataValueHistory, putDataValue } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const SUBJECT = 'data-value:dti-province-2025/DONG_THAP/2025/6.4.rate';

const write = (changes: Partial<DataValueInput>) =>
  api.as('coordinator').call(putDataValue, {
    params: { item: '6.4.rate' },
    body: {
      ...{
        framework: 'dti-province-2025',
        subject: 'DONG_THAP',
        year: 2025,
        state: 'value',
        comparator: '=',
      },
      ...{ value: '58', reason: null, writeId: newId(), ...changes },
    },
  });

const versionNow = async (): Promise<number> => {
  const { body } = await api.as('viewer').call(getComponent, { params: { code: '6.4' } });
  return body.dataItems.find(({ item }) => item.code === '6.4.rate')?.version ?? 0;
};

const historyOf = async () =>
  (await api.as('viewer').call(listDataValueHistory, { params: { item: '6.4.rate' } })).body.items;

describe('writes that meet on one data item', () => {
  it('let exactly one win; the others learn that it was there before them', async () => {
    const version = await versionNow();
    const before = (await historyOf()).length;
    const values = ['58.1', '58.2', '58.3', '58.4', '58.5', '58.6'];
    const answers = await Promise.all(values.map((value) => write({ value, version })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    for (const { problem } of answers.filter(({ status }) => status !== 200)) {
      expect(problem).toMatchObject({ code: 'edit.conflict', details: { version: version + 1 } });
    }
    expect(await historyOf()).toHaveLength(before + 1);
    const winner = values[answers.findIndex(({ status }) => status === 200)];
    expect((await historyOf())[0]?.newValue).toMatchObject({ value: winner });
  });

  it('with one key are one write with one answer', async () => {
    const input = { value: '58.7', version: await versionNow(), writeId: newId() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => write(input)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});

describe('one key for two writes', () => {
  it('made at once for two provinces is a conflict for the one that comes second', async () => {
    await api.db
      .insertInto('organization')
      .values({
        ...{ code: 'NEIGHBOUR', kind: 'province', name: 'Tỉnh bên', member_kinds: [] },
        ...{ position: 999, search_key: 'tinh ben' },
      })
      .execute();
    let written = 0;
    for (let round = 0; round < 5; round += 1) {
      const writeId = newId();
      const version = await versionNow();
      const answers = await Promise.all([
        write({ writeId, version, value: `57.${String(round)}` }),
        write({ writeId, version: written, subject: 'NEIGHBOUR', value: `57.${String(round)}` }),
      ]);
      if (answers[1].status === 200) written += 1;
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const conflict = answers.find(({ status }) => status === 409);
      expect(conflict?.problem).toMatchObject({ code: 'edit.conflict', details: { field: 'writeId' } });
    }
  });
});

describe('a write', () => {
  const listEvents = () =>
    api.db.selectFrom('audit_event').selectAll().where('subject', '=', SUBJECT).orderBy('sequence').execute();

  it('leaves its trace: who, what, when and which revision, once, and a refused one none', async () => {
    const before = (await listEvents()).length;
    const input = { value: '59', version: await versionNow(), writeId: newId() };
    await write(input);
    await write(input);
    expect((await write({ ...input, writeId: newId() })).status).toBe(409);
    const events = (await listEvents()).slice(before);
    expect(events).toHaveLength(1);
    const account = await api.db
      .selectFrom('account')
      .select('account_id')
      .where('username', '=', 'dieu-phoi')
      .executeTakeFirstOrThrow();
    const [revision] = await historyOf();
    expect(events[0]).toMatchObject({
      ...{ action: 'data-value.write', actor: account.account_id },
      details: {
        ...{ revision: revision?.id, version: input.version + 1 },
        ...{ before: { value: revision?.oldValue }, after: { value: revision?.newValue } },
      },
    });
    expect(events[0]?.request_id).toBeTruthy();
  });
});
