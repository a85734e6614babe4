import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    const tasks = lines.indexOf('Nhiệm vụ · Tasks: 3');
    expect(lines[tasks + 1]).toMatch(
      /^ +\d+ {2}Lập bản đồ số các ao sen.*Quý II\/2026.*Sở Khoa học và Công nghệ$/u,
    );
    expect(lines).toContain('Tồn tại · Gaps: 0');
  });

  it('prints for people every warning at the end, by line, in words and with its quote', async () => {
    const path = save({ number: '90', extraTasks: ['Vớt bèo'] });
    writeFileSync(path, readFileSync(path, 'utf8').replace('| Sở Tài chính |  | Báo cáo', '|  |  | Báo cáo'));
    const { lines } = await run('read-plan', path);
    const warnings = lines.findIndex((line) =>
      line.startsWith('Cảnh báo khi đọc · Warnings of the reader: '),
    );
    expect(Number(lines[warnings]?.split(': ')[1])).toBe(lines.length - warnings - 1);
    expect(lines.slice(warnings + 1).join('\n')).toMatch(
      /^ +\d+ {2}Nhiệm vụ chưa có cơ quan chủ trì · Task without a lead agency · “.*Vớt bèo/mu,
    );
    expect(lines.join('\n')).not.toMatch(/indicatorScores|row\.no-lead/u);
  });

  it('refuses a file that is not there or not a plan', async () => {
    expect((await run('read-plan', join(folder, 'nothing.md'))).refused?.code).toBe('file.unreadable');
    expect((await run('read-plan', folder)).refused).toMatchObject({
      code: 'file.unreadable',
      details: { path: folder, reason: 'folder' },
    });
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
    expect(draft.lines).toContain('    7  mới · new');
    expect((await run('import-plan', path)).lines.join('\n')).toContain('offered before and waits');
    expect(await total()).toBe(0);

    const accepted = await run('import-plan', path, '--yes');
    expect(accepted.printed).toMatchObject({
      import: { state: 'accepted', outcome: { added: 7 } },
      acceptedNow: true,
    });
    expect(accepted.lines).toContain('    7  đã thêm · added');
    expect(accepted.lines.at(-1)).toBe('Đã vào sổ · Registered');
    expect(accepted.lines.join('\n')).not.toMatch(/before|nothing/u);
    expect(await total()).toBe(1);

    const again = await run('import-plan', path, '--yes');
    expect(again.printed).toMatchObject({ import: { state: 'accepted' }, acceptedNow: false });
    expect(again.lines.at(-1)).toMatch(/^Registered before \([\d:]+ \d{4}-\d\d-\d\d\); nothing changed$/u);
    expect(again.lines.join('\n')).not.toContain('added');
    expect(await total()).toBe(1);
  });

  it('tells in words what differs from the registers, and how many warnings there are', async () => {
    await run('import-plan', save({ number: '803' }), '--yes');
    const { lines } = await run('import-plan', save({ number: '803', firstTarget: '85%' }, 'again.md'));
    expect(lines).toContain('    1  khác với sổ · differing from the registers');
    const differing = lines.indexOf('  Tỷ lệ ao sen có bản đồ số');
    expect(lines[differing + 1]).toBe('    Giá trị · Value: 80 → 85');
    expect(lines.some((line) => line.endsWith('Cảnh báo khi đọc · Warnings of the reader'))).toBe(true);
  });

  it('names the agencies that nobody knows', async () => {
    const { lines } = await run('import-plan', save({ number: '802' }));
    expect(lines.some((line) => line.includes('Viện Nghiên cứu Hoa sen'))).toBe(true);
  });
});
