import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { refuse } from '#core/kernel/refusal.ts';
import { projectRoot } from '#server/project-root.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getJob } from '#features/job/contract.ts';
import { cancelJob } from './cancel-job.ts';
import { enqueueJob, enqueueOnce } from './enqueue-job.ts';
import { jobKind, type JobWork } from './job-kind.ts';
import { removeOldJobs } from './job-store.ts';
import { repeatJob } from './repeat-job.ts';
import { openJobRunner, type JobRunner } from './job-runner.ts';

let api: TestApi;
const runners: JobRunner[] = [];
beforeAll(async () => {
  api = await startTestApi();
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.close()));
  await api.db.deleteFrom('job').execute();
});
afterAll(() => api.close());

type Run = (pond: number, work: JobWork) => ReturnType<Parameters<typeof jobKind>[0]['run']>;
const open = (run: Run): JobRunner => {
  const runner = openJobRunner({
    db: api.db,
    kinds: [
      jobKind({
        ...{ name: 'lotus.count', lane: 'short', payload: z.object({ pond: z.number() }) },
        run: ({ pond }, work) => run(pond, work),
      }),
    ],
    logger: pino({ level: 'silent' }),
    pace: { pollMilliseconds: 10, heartbeatMilliseconds: 20, leaseSeconds: 1 },
  });
  runners.push(runner);
  return runner;
};
const enqueue = (pond: number, more: { readonly mostAttempts?: number } = {}): Promise<string> =>
  api.db.transaction().execute((tx) =>
    enqueueJob(tx, {
      ...{ kind: 'lotus.count', key: `pond-${String(pond)}`, payload: { pond }, createdBy: null },
      input: { name: 'ao-sen.txt', content: Buffer.from(`ao ${String(pond)}`) },
      ...more,
    }),
  );
const find = (id: string) =>
  api.db.selectFrom('job').selectAll().where('job_id', '=', id).executeTakeFirstOrThrow();
const until = (id: string, state: string) =>
  vi.waitFor(
    async () => {
      const job = await find(id);
      expect(job.state).toBe(state);
      return job;
    },
    { timeout: 15_000, interval: 20 },
  );
const untilUnwanted = ({ unwanted }: JobWork): Promise<never> =>
  new Promise((_resolve, reject) => unwanted.addEventListener('abort', () => reject(new Error('unwanted'))));

describe('the queue of jobs', () => {
  it('has each job done by one of two runners, once, with its file, and forgets the file', async () => {
    const runs: number[] = [];
    const run: Run = async (pond, { input }) => {
      runs.push(pond);
      const file = await input();
      return { read: Buffer.from(file?.content ?? []).toString() };
    };
    const ids: string[] = [];
    for (let pond = 0; pond < 30; pond += 1) ids.push(await enqueue(pond));
    open(run);
    open(run);
    const done = await Promise.all(ids.map((id) => until(id, 'done')));
    expect(done.map(({ result }) => result)).toEqual(ids.map((_, pond) => ({ read: `ao ${String(pond)}` })));
    expect(runs.toSorted((a, b) => a - b)).toEqual(ids.map((_, pond) => pond));
    expect(await api.db.selectFrom('job_input').selectAll().execute()).toEqual([]);
  });

  it('is asked twice for the same and does it once', async () => {
    const first = await enqueue(1);
    expect(await enqueue(1)).toBe(first);
    const slot = { kind: 'lotus.count', key: 'slot', payload: { pond: 2 }, createdBy: null };
    expect([await enqueueOnce(api.db, slot), await enqueueOnce(api.db, slot)]).toEqual([true, false]);
  });

  it('hands the job of a killed server to another, which ends it once', async () => {
    const id = await enqueue(7);
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join('test', 'job-child.ts'), JSON.stringify(api.databaseAddress)],
      { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    await vi.waitFor(async () => expect(await find(id)).toMatchObject({ progress: 0.5, stage: 'counting' }));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const runs: number[] = [];
    const run: Run = async (pond) => {
      runs.push(pond);
      return { lotuses: 12 };
    };
    open(run);
    open(run);
    expect(await until(id, 'done')).toMatchObject({ attempts: 2, result: { lotuses: 12 } });
    expect(runs).toEqual([7]);
  });

  it('does not let a server write that was silent too long', async () => {
    const id = await enqueue(8);
    let runs = 0;
    open(async (_pond, { unwanted }) => {
      runs += 1;
      if (runs === 1)
        await new Promise<void>((resolve) => unwanted.addEventListener('abort', () => resolve()));
      return { lotuses: runs };
    });
    await until(id, 'running');
    const silent = { lease_id: id, leased_until: '2020-01-01T00:00:00Z' };
    await api.db.updateTable('job').set(silent).where('job_id', '=', id).execute();
    expect((await until(id, 'done')).result).toEqual({ lotuses: 2 });
  });

  it('tries again after a fault, later each time, and gives up after the last attempt', async () => {
    const id = await enqueue(3, { mostAttempts: 2 });
    open(() => Promise.reject(new TypeError('broken')));
    const waiting = await vi.waitFor(async () => {
      const job = await find(id);
      expect(job).toMatchObject({ state: 'waiting', attempts: 1, fault: 'TypeError' });
      return job;
    });
    expect(Date.parse(waiting.run_after)).toBeGreaterThan(Date.parse(waiting.started_at ?? '') + 4000);
    await api.db.updateTable('job').set({ run_after: waiting.created_at }).where('job_id', '=', id).execute();
    expect(await until(id, 'failed')).toMatchObject({ attempts: 2, fault: 'TypeError', refusal: null });
  });

  it('gives up what never came to an end in any attempt: it may be what ended the servers', async () => {
    const id = await enqueue(4, { mostAttempts: 1 });
    await api.db
      .updateTable('job')
      .set({ state: 'running', attempts: 1, lease_id: id, leased_until: '2020-01-01T00:00:00Z' })
      .where('job_id', '=', id)
      .execute();
    open(async () => ({}));
    expect(await until(id, 'failed')).toMatchObject({ fault: 'lost', lease_id: null });
  });

  it('keeps a refusal with its code and details', async () => {
    const id = await enqueue(5);
    open(async () => refuse('file.scan', { pages: 3 }));
    const { refusal } = await until(id, 'refused');
    expect(refusal).toEqual({ code: 'file.scan', details: { pages: 3 } });
  });

  it('cancels what waits at once, what runs within a moment, and nothing that is over', async () => {
    const cancel = (id: string) => api.db.transaction().execute((tx) => cancelJob(tx, id));
    const waiting = await enqueue(10);
    expect(await cancel(waiting)).toBe(true);
    expect((await find(waiting)).state).toBe('cancelled');
    const running = await enqueue(11);
    open((_pond, work) => untilUnwanted(work));
    await until(running, 'running');
    expect([await cancel(running), await cancel(running)]).toEqual([true, false]);
    await until(running, 'cancelled');
    expect(await cancel(running)).toBe(false);
  });

  it('gives back what is under way when the server stops, and does not count the attempt', async () => {
    const id = await enqueue(12);
    const runner = open((_pond, work) => untilUnwanted(work));
    await until(id, 'running');
    await runner.close();
    expect(await find(id)).toMatchObject({ state: 'waiting', attempts: 0, lease_id: null });
    open(async () => ({ lotuses: 3 }));
    await until(id, 'done');
  });

  it('does a job again that came to no good end, unless its file is gone or the same waits already', async () => {
    const repeat = (id: string) => api.db.transaction().execute((tx) => repeatJob(tx, id));
    const again = (id: string): Promise<string> =>
      api.db.transaction().execute((tx) =>
        enqueueJob(tx, {
          ...{ kind: 'lotus.count', key: 'again', payload: { pond: 7 }, createdBy: null },
          ...(id === '' ? {} : { input: { name: 'ao.txt', content: Buffer.from('ao') } }),
        }),
      );
    let isReady = false;
    open(() => Promise.resolve(isReady ? { counted: 7 } : refuse('record.not-found')));
    const id = await again('');
    await until(id, 'refused');
    isReady = true;
    expect(await repeat(id)).toBe(true);
    expect(await until(id, 'done')).toMatchObject({ attempts: 1, refusal: null, result: { counted: 7 } });
    expect(await repeat(id)).toBe(false);
    isReady = false;
    const withFile = await again('file');
    await until(withFile, 'refused');
    expect(await repeat(withFile)).toBe(false);
  });

  it('does a job that failed again with its file, for some days', async () => {
    const repeat = (id: string) => api.db.transaction().execute((tx) => repeatJob(tx, id));
    let isBroken = true;
    open(async (_pond, { input }) => {
      if (isBroken) throw new TypeError('broken');
      return { read: Buffer.from((await input())?.content ?? []).toString() };
    });
    const [first, second] = [await enqueue(20, { mostAttempts: 1 }), await enqueue(21, { mostAttempts: 1 })];
    await Promise.all([until(first, 'failed'), until(second, 'failed')]);
    const { body } = await api.as('administrator').call(getJob, { params: { id: first } });
    expect(body.isRepeatable).toBe(true);
    isBroken = false;
    expect(await repeat(first)).toBe(true);
    expect((await until(first, 'done')).result).toEqual({ read: 'ao 20' });
    const eightDaysAgo = new Date(Date.now() - 8 * 86_400_000).toISOString();
    await api.db.updateTable('job').set({ ended_at: eightDaysAgo }).where('job_id', '=', second).execute();
    await removeOldJobs(api.db, { job: 90, input: 7 });
    expect(await repeat(second)).toBe(false);
    const late = await api.as('administrator').call(getJob, { params: { id: second } });
    expect(late.body.isRepeatable).toBe(false);
  });
});
