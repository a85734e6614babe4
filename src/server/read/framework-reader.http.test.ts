import { afterAll, describe, expect, inject, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { isRefusal } from '#core/kernel/refusal.ts';
import { buildWorkbook } from '#core/scoring/definition/build-workbook.ts';
import { vietnameseFields } from '#core/scoring/definition/wording/vi.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { importFramework } from '#features/framework/contract.ts';
import { getHealth } from '#features/system/contract.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { startTestApi } from '#test/api.ts';
import { openFrameworkReader } from './framework-reader.ts';

const api = await startTestApi();
afterAll(() => api.close());

const nobodyCancels = new AbortController().signal;
const workerFile = inject('frameworkWorker');
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'read');

const sheets = buildWorkbook(framework2025 as unknown as Framework, vietnameseFields);
const workbook = { name: 'bo-chi-so.xlsx', content: writeXlsx(sheets) };

/** A workbook in which the notes of the framework go on for thousands of rows. */
const long = {
  name: 'dai.xlsx',
  content: writeXlsx(
    sheets.map((sheet) => {
      const last = sheet.rows.at(-1);
      return sheet.name === 'Ghi chú' && last
        ? { ...sheet, rows: [...sheet.rows, ...Array.from({ length: 40_000 }, () => last)] }
        : sheet;
    }),
  ),
};

describe('a workbook of a framework', () => {
  it('is read beside the thread that answers', async () => {
    const viewer = api.as('viewer');
    await viewer.call(getHealth);
    const uploading = { settled: false };
    const began = performance.now();
    const uploaded = api
      .as('coordinator')
      .call(importFramework, { file: long })
      .finally(() => (uploading.settled = true));
    let longest = 0;
    while (!uploading.settled) {
      const asked = performance.now();
      expect((await viewer.call(getHealth)).status).toBe(200);
      longest = Math.max(longest, performance.now() - asked);
    }
    expect((await uploaded).problem?.code).toBe('framework.invalid');
    expect(longest).toBeLessThan((performance.now() - began) / 3);
  });

  it('is refused when it goes over the limit, and the next is read', async () => {
    const reader = openFrameworkReader({ workerFile, limitMilliseconds: 50 });
    expect(codeOf(await reader.read({ file: long }, nobodyCancels))).toBe('file.too-complex');
    const patient = openFrameworkReader({ workerFile });
    expect(codeOf(await patient.read({ file: workbook }, nobodyCancels))).toBe('read');
  });
});
