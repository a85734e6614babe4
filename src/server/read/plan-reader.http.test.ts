import { afterAll, describe, expect, inject, it } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { startTestApi } from '#test/api.ts';
import { inventedPlanFile } from '#test/invented-plan.ts';
import { uploadPlan } from '#features/plan-import/contract.ts';
import { getHealth } from '#features/system/contract.ts';
import { referenceOrganizations as organizations } from '#server/reference/organizations.ts';
import { openPlanReader } from './plan-reader.ts';

const api = await startTestApi();
afterAll(() => api.close());

const nobodyCancels = new AbortController().signal;
const workerFile = inject('planWorker');
const short = inventedPlanFile({ number: '1' });
const long = inventedPlanFile({
  number: '2',
  extraTasks: Array.from({ length: 4000 }, (_, index) => `Trồng sen trong ao số ${String(index)} của huyện`),
});
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'read');

describe('a plan that takes long to read', () => {
  it('leaves the server free to answer others', async () => {
    const viewer = api.as('viewer');
    await viewer.call(getHealth);
    const uploading = { settled: false };
    const began = performance.now();
    const uploaded = api
      .as('coordinator')
      .call(uploadPlan, { file: long })
      .finally(() => (uploading.settled = true));
    let longest = 0;
    while (!uploading.settled) {
      const asked = performance.now();
      expect((await viewer.call(getHealth)).status).toBe(200);
      longest = Math.max(longest, performance.now() - asked);
    }
    expect((await uploaded).status).toBe(200);
    const whole = performance.now() - began;
    expect(longest).toBeLessThan(whole / 3);
  });

  it('is refused when it goes over the limit, and the next is read', async () => {
    const reader = openPlanReader({ workerFile, limitMilliseconds: 100 });
    expect(codeOf(await reader.read({ file: long, organizations }, nobodyCancels))).toBe('file.too-complex');
    const patient = openPlanReader({ workerFile });
    expect(codeOf(await patient.read({ file: short, organizations }, nobodyCancels))).toBe('read');
  });

  it('is dropped when nobody waits for it any more, in its turn and before', async () => {
    const reader = openPlanReader({ workerFile });
    const gone = new AbortController();
    const answers = [long, long].map((file) => reader.read({ file, organizations }, gone.signal));
    const next = reader.read({ file: short, organizations }, nobodyCancels);
    gone.abort();
    expect((await Promise.all(answers)).map(codeOf)).toEqual(['request.cancelled', 'request.cancelled']);
    expect(codeOf(await next)).toBe('read');
  });

  it('does not pile up: beyond a few, more are refused, and closing ends them all', async () => {
    const reader = openPlanReader({ workerFile, longestQueue: 2 });
    const answers = [1, 2, 3].map(() => reader.read({ file: long, organizations }, nobodyCancels));
    expect(codeOf(await answers[2])).toBe('request.too-many');
    reader.close();
    expect((await Promise.all(answers.slice(0, 2))).map(codeOf)).toEqual([
      'request.cancelled',
      'request.cancelled',
    ]);
  });

  it('that breaks the thread is a fault that reaches the caller, and only him', async () => {
    const reader = openPlanReader({ workerFile: '/nowhere/read-plan-worker.js' });
    await expect(reader.read({ file: short, organizations }, nobodyCancels)).rejects.toThrow();
  });
});
