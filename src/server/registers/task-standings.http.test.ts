import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { enterCalendarDay } from '#features/calendar/contract.ts';
import { deriveStandingsJob } from '#features/execution/derive-standings-job.ts';
import { listJobs } from '#features/job/contract.ts';
import { openAsApplication, type OpenDatabase } from '#server/db/connect.ts';
import type { Db } from '#server/db/database.ts';
import { withStatementCount } from '#server/db/statement-count.ts';
import { openJobRunner } from '#server/jobs/job-runner.ts';
import { projectRoot } from '#server/project-root.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventTask } from '#test/invented-task.ts';
import { tendStandings } from './ask-for-standings.ts';
import { refreshTaskStandings } from './task-standings.ts';

let api: TestApi;
let other: OpenDatabase;
let taskIds: readonly string[];
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  other = openAsApplication({ ...api.databaseAddress, max: 2 });
  const due = { kind: 'day', raw: '31/12/2026', end: '2026-12-31' };
  const tasks = [
    await inventTask(api, { due, lead: ['UBND_XA'], coordinating: ['SBN', 'STP'] }),
    await inventTask(api, {
      due: { kind: 'recurring', raw: 'hằng quý' },
      lead: ['STP'],
      coordinating: ['SNV'],
    }),
    await inventTask(api, {
      due: { kind: 'range', raw: '2026 - 2027', start: '2026-01-01', end: '2027-12-31' },
      lead: ['SNV', 'STP'],
    }),
  ];
  taskIds = tasks.map(({ id }) => id);
});
afterAll(async () => {
  await other.close();
  await api.close();
});
beforeEach(async () => {
  await api.db.deleteFrom('job').execute();
  await refresh();
});

const today = () => api.clock.today();
const refresh = (db: Db = api.db) => refreshTaskStandings(db, today());
const isStale = async (): Promise<boolean> => {
  const { rows } = await sql<{ isStale: boolean }>`
    select exists (select from stale_task) or not exists (select from standing_basis) as "isStale"`.execute(
    api.db,
  );
  return rows[0]?.isStale ?? true;
};
const listStandings = async () => ({
  wholes: await api.db.selectFrom('task_standing').selectAll().orderBy('task_id').execute(),
  parts: await api.db
    .selectFrom('part_standing')
    .selectAll()
    .orderBy('task_id')
    .orderBy('organization_code')
    .execute(),
});
const forgetAll = async (): Promise<void> => {
  await sql`delete from task_standing`.execute(api.db);
  await sql`delete from part_standing`.execute(api.db);
  await sql`delete from standing_basis`.execute(api.db);
};
const outdateAll = () => sql`delete from standing_basis`.execute(api.db);
const enterDay = (day: string, kind: 'day-off' | 'withdrawn') =>
  api.as('administrator').call(enterCalendarDay, {
    params: { day },
    body: { writeId: newId(), kind, reason: 'Thông báo 12/TB-BNV' },
  });
/** As another server writes it: nobody tells this one. */
const enterDayElsewhere = (day: string, kind: 'day-off' | 'withdrawn') =>
  sql`insert into calendar_entry (calendar_entry_id, day, kind, reason, recorded_at, recorded_by)
    select ${newId()}, ${day}, ${kind}, 'Thông báo', now(), account_id from account limit 1`.execute(
    other.db,
  );

const addManyTasks = (count: number) =>
  sql`
    insert into document_item (id, document_id, kind, item_key, position, name, continuation, due_kind, due_raw, due_end,
      due_before, search_key)
    select gen_random_uuid(), document_id, 'task', 'many ' || place, 10 + place, name, '[]', 'day', 'ngày',
      date '2026-06-01' + place % 365, false, '' from document_item cross join generate_series(1, ${count}) as place
    where id = ${taskIds[0]}::uuid`.execute(api.db);

type Deed = (place: number) => Promise<unknown>;
const DEEDS: Readonly<Record<string, Deed>> = {
  report: (place) =>
    sql`insert into task_event (event_id, task_id, organization_code, version, kind, period, percent, at, by, write_id)
      select ${newId()}, ${taskIds[place % taskIds.length]}, code, coalesce((select max(version) from task_event
          where task_id = ${taskIds[place % taskIds.length]}::uuid and organization_code = code), 0) + 1,
        'report', '', ${place % 101}, now(), (select account_id from account limit 1), ${newId()}
      from (select unnest(array['STP', 'SNV']) as code) as one where code = ${place % 2 === 0 ? 'STP' : 'SNV'}`.execute(
      api.db,
    ),
  name: (place) =>
    api.db
      .updateTable('item_agency')
      .set({ organization_code: place % 2 === 0 ? 'SBN' : 'UBND_XA' })
      .where('item_id', '=', taskIds[place % taskIds.length] ?? '')
      .where('position', '=', 1)
      .execute(),
  move: (place) =>
    api.db
      .updateTable('document_item')
      .set({ due_end: `2026-1${String(place % 3)}-2${String(place % 10)}` })
      .where('id', '=', taskIds[place % taskIds.length] ?? '')
      .where('due_kind', '=', 'day')
      .execute(),
  end: (place) =>
    api.db
      .updateTable('document_item')
      .set((set) => ({
        ended_by: place % 2 === 0 ? set.ref('document_id') : null,
        ended_on: place % 2 === 0 ? '2026-11-20' : null,
      }))
      .where('id', '=', taskIds[2] ?? '')
      .execute(),
  holiday: (place) => enterDayElsewhere('2026-12-31', place % 2 === 0 ? 'day-off' : 'withdrawn'),
  organization: (place) =>
    api.db
      .updateTable('organization')
      .set({ valid_to: place % 2 === 0 ? '2026-10-31' : null })
      .where('code', '=', 'SNV')
      .execute(),
  derive: () => refresh(),
};

describe('standings of tasks', () => {
  it('are what a fresh derivation gives, whatever was done and derived before', async () => {
    const deed = fc.tuple(fc.constantFrom(...Object.keys(DEEDS)), fc.nat(200));
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 10 }), async (deeds) => {
        for (const [name, place] of deeds) await DEEDS[name]?.(place);
        await refresh();
        const kept = await listStandings();
        expect(kept.parts.length).toBeGreaterThan(100);
        await forgetAll();
        await refresh();
        expect(kept).toEqual(await listStandings());
      }),
      { numRuns: 12 },
    );
  });

  it('are not written again where they follow as before', async () => {
    const writes = async () => {
      const { rows } = await sql<{ places: string }>`
        select (select string_agg(ctid::text, ' ' order by task_id, organization_code) from part_standing)
          || (select string_agg(ctid::text, ' ' order by task_id) from task_standing) as places`.execute(
        api.db,
      );
      return rows[0]?.places;
    };
    const before = await writes();
    await outdateAll();
    await refresh();
    expect(await isStale()).toBe(false);
    expect(await writes()).toBe(before);
  });

  it('are told by a holiday that another server was told of a moment ago', async () => {
    const lateAfter = async () =>
      (await listStandings()).wholes.find((row) => row.task_id === taskIds[0])?.late_after;
    await api.db
      .updateTable('document_item')
      .set({ due_end: '2026-11-25' })
      .where('id', '=', taskIds[0] ?? '')
      .execute();
    await refresh();
    expect(await lateAfter()).toBe('2026-11-25');
    await enterDayElsewhere('2026-11-25', 'day-off');
    await refresh();
    expect(await lateAfter()).toBe('2026-11-26');
    await enterDayElsewhere('2026-11-25', 'withdrawn');
    await refresh();
    expect(await lateAfter()).toBe('2026-11-25');
  });

  it('let those who wait for another server’s derivation wait cheaply, and show nothing old', async () => {
    await outdateAll();
    let isReleased = false;
    const held = other.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('task-standing'))`.execute(tx);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      isReleased = true;
    });
    const { statements } = await withStatementCount(() =>
      Promise.all(
        Array.from({ length: 30 }, async () => {
          await refresh();
          expect(isReleased).toBe(true);
        }),
      ),
    );
    await held;
    expect(await isStale()).toBe(false);
    // Two of each who waits, and few of the one who looks for all.
    expect(statements).toBeLessThan(100);
  });

  it('lose no mark with a server that is killed while it derives', async () => {
    const kept = await listStandings();
    await forgetAll();
    const child = await api.db.transaction().execute(async (tx) => {
      await sql`lock table part_standing in share mode`.execute(tx);
      const arguments_ = [join('test', 'derivation-child.ts'), JSON.stringify(api.databaseAddress), today()];
      const killed = spawn(process.execPath, ['--import', 'tsx', ...arguments_], {
        ...{ cwd: projectRoot, stdio: 'inherit' },
      });
      await vi.waitFor(
        async () => {
          const { rows } =
            await sql`select from pg_locks where not granted and relation = 'part_standing'::regclass`.execute(
              other.db,
            );
          expect(rows).toHaveLength(1);
        },
        { timeout: 15_000, interval: 20 },
      );
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      return killed;
    });
    expect(child.signalCode).toBe('SIGKILL');
    await refresh();
    expect(await listStandings()).toEqual(kept);
  });

  it('are derived by two servers at once in several steps, and both wait until all is done', async () => {
    await addManyTasks(2500);
    await refresh();
    const kept = await listStandings();
    expect(kept.wholes.length).toBeGreaterThan(2500);
    await forgetAll();
    const seen = [api.db, other.db, api.db, other.db].map(async (db) => {
      await refresh(db);
      return listStandings();
    });
    for (const one of await Promise.all(seen)) expect(one).toEqual(kept);
  });
});

describe('the job that derives standings', () => {
  const listKinds = async () =>
    (await api.as('administrator').call(listJobs)).body.items.map(({ kind, state }) => `${kind} ${state}`);

  it('is asked for once by whoever enters days off, and leaves nothing to wait for', async () => {
    await enterDay('2027-03-01', 'day-off');
    await enterDay('2027-03-01', 'day-off');
    await enterDay('2027-03-02', 'day-off');
    expect(await listKinds()).toEqual(['standing.derive waiting']);
    const runner = openJobRunner({
      ...{ db: api.db, kinds: [deriveStandingsJob(api)], logger: pino({ level: 'silent' }) },
      pace: { pollMilliseconds: 10, heartbeatMilliseconds: 20, leaseSeconds: 5 },
    });
    await vi.waitFor(async () => expect(await listKinds()).toEqual(['standing.derive done']), {
      timeout: 10_000,
    });
    await runner.close();
    expect(await isStale()).toBe(false);
    const { statements } = await withStatementCount(() => refresh());
    expect(statements).toBe(1);
  });

  it('is asked for by the clock where all are old, and not for what a reader derives in a moment', async () => {
    await DEEDS.report?.(7);
    await tendStandings(api.db, today());
    expect(await listKinds()).toEqual([]);
    await outdateAll();
    await tendStandings(api.db, today());
    await tendStandings(other.db, today());
    expect(await listKinds()).toEqual(['standing.derive waiting']);
  });
});
