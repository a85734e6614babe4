import { sql } from 'kysely';
import type { ChainedEvent } from '#core/audit/audit-chain.ts';
import type { Tx } from '#server/db/database.ts';

// As the database wrote them when it took the hash: see audit_event_text.
const PARTS = sql`audit_event_id::text as id, sequence as position,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, acting_as as "actingAs",
  address, action, subject, details::text as details, request_id as "requestId",
  previous_hash as "previousHash", hash`;

/** Events that follow on a place, in their order. */
export const listChainedAfter = async (
  tx: Tx,
  position: number,
  limit: number,
): Promise<readonly ChainedEvent[]> => {
  const found = await sql<ChainedEvent>`
    select ${PARTS} from audit_event where sequence > ${position} order by sequence limit ${limit}`.execute(
    tx,
  );
  return found.rows;
};

/** Events without a place: put in while the database did not chain. */
export const listUnchained = async (tx: Tx, limit: number): Promise<readonly ChainedEvent[]> => {
  const found = await sql<ChainedEvent>`
    select ${PARTS} from audit_event where sequence is null order by at limit ${limit}`.execute(tx);
  return found.rows;
};

export const findHashAt = async (tx: Tx, position: number): Promise<string | null> => {
  const found = await tx
    .selectFrom('audit_event')
    .select('hash')
    .where('sequence', '=', position)
    .executeTakeFirst();
  return found?.hash ?? null;
};

/** Whether the database chains new events. */
export const isGuarded = async (tx: Tx): Promise<boolean> => {
  const found = await sql<{ enabled: string }>`
    select tgenabled as enabled from pg_trigger
    where tgrelid = 'audit_event'::regclass and tgname = 'audit_event_chain'`.execute(tx);
  return ['O', 'A'].includes(found.rows[0]?.enabled ?? '');
};
