import { setTimeout as delay } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

/** Who is told what becomes of a server that ends by itself. */
export interface Watcher {
  /** It ended and is being started again. */
  readonly onRestart: (reason: string) => void;
  /** It does not stay up: nothing can be served any more. */
  readonly onLost: (reason: string) => void;
}

const TRIES = 5;
const PERIOD_MILLISECONDS = 10 * 60_000;

/**
 * Starts the server again whenever it ends, a few times in ten minutes at most.
 * `stop` ends the watch and waits for a start that is under way.
 */
export const keepRunning = (
  first: ServerProcess,
  restart: () => Promise<ServerProcess>,
  { onRestart, onLost }: Watcher,
): { readonly stop: () => Promise<void> } => {
  let isStopping = false;
  let starting: Promise<unknown> = Promise.resolve();
  let recentTries: readonly number[] = [];

  const startAgain = async (reason: string): Promise<void> => {
    const now = performance.now();
    recentTries = [...recentTries.filter((at) => now - at < PERIOD_MILLISECONDS), now];
    if (recentTries.length > TRIES) return onLost(reason);
    onRestart(reason);
    // The processes of the server that ended need a moment to go.
    await delay(200 * recentTries.length);
    const attempt = restart();
    starting = attempt.catch(() => undefined);
    await attempt.then(watch, (error: unknown) => (isStopping ? undefined : startAgain(String(error))));
  };

  const watch = async (server: ServerProcess): Promise<void> => {
    const reason = await server.ended;
    if (!isStopping) await startAgain(reason);
  };

  void watch(first);
  return {
    stop: async () => {
      isStopping = true;
      await starting;
    },
  };
};
