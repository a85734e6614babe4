import { parentPort, workerData } from 'node:worker_threads';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import type { Organization } from '#core/organization/organization.ts';
import type { GivenFile } from './file-reader.ts';
import { readPlanFile } from './read-plan-file.ts';
import { LIMITS_OF_A_JOB, type TellReading } from './reading-limits.ts';

/** What the thread is started with. */
export interface ReadPlanOrder {
  /** As much as a job may read; otherwise what an answer may. */
  readonly asJob?: boolean;
  readonly file: GivenFile;
  readonly organizations: readonly Organization[];
}

// Safe: only the reader of plans starts this thread, and with nothing else.
const { file, organizations, asJob } = workerData as ReadPlanOrder;
const tell: TellReading = (share, stage) => parentPort?.postMessage({ share, stage });
const agencies = buildAgencyDirectory(organizations);
parentPort?.postMessage(await readPlanFile(file, agencies, asJob ? { limits: LIMITS_OF_A_JOB, tell } : {}));
