// Makes sure that a Chromium or Chrome is there for the tests in a browser. Never skips: finds, installs, or says what to do.
import { existsSync, readFileSync } from 'node:fs';
import { Obstacle } from './console.mjs';
import { run } from './prepare.mjs';

const WHAT_TO_DO =
  'The tests need Chromium or Chrome and none could be installed. Install one (Debian: "apt-get install chromium"), ' +
  'or set SENSO_BROWSER to the path of its program, and run "npm test" again.';

const isRoot = () => process.getuid?.() === 0;
const isDebian = () =>
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

const installFromDebian = async () => {
  console.log('  no browser found: installing Debian’s chromium');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
};

const downloadFromPlaywright = async () => {
  console.log('  no browser found: downloading Playwright’s Chromium');
  const libraries = isRoot() && process.platform === 'linux' ? ['--with-deps'] : [];
  await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', ...libraries, 'chromium']);
};

/** Answers the path of a browser's program, installing one when there is none. Throws an Obstacle that says what to do. */
export const ensureBrowser = async () => {
  const { findBrowser } = await import('../e2e/find-browser.mjs');
  const found = findBrowser();
  if (found) return found;
  await (isRoot() && isDebian() ? installFromDebian() : downloadFromPlaywright()).catch((error) => {
    throw new Obstacle(`${error.message}\n${WHAT_TO_DO}`);
  });
  const installed = findBrowser();
  if (!installed) throw new Obstacle(WHAT_TO_DO);
  return installed;
};
