import { type FileReader, type FileReaderOptions, openFileReader } from './file-reader.ts';
import type { ReadPlanFile } from './read-plan-file.ts';
import type { ReadPlanOrder } from './read-plan-worker.ts';

/** Reads plan files beside the thread that answers requests. */
export type PlanReader = FileReader<ReadPlanOrder, ReadPlanFile>;

/** Opens a reader of plans. */
export const openPlanReader = (options: FileReaderOptions): PlanReader => openFileReader(options);
