import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { enqueueJob } from '#server/jobs/enqueue-job.ts';
import { isMuchStale } from './task-standings.ts';

/** The job that derives states of tasks beside requests. */
export const DERIVE_STANDINGS = 'standing.derive';

/** Asks, in the transaction of a deed that changes the states of many tasks, that they be derived before anybody waits for them. */
export const askForStandings = (tx: Tx): Promise<string> =>
  enqueueJob(tx, { kind: DERIVE_STANDINGS, key: 'all', payload: {}, createdBy: null });

/**
 * Asks for the states of tasks where many are to be derived: after an upgrade, a large import, or on the day on which an
 * organization comes or goes. Each server calls it again and again, also when it starts; of what is asked for twice one is made.
 */
export const tendStandings = async (db: Db, today: PlainDate): Promise<void> => {
  if (await isMuchStale(db, today)) await db.transaction().execute(askForStandings);
};
