import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { bundleWorkers, type BundledWorkers } from '#test/workers.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { listDocuments } from '#features/plan/contract.ts';
import { register } from './cli.ts';

interface Answer {
  readonly printed: unknown;
  readonly lines: readonly string[];
  readonly refused: Refusal | undefined;
  readonly exitCode: typeof process.exitCode;
}

let api: TestApi;
let workers: BundledWorkers;
let folder: string;
const exitCodeBefore = process.exitCode;
beforeAll(async () => {
  api = await startTestApi();
  workers = await bundleWorkers();
  folder = mkdtempSync(join(tmpdir(), 'senso-check-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  workers.remove();
  await api.close();
});

const MEASURE = 'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử';
const textOf = (plan: InventedPlan): string =>
  writeInventedPlan(plan).replace('Tỷ lệ ao sen có bản đồ số', MEASURE);

const save = (plan: InventedPlan): string => {
  const path = join(folder, `${plan.number ?? '99'}.md`);
  writeFileSync(path, textOf(plan));
  return path;
};

const run = async (...words: readonly string[]): Promise<Answer> => {
  let answer: Omit<Answer, 'exitCode'> = { printed: undefined, lines: [], refused: undefined };
  const program = new Command();
  register(
    program,
    {
      isJson: () => false,
      out: () => undefined,
      err: () => undefined,
      print: (printed, lines) => void (answer = { ...answer, printed, lines: lines() }),
      refuse: (refused) => void (answer = { ...answer, refused }),
      openDatabase: () => Promise.resolve(api.db),
      clock: api.clock,
    },
    { workerFile: workers.planWorker, hasRegisters: () => true },
  );
  await program.parseAsync(['node', 'senso', 'check-consistency', ...words]);
  const { exitCode } = process;
  process.exitCode = exitCodeBefore;
  return { ...answer, exitCode };
};

const SECOND: InventedPlan = { number: '702', subject: 'Sen số hai năm 2026', firstTarget: '≥ 85%' };

describe('senso check-consistency', () => {
  it('holds files against each other and says where both sides stand', async () => {
    const files = [save({ number: '701', firstTarget: '87%' }), save(SECOND)];
    const { printed, lines, exitCode } = await run('--alone', ...files);
    expect(printed).toMatchObject({
      findings: [
        {
          id: 'F-001',
          type: 'target-conflict',
          severity: 'high',
          scope: 'across-documents',
          documents: expect.arrayContaining(['701.md', '702.md']) as unknown,
          lines: { '701.md': [expect.any(Number)], '702.md': [expect.any(Number)] },
          evidence: [
            { quote: expect.stringContaining(MEASURE) as unknown },
            { quote: expect.stringContaining(MEASURE) as unknown },
          ],
          computed: null,
        },
      ],
    });
    expect(lines.slice(0, 2)).toEqual(['Số mâu thuẫn: 1', 'Contradictions: 1']);
    expect(lines.join('\n')).toMatch(/701\.md:\d+ {2}“.*87%/u);
    expect(exitCode).toBe(1);
    const alone = await run('--alone', files[0] ?? '');
    expect([alone.printed, alone.exitCode]).toEqual([{ findings: [] }, exitCodeBefore]);
  });

  it('holds a file against the registers and enters it nowhere; its registered copy is not its adversary', async () => {
    const content = Buffer.from(textOf({ number: '701', firstTarget: '87%' }));
    const coordinator = api.as('coordinator');
    const { body } = await coordinator.call(uploadPlan, { file: { name: '701.md', content } });
    await coordinator.call(acceptPlanImport, {
      params: { id: body.import.id },
      body: { excluded: [], replaced: [] },
    });
    const against = await run(save(SECOND));
    expect(against.printed).toMatchObject({
      findings: [
        { type: 'target-conflict', documents: expect.arrayContaining(['701/KH-UBND', '702.md']) as unknown },
      ],
    });
    expect((await run(save({ number: '701', firstTarget: '85%' }))).printed).toEqual({ findings: [] });
    expect((await run()).printed).toEqual({ findings: [] });
    expect((await api.as('viewer').call(listDocuments)).body.total).toBe(1);
  });

  it('checks nothing when one of the files can not be read', async () => {
    const { refused, printed } = await run(save(SECOND), join(folder, 'nothing.md'));
    expect([refused?.code, printed]).toEqual(['file.unreadable', undefined]);
  });
});
