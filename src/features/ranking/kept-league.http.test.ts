import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeagueSnapshotInput } from '#contract/league-snapshot.ts';
import { getComponent, putDataValue } from '#features/index-score/contract.ts';
import {
  getScoreSnapshot,
  listScoreSnapshots,
  takeLeagueSnapshot,
  takeScoreSnapshot,
  verifyLeagueSnapshot,
} from '#features/score-snapshot/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getLeague } from './contract.ts';

const FRAMEWORK = 'dti-agency-2026';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const input = (changes: Partial<LeagueSnapshotInput> = {}): LeagueSnapshotInput => ({
  ...{ kind: 'self', name: 'Tự đánh giá quý III', note: null, writeId: newId() },
  ...changes,
});

const keep = (changes: Partial<LeagueSnapshotInput> = {}, framework = FRAMEWORK) =>
  api.as('coordinator').call(takeLeagueSnapshot, { params: { framework }, body: input(changes) });

const ask = (query: Readonly<Record<string, string>> = {}, framework = FRAMEWORK) =>
  api.as('viewer').call(getLeague, { params: { framework }, query });

const leagueOf = async (query: Readonly<Record<string, string>> = {}, framework = FRAMEWORK) => {
  const answer = await ask(query, framework);
  expect(answer.status).toBe(200);
  return answer.body;
};

const write = async (subject: string, item: string, value: string, version: number) => {
  const written = await api.as('coordinator').call(putDataValue, {
    params: { item },
    body: {
      ...{ framework: FRAMEWORK, subject, year: 2026, state: 'value', value, comparator: '=' },
      ...{ reason: null, version, writeId: newId() },
    },
  });
  expect(written.problem).toBeUndefined();
};

/** Sets a figure of a subject, whatever it was. */
const put = async (subject: string, component: string, item: string, value: string) => {
  const query = { framework: FRAMEWORK, subject, year: '2026' };
  const { body } = await api.as('viewer').call(getComponent, { params: { code: component }, query });
  const version = body.dataItems.find(({ item: { code } }) => code === item)?.version ?? 0;
  await write(subject, item, value, version);
};

const countMembers = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from score_snapshot where league_snapshot_id is not null`.execute(api.db);
  return rows[0]?.count ?? 0;
};

describe('keeping a whole league', () => {
  it('keeps every subject under one name in one act, each with a snapshot that proves itself', async () => {
    const { status, body } = await keep({ name: '  Bản đầu ', note: 'Theo công văn 12' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ name: 'Bản đầu', kind: 'self', note: 'Theo công văn 12', year: 2026, subjectCount: 22 },
      framework: { code: FRAMEWORK, version: 1 },
      takenAt: '2026-11-22T02:00:00.000Z',
    });
    const { rows, snapshot } = await leagueOf({ snapshot: body.id });
    expect(snapshot).toEqual(body);
    expect(rows).toHaveLength(22);
    for (const { snapshotId, subject } of rows.slice(0, 3)) {
      const one = await api.as('viewer').call(getScoreSnapshot, { params: { id: snapshotId! } });
      expect(one.body.snapshot).toMatchObject({ name: 'Bản đầu', subject: { code: subject.code } });
      expect(one.body.verification.holds).toBe(true);
    }
    const own = { framework: FRAMEWORK, subject: rows[0]!.subject.code };
    const listed = await api.as('viewer').call(listScoreSnapshots, { query: own });
    expect(listed.body.items.map(({ name }) => name)).toContain('Bản đầu');
    const events = await sql<{ details: unknown }>`
      select details from audit_event where subject = ${`league-snapshot:${body.id}`}`.execute(api.db);
    expect(events.rows).toMatchObject([{ details: { name: 'Bản đầu', subjectCount: 22 } }]);
  });

  it('a retry gives the same answer and keeps nothing twice; its key serves no other write', async () => {
    const body = { name: 'Bản gửi lại', writeId: newId() };
    const before = await countMembers();
    const answers = await Promise.all([1, 2, 3].map(() => keep(body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await countMembers()).toBe(before + 22);
    expect((await keep({ ...body, kind: 'published' })).problem?.code).toBe('edit.conflict');
  });

  it('keeps all or none: a name that one subject has already is refused for the whole', async () => {
    const taken = await api.as('coordinator').call(takeScoreSnapshot, {
      body: {
        ...{ framework: FRAMEWORK, subject: 'SKHCN', year: 2026, kind: 'self', name: 'Của riêng một sở' },
        ...{ note: null, changes: [], writeId: newId() },
      },
    });
    expect(taken.status).toBe(200);
    const before = await countMembers();
    const { problem } = await keep({ name: 'Của riêng một sở' });
    expect(problem).toMatchObject({
      code: 'score-snapshot.name-taken',
      details: { field: 'name', name: 'Của riêng một sở' },
    });
    expect(await countMembers()).toBe(before);
    expect((await keep({ name: 'Bản đầu' })).problem?.code).toBe('score-snapshot.name-taken');
    const several = await Promise.all([1, 2, 3].map(() => keep({ name: 'Cùng lúc' })));
    expect(several.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('refuses a scenario, a name without a letter, and a league that nobody stands in', async () => {
    const call = (body: unknown, framework = FRAMEWORK) =>
      api.as('coordinator').call(takeLeagueSnapshot, { params: { framework }, body });
    expect((await call({ ...input(), kind: 'scenario' })).problem?.code).toBe('request.invalid');
    expect((await call(input({ name: ' ' }))).problem?.code).toBe('request.invalid');
    expect((await call(input(), 'nothing')).problem?.code).toBe('record.not-found');
    // One province is no league.
    expect((await call(input(), 'dti-province-2025')).problem).toMatchObject({
      code: 'record.not-found',
      details: { kind: 'league', code: 'dti-province-2025' },
    });
  });

  it('tells of a snapshot whether anything in it was changed behind its back', async () => {
    const { body } = await keep({ name: 'Bản kiểm tra' });
    const verify = async () =>
      (await api.as('viewer').call(verifyLeagueSnapshot, { params: { id: body.id } })).body;
    expect(await verify()).toMatchObject({ holds: true, content: true, altered: [] });
    const asOwner = async (statement: string) =>
      api.db.connection().execute(async (db) => {
        await sql`set role none`.execute(db);
        try {
          await sql.raw(statement).execute(db);
        } finally {
          await sql`set role senso_application`.execute(db);
        }
      });
    const member = `league_snapshot_id = '${body.id}' and subject_code = 'SKHCN'`;
    await asOwner(`update score_snapshot set points_low = points_low - 1 where ${member}`);
    expect(await verify()).toMatchObject({ holds: false, content: true, altered: ['SKHCN'] });
    // Who is taken out leaves a hash that no longer fits.
    await asOwner(`update score_snapshot set league_snapshot_id = null where ${member}`);
    expect(await verify()).toMatchObject({ holds: false, content: false, altered: [] });
  });

  it.each(['update league_snapshot set name = name', 'delete from league_snapshot'])(
    'the application may not: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(api.db)).rejects.toThrow('permission denied');
    },
  );
});

describe('ranks of a kept league', () => {
  it('stay as they were while figures move on, and change from one to the next by main indicator and overall', async () => {
    const first = (await keep({ name: 'Quý III' })).body;
    const before = await leagueOf();
    const last = before.rows.at(-1)!.subject.code;
    const leader = before.rows[0]!.subject.code;
    // 1.1 of the leader falls to nothing; the best of 3.2 moves, so that points of others do as well.
    await put(last, '3.2', '3.2.a', '999999');
    const second = (await keep({ name: 'Quý IV' })).body;
    const now = await leagueOf();

    const then = await leagueOf({ snapshot: first.id });
    expect(
      then.rows.map(({ subject, places }) => [subject.code, places.map((place) => place?.points)]),
    ).toEqual(before.rows.map(({ subject, places }) => [subject.code, places.map((place) => place?.points)]));
    const moved = await leagueOf({ snapshot: second.id, since: first.id });
    expect(moved.earlier).toMatchObject({ code: FRAMEWORK, year: 2026, snapshot: { id: first.id } });
    expect(moved.departed).toEqual([]);
    const labelOf = (league: typeof before, subject: string, column: number) =>
      league.rows.find((row) => row.subject.code === subject)?.places[column]?.label;
    moved.columns.forEach((_, column) => {
      for (const { subject, places } of moved.rows) {
        const place = places[column];
        expect(place?.label).toBe(labelOf(now, subject.code, column));
        expect(place?.earlier?.label).toBe(labelOf(before, subject.code, column));
        if (place?.earlier) expect(place.change).toBe(place.earlier.rank - place.rank);
      }
    });
    // Main indicator 3 was reshuffled; who leads it now did not then.
    const third = moved.columns.findIndex(({ componentCode }) => componentCode === '3');
    const risen = moved.rows.find(({ subject }) => subject.code === last)!.places[third]!;
    expect(risen.change).toBeGreaterThan(0);
    expect(moved.rows.find(({ subject }) => subject.code === leader)!.places[0]!.earlier).toMatchObject({
      rank: 1,
    });
    const back = await leagueOf({ snapshot: first.id, since: second.id });
    const changeOf = (league: typeof before, subject: string) =>
      league.rows.find((row) => row.subject.code === subject)?.places[0]?.change ?? 0;
    for (const { subject } of moved.rows) {
      expect(changeOf(back, subject.code) + changeOf(moved, subject.code)).toBe(0);
    }
  });

  it('tell who is new and who no longer stands in it', async () => {
    const earlier = (await keep({ name: 'Trước khi có đơn vị mới' })).body;
    await api.db
      .insertInto('organization')
      .values({
        ...{ code: 'SO_MOI', kind: 'department', name: 'Sở Mới', member_kinds: [], position: 9999 },
        search_key: 'so moi',
      })
      .execute();
    await write('SO_MOI', '1.2.count', '1', 0);
    const grown = await leagueOf({ since: earlier.id });
    const newcomer = grown.rows.find(({ subject }) => subject.code === 'SO_MOI')!;
    expect(newcomer.places[0]).toMatchObject({ earlier: null, change: null });
    expect([grown.rows.length, grown.departed]).toEqual([23, []]);
    const later = (await keep({ name: 'Sau khi có đơn vị mới' })).body;
    const back = await leagueOf({ snapshot: earlier.id, since: later.id });
    expect(back.rows).toHaveLength(22);
    expect(back.departed).toEqual([{ subject: newcomer.subject, label: newcomer.places[0]!.label }]);
  });

  it('compare with the year before when nothing is named, and with a kept league of that year when it is', async () => {
    const byYear = await leagueOf();
    expect(byYear).toMatchObject({ earlier: { year: 2025, snapshot: null }, earlierYear: 2025 });
    const kept = (await keep({ name: 'Công bố 2025', kind: 'published' }, 'dti-agency-2025')).body;
    const bySnapshot = await leagueOf({ since: kept.id });
    expect(bySnapshot.earlier).toMatchObject({
      code: 'dti-agency-2025',
      year: 2025,
      snapshot: { id: kept.id },
    });
    expect(bySnapshot.snapshots.map(({ name }) => name)).toContain('Công bố 2025');
    expect(bySnapshot.rows.map(({ places }) => places[0]?.change)).toEqual(
      byYear.rows.map(({ places }) => places[0]?.change),
    );
  });

  it('refuse what is not there, what is of another framework, and what ranks others', async () => {
    const agencies = (await leagueOf()).snapshots.find(({ framework }) => framework.code === FRAMEWORK)!;
    expect((await ask({ snapshot: newId() })).problem).toMatchObject({
      code: 'record.not-found',
      details: { kind: 'league-snapshot' },
    });
    expect((await ask({ since: newId() })).problem?.code).toBe('record.not-found');
    expect((await ask({ snapshot: agencies.id }, 'dti-agency-2025')).problem?.code).toBe('record.not-found');
    expect((await ask({ since: agencies.id }, 'dti-commune-2026')).problem).toMatchObject({
      code: 'score-snapshot.different-frameworks',
      details: { before: FRAMEWORK, after: 'dti-commune-2026' },
    });
    expect((await leagueOf({}, 'dti-commune-2026')).snapshots).toEqual([]);
  });

  it('ask every role: a coordinator keeps, a viewer reads, nobody else does either', async () => {
    const body = input({ name: 'Ai được chốt' });
    const params = { framework: FRAMEWORK };
    expect((await api.as('viewer').call(takeLeagueSnapshot, { params, body })).problem?.code).toBe(
      'access.denied',
    );
    expect((await api.as(undefined).call(takeLeagueSnapshot, { params, body })).problem?.code).toBe(
      'session.required',
    );
    const kept = await api.as('coordinator').call(takeLeagueSnapshot, { params, body });
    expect(kept.status).toBe(200);
    const one = { params: { id: kept.body.id } };
    expect((await api.as('viewer').call(verifyLeagueSnapshot, one)).status).toBe(200);
    expect((await api.as('coordinator').call(verifyLeagueSnapshot, one)).status).toBe(200);
    expect((await api.as(undefined).call(verifyLeagueSnapshot, one)).problem?.code).toBe('session.required');
    expect(
      (await api.as('viewer').call(verifyLeagueSnapshot, { params: { id: newId() } })).problem?.code,
    ).toBe('record.not-found');
    const offered = (await api.as('coordinator').call(getLeague, { params })).body.actions;
    expect(offered).toContain('score-snapshot.write');
    expect((await leagueOf()).actions).not.toContain('score-snapshot.write');
  });
});
