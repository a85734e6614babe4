import type { Framework } from '#core/scoring/framework.ts';
import { type FileReader, type FileReaderOptions, openFileReader } from './file-reader.ts';
import type { ReadFrameworkOrder } from './read-framework-worker.ts';

/** Reads framework files beside the thread that answers requests. */
export type FrameworkReader = FileReader<ReadFrameworkOrder, Framework>;

/** Opens a reader of frameworks. */
export const openFrameworkReader = (options: FileReaderOptions): FrameworkReader => openFileReader(options);
