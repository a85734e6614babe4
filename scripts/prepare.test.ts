import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const RUNS_WITH = { 'node_modules/runs-with': { version: '1.0.0' } };
const MADE_WITH = { 'node_modules/made-with': { version: '1.0.0', dev: true } };
const ADDED = { 'node_modules/added': { version: '1.0.0' } };

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'senso-clone-'));
  for (const script of ['prepare.mjs', 'console.mjs']) {
    cpSync(join(import.meta.dirname, script), join(clone, 'scripts', script));
  }
  // Stands in for npm and notes what it is asked.
  write('npm.js', "require('node:fs').writeFileSync('asked', process.argv.slice(2).join(' '));");
});
afterEach(() => {
  rmSync(clone, { recursive: true });
});

const write = (name: string, content: string): void => {
  mkdirSync(dirname(join(clone, name)), { recursive: true });
  writeFileSync(join(clone, name), content);
};

/** Prepares a clone with packages installed and locked, and answers what npm was asked. */
const prepare = (installed: object | undefined, locked: object): string => {
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...locked } }));
  if (installed) write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "const { prepare } = await import('./scripts/prepare.mjs'); await prepare([]);",
    ],
    { cwd: clone, env: { ...process.env, npm_execpath: join(clone, 'npm.js') }, stdio: 'ignore' },
  );
  const asked = join(clone, 'asked');
  return existsSync(asked) ? readFileSync(asked, 'utf8') : '';
};

it('installs what the product runs with, and no more, in a fresh clone', () => {
  expect(prepare(undefined, { ...RUNS_WITH, ...MADE_WITH })).toContain('ci --omit=dev');
});

it('keeps the tools of a developer when a package is missing', () => {
  const installed = { ...RUNS_WITH, ...MADE_WITH };
  expect(prepare(installed, { ...installed, ...ADDED })).toContain('ci --include=dev');
});

it('installs nothing when everything is there', () => {
  expect(prepare(RUNS_WITH, { ...RUNS_WITH, ...MADE_WITH })).toBe('');
});
