import type { Tx } from '#server/db/database.ts';
import type { StoredRound } from './round-store.ts';
import { readPeerMark } from './submission-reads.ts';

const KEPT_FOR_MILLISECONDS = 30_000;

interface Kept<Around> {
  readonly around: Promise<Around>;
  readonly mark: string;
  /** By the clock that never jumps. */
  readonly until: number;
}

/**
 * Keeps what drafts are compared with, by round and organization, until another organization of the round sends or takes
 * back its figures, and for half a minute at most. In the hour of the deadline everybody saves every few seconds, and
 * what happened in other rounds long ago need not be read each time.
 */
export const keepAround = <Around>(
  load: (tx: Tx, round: StoredRound, organizationCode: string) => Promise<Around>,
): ((tx: Tx, round: StoredRound, organizationCode: string) => Promise<Around>) => {
  const kept = new Map<string, Kept<Around>>();
  const dropOld = (now: number): void => {
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key);
  };
  return async (tx, round, organizationCode) => {
    const key = `${round.id}/${organizationCode}`;
    const mark = await readPeerMark(tx, round.id);
    const now = performance.now();
    const known = kept.get(key);
    if (known && known.mark === mark && known.until > now) return known.around;
    dropOld(now);
    const around = load(tx, round, organizationCode);
    kept.set(key, { around, mark, until: now + KEPT_FOR_MILLISECONDS });
    around.catch(() => kept.delete(key));
    return around;
  };
};
