import { Worker } from 'node:worker_threads';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { RenderAnswer, RenderOrder } from './report-worker.ts';

/** Makes files of documents beside the thread that answers requests. */
export interface DocumentRenderer {
  readonly render: (order: RenderOrder) => Promise<Uint8Array | Refusal<'request.too-many'>>;
  readonly close: () => Promise<void>;
}

export interface DocumentRendererOptions {
  /** The built module of the thread. */
  readonly workerFile: string;
  readonly longestQueue?: number;
}

const LONGEST_QUEUE = 16;
const RETRY_AFTER_SECONDS = 10;

const askThread = (thread: Worker, order: RenderOrder): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const settle = (deed: () => void): void => {
      thread.off('message', answered);
      thread.off('error', reject);
      thread.off('exit', ended);
      deed();
    };
    const answered = (answer: RenderAnswer): void =>
      settle(() => {
        if ('file' in answer) resolve(answer.file);
        else reject(new Error(answer.fault));
      });
    const ended = (): void =>
      settle(() => reject(new Error('The thread of documents ended before it answered')));
    thread.on('message', answered);
    thread.on('error', reject);
    thread.on('exit', ended);
    thread.postMessage(order);
  });

/** Opens a renderer: one thread makes one file after another, and keeps typefaces and libraries loaded. */
export const openDocumentRenderer = ({
  workerFile,
  longestQueue = LONGEST_QUEUE,
}: DocumentRendererOptions): DocumentRenderer => {
  let thread: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;

  const renderNow = async (order: RenderOrder): Promise<Uint8Array> => {
    if (!thread) {
      const opened = new Worker(workerFile);
      // A server that has nothing else to do may stop.
      opened.unref();
      opened.once('exit', () => {
        if (thread === opened) thread = undefined;
      });
      thread = opened;
    }
    return askThread(thread, order);
  };

  return {
    render: (order) => {
      if (queued >= longestQueue) {
        return Promise.resolve(refuse('request.too-many', { retryAfterSeconds: RETRY_AFTER_SECONDS }));
      }
      const turn = queue.then(() => renderNow(order));
      queued += 1;
      const leave = () => (queued -= 1);
      queue = turn.then(leave, leave);
      return turn;
    },
    close: async () => {
      await thread?.terminate();
    },
  };
};
