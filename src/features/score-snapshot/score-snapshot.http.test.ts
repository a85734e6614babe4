import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reported } from '#core/scoring/data-value.ts';
import { putDataValue } from '#features/index-score/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  compareScoreSnapshots,
  getExplanationSheet,
  getScoreSnapshot,
  listScoreSnapshots,
  type ScoreSnapshotInput,
  takeScoreSnapshot,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const KEY = { framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 };

const request = (changes: Partial<ScoreSnapshotInput>): ScoreSnapshotInput => ({
  ...KEY,
  ...{ kind: 'self', name: 'Bản chốt', note: null, changes: [], writeId: newId() },
  ...changes,
});

const take = (changes: Partial<ScoreSnapshotInput>) =>
  api.as('coordinator').call(takeScoreSnapshot, { body: request(changes) });

const list = async () => (await api.as('viewer').call(listScoreSnapshots)).body;
const open = (id: string) => api.as('viewer').call(getScoreSnapshot, { params: { id } });
const compare = (before: string, after?: string) =>
  api.as('viewer').call(compareScoreSnapshots, { query: { before, ...(after !== undefined && { after }) } });

const put = (item: string, value: string) =>
  api.as('coordinator').call(putDataValue, {
    params: { item },
    body: {
      ...KEY,
      ...{ state: 'value', value, comparator: '=', reason: null, version: 1, writeId: newId() },
    },
  });

const supposed = (item: string, value: string) => ({
  item,
  value: reported(value),
});

/** Changes a stored snapshot as nobody can through the application: with the rights of the owner. */
const tamper = async (id: string, statement: string) => {
  await api.db.connection().execute(async (db) => {
    await sql`set role none`.execute(db);
    try {
      await sql.raw(`update score_snapshot set ${statement} where snapshot_id = '${id}'`).execute(db);
    } finally {
      await sql`set role senso_application`.execute(db);
    }
  });
};

describe('taking a snapshot', () => {
  it('keeps the score with its name, its kind and who took it when', async () => {
    const { status, body } = await take({
      ...{ kind: 'appraised', name: '  Thẩm định   đợt 1 ', note: 'Theo biên bản ngày 20/11/2026' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ name: 'Thẩm định đợt 1', kind: 'appraised', note: 'Theo biên bản ngày 20/11/2026', year: 2025 },
      points: { low: '625.64', high: '646.82' },
      takenAt: '2026-11-22T02:00:00.000Z',
      framework: { code: 'dti-province-2025', version: 1 },
    });
    expect(body.takenBy).toBeTruthy();
    const { items, present, total } = await list();
    expect(items[0]?.name).toBe('Thẩm định đợt 1');
    expect(total).toBe(2);
    expect(present).toEqual(body.points);
  });

  it('a retry gives the same answer and keeps nothing twice', async () => {
    const input = { name: 'Đợt 2', writeId: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => take(input)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const other = await take({ ...input, kind: 'published' });
    expect(other.problem).toMatchObject({ code: 'edit.conflict', details: { field: 'writeId' } });
    const events = await api.db
      .selectFrom('audit_event')
      .selectAll()
      .where('subject', '=', `score-snapshot:${answers[0]?.body.id ?? ''}`)
      .execute();
    expect(events).toMatchObject([{ action: 'score-snapshot.write', details: { name: 'Đợt 2' } }]);
  });

  it('refuses a name that is taken, of those that come together all but one', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => take({ name: 'Đợt 3' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.find(({ problem }) => problem)?.problem).toMatchObject({
      code: 'score-snapshot.name-taken',
      details: { field: 'name', name: 'Đợt 3' },
    });
  });

  it('refuses an empty name, an unknown framework, and supposed values of a real score', async () => {
    expect((await take({ name: '  ' })).problem?.code).toBe('request.invalid');
    expect((await take({ framework: 'none' })).problem?.code).toBe('record.not-found');
    expect((await take({ year: 2024 })).problem?.code).toBe('index.not-assessed');
    const changes = [supposed('6.4.rate', '60')];
    expect((await take({ name: 'Giả định', changes })).problem?.code).toBe('request.invalid');
  });

  it('keeps a scenario: the present data with other values in their place', async () => {
    const changes = [supposed('6.4.rate', '60')];
    const { body } = await take({ kind: 'scenario', name: 'Phương án 6.4', changes });
    // 57.6 % → 60 % reaches the threshold: 20 points more.
    expect(body.points).toEqual({ low: '645.64', high: '666.82' });
    const opened = (await open(body.id)).body;
    expect(opened.assumed).toMatchObject([{ item: { code: '6.4.rate' }, value: { value: '60' } }]);
    expect(opened.verification.holds).toBe(true);
    expect((await list()).present).toEqual({ low: '625.64', high: '646.82' });
  });

  it('lets a part and its whole change together, in whatever order they are told', async () => {
    const whole = [supposed('5.4.b', '9'), supposed('5.4.a', '8')];
    for (const [index, changes] of [whole, whole.toReversed()].entries()) {
      const name = `Phần và toàn bộ ${String(index)}`;
      expect((await take({ kind: 'scenario', name, changes })).status).toBe(200);
    }
  });

  it('refuses the whole scenario for one value that does not fit', async () => {
    const before = (await list()).total;
    const changes = [supposed('6.4.rate', '60'), supposed('6.5.rate', '120')];
    const { problem } = await take({ kind: 'scenario', name: 'Phương án sai', changes });
    expect(problem).toMatchObject({ code: 'value.out-of-range', details: { item: '6.5.rate' } });
    expect((await list()).total).toBe(before);
  });
});

describe('a snapshot', () => {
  it('stays as it is while the data move on, and tells what moved since', async () => {
    const { body } = await take({ name: 'Trước khi sửa' });
    await put('6.4.rate', '60');
    expect((await open(body.id)).body.snapshot.points).toEqual({ low: '625.64', high: '646.82' });
    const since = (await compare(body.id)).body;
    expect(since.after).toMatchObject({ snapshot: null, points: { low: '645.64', high: '666.82' } });
    expect(since.total.difference).toEqual({ low: '20', high: '20' });
    expect(since.items).toMatchObject([
      { item: { code: '6.4.rate' }, before: { value: '57.6' }, after: { value: '60' }, feeds: ['6.4'] },
    ]);
    const moved = since.components.filter(({ change }) => /[1-9]/.test(change.difference.low));
    expect(moved.map(({ code, change }) => [code, change.difference.low])).toEqual([
      ['6', '20'],
      ['6.4', '20'],
    ]);
    expect(since.rounding).toEqual({ low: '0', high: '0' });
  });

  it('is compared with another one, in either direction', async () => {
    const before = (await take({ name: 'So sánh 1' })).body;
    await put('6.5.rate', '70');
    const after = (await take({ name: 'So sánh 2' })).body;
    const forward = (await compare(before.id, after.id)).body;
    expect(forward.total.difference).toEqual({ low: '2.59', high: '2.59' });
    const backward = (await compare(after.id, before.id)).body;
    expect(backward.total.difference).toEqual({ low: '-2.59', high: '-2.59' });
    expect((await compare(before.id, before.id)).body.items).toEqual([]);
  });

  it('has no comparison with one that does not exist', async () => {
    const [first] = (await list()).items;
    expect((await compare(first?.id ?? '', newId())).problem?.code).toBe('record.not-found');
    expect((await open(newId())).problem?.code).toBe('record.not-found');
    expect((await open('no-id')).problem?.code).toBe('request.invalid');
  });

  it.each([
    ['name', `name = name || ' (sửa)'`],
    ['points', 'points_high = points_high + 1'],
    ['one input', `data_values = jsonb_set(data_values, '{0,value,state}', '"blank"')`],
    ['one component', `component_points = jsonb_set(component_points, '{6.4,low}', '"19.99"')`],
    ['time', `taken_at = taken_at - interval '1 day'`],
    ['kind', `kind = 'published'`],
  ])('shows that its %s was changed behind its back', async (what, statement) => {
    const { body } = await take({ name: `Kiểm tra ${what}` });
    expect((await open(body.id)).body.verification).toMatchObject({ holds: true, content: true });
    await tamper(body.id, statement);
    const { verification } = (await open(body.id)).body;
    expect(verification).toMatchObject({ holds: false, content: false, contentHash: body.contentHash });
    expect(verification.computedHash).not.toBe(body.contentHash);
  });

  it('carries a hash that others can compute again from the text of its parts', async () => {
    const { body } = await take({ name: 'Mã kiểm tra' });
    const { rows } = await sql<{ values: unknown; components: unknown; hash: string }>`
      select data_values as values, component_points as components, framework_hash as hash
      from score_snapshot where snapshot_id = ${body.id}`.execute(api.db);
    // Written out anew: members in the order of their keys, without spaces.
    const write = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
      if (typeof value !== 'object' || value === null) return JSON.stringify(value);
      const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
    };
    const account = await api.db
      .selectFrom('account')
      .select('account_id')
      .where('username', '=', 'dieu-phoi')
      .executeTakeFirstOrThrow();
    const text = {
      components: rows[0]?.components,
      format: 'senso-score-snapshot/1',
      framework: { code: 'dti-province-2025', hash: rows[0]?.hash, version: 1 },
      kind: 'self',
      name: 'Mã kiểm tra',
      note: null,
      points: { high: body.points.high, low: body.points.low },
      subject: 'DONG_THAP',
      takenAt: body.takenAt,
      takenBy: account.account_id,
      values: rows[0]?.values,
      year: 2025,
    };
    expect(createHash('sha256').update(write(text)).digest('hex')).toBe(body.contentHash);
  });
});

describe('the explanation of a whole score', () => {
  it('shows each of the 47 indicators with data, rule, arithmetic and provenance', async () => {
    const { body } = await api.as('viewer').call(getExplanationSheet, { query: { year: '2025' } });
    const indicators = body.components.filter(({ kind }) => kind === 'indicator');
    expect(indicators).toHaveLength(47);
    expect(body.components.filter(({ kind }) => kind === 'group')).toHaveLength(8);
    for (const indicator of indicators) {
      expect(indicator.rule).not.toBeNull();
      expect(indicator.values.length).toBeGreaterThan(0);
      expect(indicator.steps.at(-1)?.kind).toBe('points');
      expect(indicator.provenance).not.toBeNull();
    }
    const certificate = indicators.find(({ code }) => code === '6.3');
    expect(certificate?.values.some(({ place }) => place?.documentId)).toBe(true);
  });

  it('explains a snapshot by what it kept, whatever happened since', async () => {
    const first = (await list()).items.find(({ name }) => name === 'Số liệu ban đầu');
    const { body } = await api
      .as('viewer')
      .call(getExplanationSheet, { query: { snapshot: first?.id ?? '' } });
    expect(body.points).toEqual({ low: '625.64', high: '646.82' });
    expect(body.verification?.holds).toBe(true);
    expect(body.asOf).toBe(first?.takenAt);
    expect(body.auditHead).toMatch(/^[1-9]\d*:[0-9a-f]{64}$/);
    const component = body.components.find(({ code }) => code === '6.4');
    expect(component?.points.low).toBe('0.00');
    expect(component?.values.find(({ item }) => item.code === '6.4.rate')).toMatchObject({
      value: { value: '57.6' },
      origin: 'document',
    });
  });
});
