import { useSyncExternalStore } from 'react';

const PAUSE_MILLISECONDS = 3000;

const listeners = new Set<() => void>();
let waiting = 0;

const count = (change: 1 | -1): void => {
  waiting += change;
  for (const tell of listeners) tell();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether a page waits for the server to be within reach again. */
export const useIsWaitingForServer = (): boolean => useSyncExternalStore(subscribe, () => waiting > 0);

/** Until the browser reports a connection, or a short while: a server may be away without the network being down. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, PAUSE_MILLISECONDS);
    window.addEventListener('online', go);
  });

/**
 * Asks again and again until it succeeds, while `isWithinReach` says that the server is not; what fails although the
 * server answers is thrown. Meanwhile `useIsWaitingForServer` tells.
 */
export const waitForServer = async <Answer>(
  ask: () => Promise<Answer>,
  isWithinReach: () => Promise<boolean>,
): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    if (await isWithinReach()) throw error;
  }
  count(1);
  try {
    await pause();
  } finally {
    count(-1);
  }
  return waitForServer(ask, isWithinReach);
};
