import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#server/project-root.ts';
import { againstBudget, type BenchRow } from './row.ts';

const startOnce = (directory: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: directory,
      env: { ...process.env, PORT: '0', SENSO_DATA_DIR: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let seconds: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      if (seconds !== undefined || !chunk.toString().includes('serves on')) return;
      seconds = (performance.now() - from) / 1000;
      child.kill('SIGINT');
    });
    child.on('exit', (code) => {
      if (seconds === undefined) reject(new Error(`The start ended with ${String(code)}`));
      else resolve(seconds);
    });
  });

/** From a fresh clone of the last commit to a served page, packages and all; then once more. */
export const measureStarting = async (): Promise<readonly BenchRow[]> => {
  const parent = mkdtempSync(join(tmpdir(), 'senso-start-'));
  chmodSync(parent, 0o755);
  const clone = join(parent, 'senso');
  try {
    await promisify(execFile)('git', ['clone', '--quiet', projectRoot, clone]);
    return [
      againstBudget('npm start from a fresh clone to a served page', await startOnce(clone), 180, 's'),
      againstBudget('npm start once more', await startOnce(clone), 10, 's'),
    ];
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
};
