import { Worker } from 'node:worker_threads';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { CheckOrder, RenderOrder, ReportAnswer, ReportOrder, StarterOrder } from './report-worker.ts';
import type { TemplateCheck } from './template/check-template-file.ts';

/** Why a document was not rendered. */
export type RenderRefusal = Refusal<'request.too-many' | 'request.cancelled' | 'official-document.too-long'>;

/** Makes files of documents beside the thread that answers requests. */
export interface DocumentRenderer {
  /**
   * Makes a file when its turn has come. Refused with `official-document.too-long` when it takes longer than the limit or more
   * memory, with `request.cancelled` once the signal says that nobody waits for it, with `request.too-many` when the queue is full.
   */
  readonly render: (
    order: RenderOrder | StarterOrder,
    cancelled?: AbortSignal,
  ) => Promise<Uint8Array | RenderRefusal>;
  /** Checks a file that is to be a template, within the same limits. */
  readonly checkTemplate: (order: CheckOrder['check']) => Promise<TemplateCheck | Refusal>;
  readonly close: () => Promise<void>;
}

export interface DocumentRendererOptions {
  /** The built module of the thread. */
  readonly workerFile: string;
  readonly limitMilliseconds?: number;
  readonly longestQueue?: number;
}

const LIMIT_MILLISECONDS = 20_000;
const LONGEST_QUEUE = 16;
const RETRY_AFTER_SECONDS = 10;
const LARGEST_HEAP_MEGABYTES = 1024;
const TEN_MINUTES = 600_000;

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const NEVER = new AbortController().signal;

/** Gives the thread an order and waits for its answer; a thread that is not done in time is ended. */
const askThread = (
  thread: Worker,
  order: ReportOrder,
  limitMilliseconds: number,
  cancelled: AbortSignal,
): Promise<Exclude<ReportAnswer, { readonly fault: string }> | RenderRefusal> =>
  new Promise((resolve, reject) => {
    const settle = (deed: () => void): void => {
      clearTimeout(limit);
      cancelled.removeEventListener('abort', nobodyWaits);
      thread.off('message', answered);
      thread.off('error', failed);
      thread.off('exit', ended);
      deed();
    };
    // The next order begins when this thread is gone.
    const endWith = (refusal: RenderRefusal): void =>
      settle(() => void thread.terminate().then(() => resolve(refusal), reject));
    const tooLong = (): void =>
      endWith(refuse('official-document.too-long', { limitSeconds: limitMilliseconds / 1000 }));
    const nobodyWaits = (): void => endWith(refuse('request.cancelled'));
    const answered = (answer: ReportAnswer): void =>
      settle(() => {
        if ('fault' in answer) reject(new Error(answer.fault));
        else resolve(answer);
      });
    const failed = (error: Error): void => (isOutOfMemory(error) ? tooLong() : settle(() => reject(error)));
    const ended = (): void =>
      settle(() => reject(new Error('The thread of documents ended before it answered')));
    const limit = setTimeout(tooLong, limitMilliseconds);
    cancelled.addEventListener('abort', nobodyWaits);
    thread.on('message', answered);
    thread.on('error', failed);
    thread.on('exit', ended);
    thread.postMessage(order);
  });

/** Opens a renderer: one thread makes one file after another, and keeps typefaces and libraries loaded. */
export const openDocumentRenderer = ({
  workerFile,
  limitMilliseconds = LIMIT_MILLISECONDS,
  longestQueue = LONGEST_QUEUE,
}: DocumentRendererOptions): DocumentRenderer => {
  let thread: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;

  const openThread = (): Worker => {
    const opened = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MEGABYTES },
    });
    // A server that has nothing else to do may stop.
    opened.unref();
    opened.once('exit', () => {
      if (thread === opened) thread = undefined;
    });
    return opened;
  };

  const askNow = async (order: ReportOrder, cancelled: AbortSignal) => {
    if (cancelled.aborted) return refuse('request.cancelled');
    thread ??= openThread();
    return askThread(thread, order, limitMilliseconds, cancelled);
  };

  const ask = (order: ReportOrder, cancelled: AbortSignal) => {
    if (queued >= longestQueue) {
      return Promise.resolve(refuse('request.too-many', { retryAfterSeconds: RETRY_AFTER_SECONDS }));
    }
    const turn = queue.then(() => askNow(order, cancelled));
    queued += 1;
    const leave = () => (queued -= 1);
    queue = turn.then(leave, leave);
    return turn;
  };

  return {
    render: async (order, cancelled = NEVER) => {
      const answer = await ask(order, cancelled);
      if (isRefusal(answer)) return answer;
      if (!('file' in answer)) throw new TypeError('The thread of documents answered something else');
      return answer.file;
    },
    checkTemplate: async (check) => {
      const answer = await ask({ check }, NEVER);
      // Who uploads a template waits for it: what takes too long is too complex a file.
      if (isRefusal(answer)) {
        return answer.code === 'official-document.too-long'
          ? refuse('file.too-complex', { fileName: check.name, ...answer.details })
          : answer;
      }
      if (!('checked' in answer)) throw new TypeError('The thread of documents answered something else');
      return answer.checked;
    },
    close: async () => {
      await thread?.terminate();
    },
  };
};

/** Opens a renderer of documents that are made as jobs: it has more time. */
export const openLargeDocumentRenderer = (options: DocumentRendererOptions): DocumentRenderer =>
  openDocumentRenderer({ limitMilliseconds: TEN_MINUTES, ...options });
