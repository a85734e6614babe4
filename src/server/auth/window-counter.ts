import type { Clock } from '#core/kernel/clock.ts';

/** Counts events by name, each within a window of time that begins with its first. */
export interface WindowCounter {
  /** Counts one more and answers where the window stands. */
  readonly add: (name: string, windowMilliseconds: number) => WindowCount;
  /** Takes one back that should not have counted. */
  readonly takeBack: (name: string) => void;
}

export interface WindowCount {
  readonly count: number;
  readonly secondsLeft: number;
}

// Names come from strangers: they must not fill the memory.
const MOST_NAMES = 50_000;

interface Window {
  readonly count: number;
  readonly endsAt: number;
}

/** Makes a counter. It lives in memory: a restart forgets. */
export const openWindowCounter = (clock: Clock): WindowCounter => {
  const windows = new Map<string, Window>();
  const makeRoom = (now: number): void => {
    for (const [name, { endsAt }] of windows) if (endsAt <= now) windows.delete(name);
    for (const name of windows.keys()) {
      if (windows.size < MOST_NAMES) return;
      windows.delete(name);
    }
  };
  return {
    add: (name, windowMilliseconds) => {
      const now = Date.parse(clock.now());
      if (windows.size >= MOST_NAMES) makeRoom(now);
      const open = windows.get(name);
      // The clock may have been set back: no window lasts longer than its length.
      const isOpen = open !== undefined && open.endsAt > now && open.endsAt - now <= windowMilliseconds;
      const { count, endsAt } = isOpen ? open : { count: 0, endsAt: now + windowMilliseconds };
      windows.set(name, { count: count + 1, endsAt });
      return { count: count + 1, secondsLeft: Math.ceil((endsAt - now) / 1000) };
    },
    takeBack: (name) => {
      const open = windows.get(name);
      if (!open) return;
      // A name that nothing is counted of takes no room: whoever is refused may give thousands of them.
      if (open.count <= 1) windows.delete(name);
      else windows.set(name, { ...open, count: open.count - 1 });
    },
  };
};
