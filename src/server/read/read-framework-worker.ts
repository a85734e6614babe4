import { parentPort, workerData } from 'node:worker_threads';
import type { GivenFile } from './file-reader.ts';
import { readFrameworkFile } from './read-framework-file.ts';

/** What the thread is started with. */
export interface ReadFrameworkOrder {
  readonly file: GivenFile;
}

// Safe: only the reader of frameworks starts this thread, and with nothing else.
const { file } = workerData as ReadFrameworkOrder;
parentPort?.postMessage(readFrameworkFile(file));
