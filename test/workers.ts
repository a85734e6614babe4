import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '#server/project-root.ts';

/** The built modules of the product's threads. */
export interface BundledWorkers {
  readonly planWorker: string;
  readonly frameworkWorker: string;
  readonly optimizeWorker: string;
  readonly auditWorker: string;
  readonly reportWorker: string;
  readonly remove: () => void;
}

/** Bundles the threads as the product does: a thread does not start from TypeScript on every Node. */
export const bundleWorkers = async (): Promise<BundledWorkers> => {
  // Beside the packages, so that those that are not bundled are found.
  const cache = join(projectRoot, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'workers-'));
  const entryPoints = {
    'read-plan-worker': 'src/server/read/read-plan-worker.ts',
    'read-framework-worker': 'src/server/read/read-framework-worker.ts',
    'optimize-worker': 'src/server/optimize/optimize-worker.ts',
    'audit-worker': 'src/server/audit/audit-worker.ts',
    'report-worker': 'src/server/report/report-worker.ts',
  };
  await build({
    ...{ absWorkingDir: projectRoot, entryPoints, outdir: directory, outExtension: { '.js': '.mjs' } },
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
  });
  return {
    planWorker: join(directory, 'read-plan-worker.mjs'),
    frameworkWorker: join(directory, 'read-framework-worker.mjs'),
    optimizeWorker: join(directory, 'optimize-worker.mjs'),
    auditWorker: join(directory, 'audit-worker.mjs'),
    reportWorker: join(directory, 'report-worker.mjs'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
};
