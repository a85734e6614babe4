import { Worker } from 'node:worker_threads';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';

/** A file as it was sent in. */
export interface GivenFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What a thread is started with: a file, and what is needed to understand it. */
interface ReadOrder {
  readonly file: GivenFile;
}

/** How far a reading is: a share from 0 to 1, and the code of what is being done. */
export interface ReadingProgress {
  readonly share: number;
  readonly stage: string;
}

/** Reads files of one kind beside the thread that answers requests, one at a time. */
export interface FileReader<Order extends ReadOrder, Reading> {
  /**
   * Reads a file when its turn has come. Refused with `file.too-complex` when it takes longer than the limit or more
   * memory, with `request.cancelled` once the signal says that nobody waits for it, with `request.too-many` when the queue is full.
   */
  readonly read: (
    order: Order,
    cancelled: AbortSignal,
    tell?: (progress: ReadingProgress) => void,
  ) => Promise<Reading | Refusal>;
  /** Ends what is being read and what waits. */
  readonly close: () => void;
}

export interface FileReaderOptions {
  /** The built module of the thread: it reads the order from `workerData`, may post how far it is, and posts one reading. */
  readonly workerFile: string;
  readonly limitMilliseconds?: number;
  readonly largestHeapMegabytes?: number;
  readonly longestQueue?: number;
}

const LIMIT_MILLISECONDS = 20_000;
const LONGEST_QUEUE = 8;
const LARGEST_HEAP_MEGABYTES = 512;

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

type Limits = Required<Pick<FileReaderOptions, 'workerFile' | 'limitMilliseconds' | 'largestHeapMegabytes'>>;

const isProgress = (message: object): message is ReadingProgress => 'share' in message;

const readInThread = <Reading extends object>(
  { workerFile, limitMilliseconds, largestHeapMegabytes }: Limits,
  order: ReadOrder,
  cancelled: AbortSignal,
  tell: (progress: ReadingProgress) => void,
): Promise<Reading | Refusal> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: largestHeapMegabytes },
    });
    const end = (settle: () => void): void => {
      clearTimeout(limit);
      cancelled.removeEventListener('abort', nobodyWaits);
      // The next reading begins when this thread is gone.
      void worker.terminate().then(settle, reject);
    };
    const refuseWith = (refusal: Refusal) => (): void => end(() => resolve(refusal));
    const tooLong = refuseWith(
      refuse('file.too-complex', { fileName: order.file.name, limitSeconds: limitMilliseconds / 1000 }),
    );
    const nobodyWaits = refuseWith(refuse('request.cancelled'));
    const limit = setTimeout(tooLong, limitMilliseconds);
    cancelled.addEventListener('abort', nobodyWaits);
    worker.on('message', (message: Reading | Refusal | ReadingProgress) => {
      if (isProgress(message)) tell(message);
      else end(() => resolve(message));
    });
    worker.once('error', (error: Error) => (isOutOfMemory(error) ? tooLong() : end(() => reject(error))));
  });

/** Opens a reader. Each reading has a thread of its own, so that whatever a file does to it ends with it. */
export const openFileReader = <Order extends ReadOrder, Reading extends object>({
  workerFile,
  limitMilliseconds = LIMIT_MILLISECONDS,
  largestHeapMegabytes = LARGEST_HEAP_MEGABYTES,
  longestQueue = LONGEST_QUEUE,
}: FileReaderOptions): FileReader<Order, Reading> => {
  const limits = { workerFile, limitMilliseconds, largestHeapMegabytes };
  const closing = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;
  return {
    read: (order, cancelled, tell = () => undefined) => {
      if (queued >= longestQueue) {
        return Promise.resolve(refuse('request.too-many', { retryAfterSeconds: limitMilliseconds / 1000 }));
      }
      const unwanted = AbortSignal.any([cancelled, closing.signal]);
      const turn = queue.then(() =>
        unwanted.aborted ? refuse('request.cancelled') : readInThread<Reading>(limits, order, unwanted, tell),
      );
      queued += 1;
      queue = turn.then(
        () => (queued -= 1),
        () => (queued -= 1),
      );
      return turn;
    },
    close: () => closing.abort(),
  };
};
