import { Worker } from 'node:worker_threads';
import type { MixedIntegerModel, MixedIntegerSolution } from '#core/improvement-plan/mixed-integer-model.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { OptimizeOrder } from './optimize-worker.ts';
import { solveModel } from './solve-model.ts';

/** Why no proven answer was given: the model needs longer than the limit, nobody waits any more, or too many wait. */
type OptimizeRefusal = Refusal<'optimization.too-complex' | 'request.cancelled' | 'request.too-many'>;

type Proven = Exclude<MixedIntegerSolution, { status: 'time-limit' }>;

/** Solves mixed-integer models to proven optimality. */
export interface Optimizer {
  readonly solve: (model: MixedIntegerModel, cancelled?: AbortSignal) => Promise<Proven | OptimizeRefusal>;
  readonly close: () => Promise<void>;
}

export interface OptimizerOptions {
  /** The built module of the thread. */
  readonly workerFile: string;
  readonly limitSeconds?: number;
  readonly longestQueue?: number;
}

const LIMIT_SECONDS = 10;
const LONGEST_QUEUE = 8;
// HiGHS looks at the clock only now and then: a thread that is this much over its limit is ended.
const GRACE_SECONDS = 5;

const tooComplex = (limitSeconds: number): OptimizeRefusal =>
  refuse('optimization.too-complex', { limitSeconds });

const proven = (solution: MixedIntegerSolution, limitSeconds: number): Proven | OptimizeRefusal =>
  solution.status === 'time-limit' ? tooComplex(limitSeconds) : solution;

const askThread = (
  thread: Worker,
  order: OptimizeOrder,
  cancelled: AbortSignal,
): Promise<MixedIntegerSolution | OptimizeRefusal> =>
  new Promise((resolve, reject) => {
    const settle = (deed: () => void): void => {
      clearTimeout(limit);
      cancelled.removeEventListener('abort', nobodyWaits);
      thread.off('message', answered);
      thread.off('error', failed);
      deed();
    };
    const tooLong = (): void => settle(() => resolve(tooComplex(order.limitSeconds)));
    const nobodyWaits = (): void => settle(() => resolve(refuse('request.cancelled')));
    const answered = (solution: MixedIntegerSolution): void => settle(() => resolve(solution));
    const failed = (error: Error): void => settle(() => reject(error));
    const limit = setTimeout(tooLong, (order.limitSeconds + GRACE_SECONDS) * 1000);
    cancelled.addEventListener('abort', nobodyWaits);
    thread.on('message', answered);
    thread.on('error', failed);
    thread.postMessage(order);
  });

/**
 * Opens an optimizer beside the thread that answers requests. One thread solves one model after another and keeps the solver
 * loaded; a model that takes too long ends it, and the next one gets a new thread.
 */
export const openOptimizer = ({
  workerFile,
  limitSeconds = LIMIT_SECONDS,
  longestQueue = LONGEST_QUEUE,
}: OptimizerOptions): Optimizer => {
  const closing = new AbortController();
  let thread: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;

  const endThread = async (): Promise<void> => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };

  const solveNow = async (
    model: MixedIntegerModel,
    cancelled: AbortSignal,
  ): Promise<Proven | OptimizeRefusal> => {
    if (cancelled.aborted) return refuse('request.cancelled');
    if (!thread) {
      thread = new Worker(workerFile);
      // A server that has nothing else to do may stop.
      thread.unref();
    }
    try {
      const answer = await askThread(thread, { model, limitSeconds }, cancelled);
      if (!isRefusal(answer)) return proven(answer, limitSeconds);
      await endThread();
      return answer;
    } catch (error) {
      await endThread();
      throw error;
    }
  };

  return {
    solve: (model, cancelled = closing.signal) => {
      if (queued >= longestQueue) {
        return Promise.resolve(refuse('request.too-many', { retryAfterSeconds: limitSeconds }));
      }
      const turn = queue.then(() => solveNow(model, AbortSignal.any([cancelled, closing.signal])));
      queued += 1;
      const leave = () => (queued -= 1);
      queue = turn.then(leave, leave);
      return turn;
    },
    close: async () => {
      closing.abort();
      await queue;
      await endThread();
    },
  };
};

/** An optimizer in this very thread, for a process that has nothing else to do: the command line. */
export const openOptimizerHere = (limitSeconds = LIMIT_SECONDS): Optimizer => ({
  solve: async (model) => proven(await solveModel(model, limitSeconds), limitSeconds),
  close: () => Promise.resolve(),
});
