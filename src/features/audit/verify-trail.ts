import { createHash } from 'node:crypto';
import {
  CHAIN_START,
  checkEnd,
  checkEvents,
  checkNotedHead,
  type ChainCheck,
  type ChainHead,
} from '#core/audit/audit-chain.ts';
import { readAuditHead } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { findHashAt, isGuarded, listChainedAfter, listUnchained } from './chain-reads.ts';

// Some megabytes at a time, however long the trail.
const STRETCH = 10_000;
const MOST_UNCHAINED = 1000;

const hashText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What has been found in one stretch of the trail. */
export interface CheckedStretch extends ChainCheck {
  readonly head: ChainHead;
  readonly isComplete: boolean;
}

const finish = async (tx: Tx, reached: ChainHead, head: ChainHead, noted: ChainHead | undefined) => [
  ...checkEnd(reached, head),
  ...checkEvents(reached, await listUnchained(tx, MOST_UNCHAINED), hashText).faults,
  ...(noted ? checkNotedHead(noted, await findHashAt(tx, noted.position)) : []),
  ...((await isGuarded(tx)) ? [] : [{ kind: 'unguarded' } as const]),
];

/** Checks one stretch of the trail, going on from where the last one ended. With the last stretch the end is checked too. */
export const checkStretch = (
  db: Db,
  { from = CHAIN_START, noted }: { readonly from?: ChainHead; readonly noted?: ChainHead | undefined },
): Promise<CheckedStretch> =>
  // Events that are being recorded meanwhile are either in all that is looked at, or in none of it.
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const head = await readAuditHead(tx);
      const events = await listChainedAfter(tx, from.position, STRETCH);
      const { reached, faults } = checkEvents(from, events, hashText);
      if (events.length === STRETCH) return { reached, head, faults, isComplete: false };
      return {
        ...{ reached, head, isComplete: true },
        faults: [...faults, ...(await finish(tx, reached, head, noted))],
      };
    });

/** Checks the whole trail, and says after each stretch how far it has come. */
export const checkTrail = async (
  db: Db,
  noted: ChainHead | undefined,
  report: (reached: ChainHead, head: ChainHead) => void,
): Promise<CheckedStretch> => {
  let stretch = await checkStretch(db, { noted });
  const faults = [...stretch.faults];
  while (!stretch.isComplete) {
    report(stretch.reached, stretch.head);
    stretch = await checkStretch(db, { from: stretch.reached, noted });
    faults.push(...stretch.faults);
  }
  return { ...stretch, faults };
};
