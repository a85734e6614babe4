import { parentPort, workerData } from 'node:worker_threads';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import type { Organization } from '#core/organization/organization.ts';
import type { GivenFile } from './file-reader.ts';
import { readPlanFile } from './read-plan-file.ts';

/** What the thread is started with. */
export interface ReadPlanOrder {
  readonly file: GivenFile;
  readonly organizations: readonly Organization[];
}

// Safe: only the reader of plans starts this thread, and with nothing else.
const { file, organizations } = workerData as ReadPlanOrder;
parentPort?.postMessage(await readPlanFile(file, buildAgencyDirectory(organizations)));
