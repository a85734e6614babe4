import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { findActorOn } from '#features/account/actor-today.ts';
import { grantRole, listAccounts } from '#features/account/administration-contract.ts';
import { cancelJob, getJob, listJobs } from '#features/job/contract.ts';
import type { UploadedFile } from '#server/http/handler.ts';
import { openJobRunner, type JobRunner } from '#server/jobs/job-runner.ts';
import { openLargePlanReader, type PlanReader } from '#server/read/plan-reader.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { readPlanJob } from './read-plan-job.ts';
import { inventedPlanFile } from '#test/invented-plan.ts';
import { pdfFile } from '#test/pdf-file.ts';
import { listPlanImports, readLargePlan, uploadPlan } from '#features/plan-import/contract.ts';

let api: TestApi;
let reader: PlanReader;
let runner: JobRunner | undefined;
beforeAll(async () => {
  api = await startTestApi();
  reader = openLargePlanReader({ workerFile: inject('planWorker') });
});
afterAll(async () => {
  await runner?.close();
  reader.close();
  await api.close();
});

const findAsker = (accountId: string) => findActorOn(api.db, accountId, api.clock.today());
const startRunner = (): void => {
  runner = openJobRunner({
    db: api.db,
    kinds: [readPlanJob({ db: api.db, clock: api.clock, findAsker, largePlanReader: reader })],
    logger: pino({ level: 'silent' }),
    pace: { pollMilliseconds: 20, heartbeatMilliseconds: 20, leaseSeconds: 20 },
  });
};
const coordinator = () => api.as('coordinator');
// Beyond what is read while somebody waits.
const largeFile = (number: string): UploadedFile => {
  const { name, content } = inventedPlanFile({ number });
  const more = 'Sen nở trong đầm của xã.\n'.repeat(18_000);
  return { name, content: Buffer.concat([content, Buffer.from(`\n${more}`)]) };
};
const start = async (file: UploadedFile): Promise<string> =>
  (await coordinator().call(readLargePlan, { file })).body.job.id;
const find = async (id: string) => (await coordinator().call(getJob, { params: { id } })).body;
const until = (id: string, state: string) =>
  vi.waitFor(async () => {
    const job = await find(id);
    expect(job.state).toBe(state);
    return job;
  }, 25_000);
const countImports = async () => (await coordinator().call(listPlanImports)).body.total;

describe('a plan file too large to be read while somebody waits', () => {
  it('is refused by name at once, read as a job with its stages, and offered once', async () => {
    const file = largeFile('1');
    const answered = await coordinator().call(uploadPlan, { file });
    expect(answered.problem?.code).toBe('file.too-large');
    const id = await start(file);
    expect(await find(id)).toMatchObject({ state: 'waiting', fileName: file.name, progress: 0 });
    expect(await start(file)).toBe(id);
    startRunner();
    const stages = new Set<string | null>();
    const job = await vi.waitFor(
      async () => {
        const found = await find(id);
        stages.add(found.stage);
        expect(found.state).toBe('done');
        return found;
      },
      { timeout: 25_000, interval: 10 },
    );
    expect(stages).toContain('statements');
    expect(job).toMatchObject({ progress: 1, result: { repeated: false } });
    expect(await countImports()).toBe(1);
    const again = await until(await start(file), 'done');
    expect(again.result).toEqual({ importId: job.result?.importId, repeated: true });
    expect(await countImports()).toBe(1);
  });

  it('is one of twenty that a person has waiting at most; who sends one more is told which', async () => {
    await runner?.close();
    await api.db.deleteFrom('job').execute();
    const files = Array.from({ length: 21 }, (_, number) => ({
      name: `ke-hoach-${String(number)}.txt`,
      content: Buffer.from(`Kế hoạch số ${String(number)}`),
    }));
    const send = async (file: UploadedFile) => (await coordinator().call(readLargePlan, { file })).problem;
    for (const file of files.slice(0, 20)) expect(await send(file)).toBeUndefined();
    const refused = await send(files[20] as UploadedFile);
    expect(refused).toMatchObject({ code: 'job.too-many-open', details: { open: 20, most: 20 } });
    const jobs = refused?.details.jobs as readonly { name: string; state: string }[];
    expect(jobs.map(({ name }) => name)).toEqual(files.slice(0, 20).map(({ name }) => name));
    // The same file again is the job that is there.
    expect(await send(files[0] as UploadedFile)).toBeUndefined();
    await api.db.deleteFrom('job').execute();
    startRunner();
  });

  it('can be stopped while it is read, and leaves nothing behind', async () => {
    const id = await start(largeFile('2'));
    await until(id, 'running');
    const answer = await coordinator().call(cancelJob, { params: { id } });
    expect(answer.body).toMatchObject({ isCancelled: true });
    // Whoever sends the file again wants it read: that joins nothing that is about to end.
    const again = await start(largeFile('2'));
    expect(again).not.toBe(id);
    await coordinator().call(cancelJob, { params: { id: again } });
    expect(await until(id, 'cancelled')).toMatchObject({ result: null, refusal: null });
    expect(await countImports()).toBe(1);
  });

  it('keeps the name of what is wrong with it', async () => {
    const id = await start({ name: 'quet.pdf', content: pdfFile([{ texts: [] }]) });
    expect((await until(id, 'refused')).refusal).toMatchObject({ code: 'file.scan' });
  });

  it('is the business of whoever sent it and of those who run the system', async () => {
    const id = await start(largeFile('3'));
    const others = await api.as('viewer').call(getJob, { params: { id } });
    const stopped = await api.as('leader').call(cancelJob, { params: { id } });
    expect([others, stopped].map(({ problem }) => problem?.code)).toEqual([
      'record.not-found',
      'record.not-found',
    ]);
    const administrator = api.as('administrator');
    const accounts = (await administrator.call(listAccounts)).body.items;
    const second = accounts.find(({ username }) => username === 'lanh-dao')?.id ?? '';
    const held = { role: 'coordinator' as const, organizationCode: null, validTo: null };
    const body = { ...held, validFrom: api.clock.today(), writeId: newId() };
    await administrator.call(grantRole, { params: { id: second }, body });
    const started = await api.as('leader').call(readLargePlan, { file: largeFile('3') });
    const params = { id: started.body.job.id };
    expect((await api.as('leader').call(cancelJob, { params })).status).toBe(200);
    await administrator.call(cancelJob, { params: { id } });
    await until(id, 'cancelled');
    const { items, total } = (await api.as('administrator').call(listJobs)).body;
    expect([items[1]?.id, items.length]).toEqual([id, total]);
  });
});
