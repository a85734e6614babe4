import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Waits until nobody else writes by this name of a write; the lock ends with the transaction. A retry that comes before the answer
 * then finds what the first one wrote.
 */
export const lockWrite = async (tx: Tx, writeId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`write/${writeId}`}, 0))`.execute(tx);
};
