// Makes a clone ready to run: the right Node, packages installed, web and server built. Needs nothing but Node and npm.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Obstacle, step } from './console.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
const BUILD_SOURCES = [
  'src',
  'data',
  'scripts/build.mjs',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Address of a module of the built server. */
export const builtModule = (name) => pathToFileURL(join(root, 'dist', 'server', name)).href;

const inRoot = (...parts) => join(root, ...parts);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Obstacle(`Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
};

/** Runs a program with our output; rejects with an Obstacle when it fails. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => reject(new Obstacle(`${command} can't be run: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Obstacle(`"${[command, ...args].join(' ')}" ended with ${code ?? signal}`));
    });
  });

/** Runs npm, the very one that started us when there is one. */
export const runNpm = (args, options) => {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
};

// When npm is done it leaves a list of what it has installed: beside the lock file it tells whether anything is missing.
const findInstalled = () => {
  const list = inRoot('node_modules', '.package-lock.json');
  return existsSync(list) ? readJson(list).packages : undefined;
};

const isInstalled = (withDevelopment) => {
  const installed = findInstalled();
  if (!installed) return false;
  const locked = readJson(inRoot('package-lock.json')).packages;
  const isAsLocked = Object.entries(installed).every(
    ([path, { version }]) => locked[path]?.version === version,
  );
  const isWanted = ([path, { dev, optional, devOptional }]) =>
    path !== '' && !optional && !devOptional && (withDevelopment || !dev);
  const isWhole = Object.entries(locked)
    .filter(isWanted)
    .every(([path]) => installed[path]);
  return isAsLocked && isWhole;
};

// Somebody who develops here starts the product too, and must not lose the tools of development by it.
const hasDevelopment = () => Object.values(findInstalled() ?? {}).some(({ dev }) => dev);

/** Installs the packages of the lock file when they are not there: all, or only those that the product runs with. */
const ensureInstalled = async (withDevelopment, write, stdio) => {
  if (isInstalled(withDevelopment)) return;
  const scope = withDevelopment || hasDevelopment() ? '--include=dev' : '--omit=dev';
  const install = () => runNpm(['ci', scope, '--no-audit', '--no-fund'], { stdio });
  await step('Installing packages', install, write);
};

const listFiles = (path) => {
  const entries = readdirSync(inRoot(path), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const child = `${path}/${entry.name}`;
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? listFiles(child) : [child];
  });
};

const isTest = (file) => /\.test\.tsx?$/.test(file);

const hashSources = () => {
  const files = BUILD_SOURCES.flatMap((path) => (path.includes('.') ? [path] : listFiles(path)));
  const hash = createHash('sha256');
  for (const file of files.filter((name) => !isTest(name)).sort())
    hash.update(file).update(readFileSync(inRoot(file)));
  return hash.digest('hex');
};

const ensureBuilt = async (part, write, stdio) => {
  const stamp = inRoot('dist', `${part}.stamp`);
  const sources = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  mkdirSync(inRoot('dist'), { recursive: true });
  rmSync(stamp, { force: true });
  // CI keeps the bundler from drawing over the terminal.
  const options = { stdio, env: { ...process.env, CI: 'true' } };
  await step(
    `Building the ${part}`,
    () => run(process.execPath, ['scripts/build.mjs', part], options),
    write,
  );
  writeFileSync(stamp, sources);
};

/**
 * Does what is missing of: checking Node, installing, building the named parts (`server`, `web`).
 * Quiet leaves standard output to a result; development adds what tests and benchmarks need.
 */
export const prepare = async (parts, { isQuiet = false, withDevelopment = false } = {}) => {
  const stream = isQuiet ? process.stderr : process.stdout;
  const write = (line) => stream.write(`${line}\n`);
  // The children write to our standard error when standard output belongs to a result.
  const stdio = isQuiet ? ['ignore', 2, 2] : 'inherit';
  checkNode();
  await ensureInstalled(withDevelopment, write, stdio);
  for (const part of parts) await ensureBuilt(part, write, stdio);
};
