import type { Clock } from '#core/kernel/clock.ts';
import type { Db } from '#server/db/database.ts';
import { insertPeriodValues, type StoredPeriodValue } from './store.ts';

/** Figures by period that a subject begins with; those that are there stay. */
export const ensurePeriodValues = (
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  key: { readonly framework: string; readonly subject: string },
  values: readonly StoredPeriodValue[],
): Promise<void> => db.transaction().execute((tx) => insertPeriodValues(tx, key, values, clock.now()));
