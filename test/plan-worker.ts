import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '#server/project-root.ts';

/** Bundles the thread that reads plans as the product does: a thread does not start from TypeScript on every Node. */
export const bundlePlanWorker = async (): Promise<{ readonly file: string; readonly remove: () => void }> => {
  // Beside the packages, so that those that are not bundled are found.
  const cache = join(projectRoot, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'plan-worker-'));
  const file = join(directory, 'read-plan-worker.mjs');
  await build({
    ...{ absWorkingDir: projectRoot, entryPoints: ['src/server/read/read-plan-worker.ts'], outfile: file },
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
  });
  return { file, remove: () => rmSync(directory, { recursive: true, force: true }) };
};
