import { type FileReader, type FileReaderOptions, openFileReader } from './file-reader.ts';
import type { ReadPlanFile } from './read-plan-file.ts';
import type { ReadPlanOrder } from './read-plan-worker.ts';

/** Reads plan files beside the thread that answers requests. */
export type PlanReader = FileReader<ReadPlanOrder, ReadPlanFile>;

/** Opens a reader of plans. */
export const openPlanReader = (options: FileReaderOptions): PlanReader => openFileReader(options);

const TEN_MINUTES = 600_000;
const LARGEST_HEAP_MEGABYTES = 1536;

/** Opens a reader of plans that are read as jobs: it has more time and memory. */
export const openLargePlanReader = (options: FileReaderOptions): PlanReader =>
  openFileReader({
    limitMilliseconds: TEN_MINUTES,
    largestHeapMegabytes: LARGEST_HEAP_MEGABYTES,
    ...options,
  });
