import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { register } from './cli.ts';

const CODE = 'dti-province-2025';

let api: TestApi;
let folder: string;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  folder = mkdtempSync(join(tmpdir(), 'senso-framework-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

interface Answer {
  readonly printed: unknown;
  readonly lines: readonly string[];
  readonly refused: Refusal | undefined;
}

const run = async (...words: readonly string[]): Promise<Answer> => {
  let answer: Answer = { printed: undefined, lines: [], refused: undefined };
  const program = new Command();
  register(program, {
    isJson: () => false,
    out: () => undefined,
    err: () => undefined,
    print: (printed, lines) => void (answer = { ...answer, printed, lines: lines() }),
    refuse: (refused, lines = []) => void (answer = { ...answer, refused, lines }),
    openDatabase: () => Promise.resolve(api.db),
    clock: api.clock,
  });
  await program.parseAsync(['node', 'senso', 'framework', ...words]);
  return answer;
};

const exported = async (): Promise<Framework> => (await run('export', CODE)).printed as Framework;

const save = (name: string, framework: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(framework));
  return path;
};

it('exports a version to a file and takes it in again without storing it twice', async () => {
  const out = join(folder, 'bo.xlsx');
  expect((await run('export', CODE, '--out', out)).printed).toMatchObject({ version: 1, file: out });
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  expect((await run('import', out)).printed).toEqual({ code: CODE, version: 1, repeated: true });
});

it('checks a file without storing anything, and says where each problem is', async () => {
  const framework = await exported();
  const sound = await run('check', save('sound.json', framework));
  expect(sound.lines).toContainEqual(expect.stringContaining('3.4: Một phần của quy tắc chưa rõ'));
  const broken = await run(
    'check',
    save('broken.json', { ...framework, maximumPoints: '999', colour: 'red' }),
  );
  expect(broken.refused?.code).toBe('framework.invalid');
  expect(broken.lines.join('\n')).toContain('✗ colour: Không có trường “colour”.');
});

it('compares two versions with what that does to the scores', async () => {
  const framework = await exported();
  const title = { vi: 'Bản thảo', en: 'Draft' };
  const taken = await run('import', save('draft.json', { ...framework, title }));
  expect(taken.printed).toMatchObject({ version: 2, repeated: false });
  const { lines } = await run('diff', `${CODE}@1`, CODE);
  expect(lines).toContainEqual(expect.stringContaining('→ Bản thảo'));
  expect(lines).toContainEqual(expect.stringMatching(/^Tỉnh Đồng Tháp: .* \(0\.00\)$/));
});

it('refuses what is not there', async () => {
  expect((await run('export', 'nothing')).refused?.code).toBe('record.not-found');
  expect((await run('export', CODE, '--version', '9')).refused?.code).toBe('record.not-found');
  expect((await run('check', join(folder, 'none.json'))).refused?.code).toBe('file.unreadable');
  expect((await run('diff', CODE, 'nothing')).refused?.code).toBe('record.not-found');
});
