// `npm test`: sets up what is missing, then checks everything. Ends with the line "N passed, N failed".
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { endWith, step } from './console.mjs';
import { prepare, root, run } from './prepare.mjs';

const outcome = { passed: 0, failed: 0, failures: [] };

const fail = (name, count = 1) => {
  outcome.failed += count;
  outcome.failures.push(name);
};

const node = (module, ...args) => run(process.execPath, [join(root, 'node_modules', module), ...args]);

/** Runs a check that counts as one test. */
const check = async (name, runCheck) => {
  try {
    await step(name, runCheck);
    outcome.passed += 1;
  } catch (error) {
    console.error(`✗ ${name}: ${error.message}`);
    fail(name);
  }
};

const countTests = (name, file) => {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  outcome.passed += numPassedTests;
  const failed = numFailedTests + brokenFiles.length + numPendingTests;
  if (failed > 0) fail(name, failed);
};

/** Runs projects of vitest; each of their tests counts. A skipped test counts as failed. */
const tests = async (name, ...projects) => {
  const report = join(root, 'test-results', `${name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const failedBefore = outcome.failed;
  const ended = await step(name, () =>
    node('vitest/vitest.mjs', 'run', ...chosen, ...reporters).then(
      () => true,
      () => false,
    ),
  );
  if (existsSync(report)) countTests(name, report);
  if (!ended && outcome.failed === failedBefore) fail(name);
};

try {
  await prepare([], { withDevelopment: true });
  const browser = await step('Finding a browser', ensureBrowser);
  console.log(`  ${browser}`);
} catch (error) {
  endWith(error);
}

const checkOthers = async () => {
  await check('Format', () => node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'));
  for (const part of ['core', 'node', 'web', 'e2e']) {
    await check(`Types of ${part}`, () => node('typescript/bin/tsc', '-p', `tsconfig.${part}.json`));
  }
  await check('Architecture', () =>
    node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', 'src', 'scripts', 'bench', 'test', 'e2e'],
    ),
  );
  await check('Unused code', () => node('knip/bin/knip.js'));
  await check('Table types', () =>
    run(process.execPath, ['scripts/generate-database-types.mjs', '--verify']),
  );
};

// Each part alone, for the linter keeps the types of all that it has seen: of the whole tree more than Node's own heap holds.
const LINTED = {
  core: ['src/core', 'src/contract'],
  server: ['src/server', 'src/features', '--ignore-pattern', 'src/features/*/web/**'],
  web: ['src/web', 'src/features/*/web/**/*.{ts,tsx}'],
  'all else': ['.', '--ignore-pattern', 'src/**'],
};
const lint = async () => {
  for (const [part, places] of Object.entries(LINTED)) {
    await check(`Lint of ${part}`, () => node('eslint/bin/eslint.js', ...places));
  }
};

// Lint takes as long as all other checks together, and one core.
await Promise.all([lint(), checkOthers()]);
await tests('Unit tests', 'unit', 'unit-west', 'component');
await tests('Tests on the database', 'http');
await check('Build', () => prepare(['server', 'web']));
await tests('Journeys in a browser', 'e2e');

for (const name of outcome.failures) console.log(`✗ ${name}`);
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exit(outcome.failed === 0 ? 0 : 1);
