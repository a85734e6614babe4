import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inventedPlanFile } from '#test/invented-plan.ts';

const START_AND_READ = 30_000;

test(
  'a reader that has seen enough ends a command without a word of complaint',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'senso-pipe-'));
    const file = join(folder, 'long.md');
    const extraTasks = Array.from({ length: 400 }, (_, index) => `Trồng ao sen thứ ${String(index)}`);
    writeFileSync(file, inventedPlanFile({ extraTasks }).content);
    const command = ['--import', 'tsx', 'src/server/cli/main.ts', 'read-plan', file, '--json'];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number | null];
    rmSync(folder, { recursive: true });
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  },
  START_AND_READ,
);
