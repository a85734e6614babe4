import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventedPlanFile, type InventedPlan } from '#test/invented-plan.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { listDocuments } from '#features/plan/contract.ts';
import { register } from './cli.ts';

interface Answer {
  readonly printed: unknown;
  readonly lines: readonly string[];
  readonly refused: Refusal | undefined;
}

let api: TestApi;
let folder: string;
beforeAll(async () => {
  api = await startTestApi();
  folder = mkdtempSync(join(tmpdir(), 'senso-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

const save = (plan: InventedPlan, name = `${plan.number ?? '99'}.md`): string => {
  const path = join(folder, name);
  writeFileSync(path, inventedPlanFile(plan).content);
  return path;
};

const run = async (...words: readonly string[]): Promise<Answer> => {
  let answer: Answer = { printed: undefined, lines: [], refused: undefined };
  const program = new Command();
  register(program, {
    isJson: () => false,
    out: () => undefined,
    err: () => undefined,
    print: (printed, lines) => void (answer = { ...answer, printed, lines: lines() }),
    refuse: (refused) => void (answer = { ...answer, refused }),
    openDatabase: () => Promise.resolve(api.db),
    clock: api.clock,
  });
  await program.parseAsync(['node', 'senso', ...words]);
  return answer;
};

describe('senso read-plan', () => {
  it('prints the whole reading, and for people the head and what was found', async () => {
    const { printed, lines } = await run('read-plan', save({}));
    expect(printed).toMatchObject({ document: { docNumber: '99/KH-UBND', file: '99.md' }, gaps: [] });
    expect(lines[0]).toContain('99/KH-UBND');
    expect(lines).toContain('    3  tasks');
  });

  it('refuses a file that is not there or not a plan', async () => {
    expect((await run('read-plan', join(folder, 'nothing.md'))).refused?.code).toBe('file.missing');
    const path = join(folder, 'letter.txt');
    writeFileSync(path, 'Kính gửi bạn, sen đã nở.');
    expect((await run('read-plan', path)).refused?.code).toBe('file.not-a-plan');
  });
});

describe('senso import-plan', () => {
  const total = async () => (await api.as('viewer').call(listDocuments)).body.total;

  it('makes a draft that waits for a person, and with --yes enters the registers, once', async () => {
    const path = save({ number: '801' });
    const draft = await run('import-plan', path);
    expect(draft.printed).toMatchObject({ import: { state: 'draft' }, repeated: false, counts: { new: 7 } });
    expect(await total()).toBe(0);

    const accepted = await run('import-plan', path, '--yes');
    expect(accepted.printed).toMatchObject({
      import: { state: 'accepted', outcome: { added: 7 } },
      repeated: true,
    });
    expect(await total()).toBe(1);

    const again = await run('import-plan', path, '--yes');
    expect(again.printed).toMatchObject({
      import: { state: 'accepted', outcome: { added: 7 } },
      repeated: true,
    });
    expect(await total()).toBe(1);
  });

  it('names the agencies that nobody knows', async () => {
    const { lines } = await run('import-plan', save({ number: '802' }));
    expect(lines.some((line) => line.includes('Viện Nghiên cứu Hoa sen'))).toBe(true);
  });
});
