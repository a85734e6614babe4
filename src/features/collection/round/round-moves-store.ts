import { sql } from 'kysely';
import type { Tx } from '#server/db/database.ts';

// Moves all submissions of a round that are in one state, each with its step in the history.
const moveAll = async (
  tx: Tx,
  roundId: string,
  { action, from, to }: { readonly action: 'lock' | 'publish'; readonly from: string; readonly to: string },
  deed: { readonly at: string; readonly by: string },
): Promise<void> => {
  await sql`
    with moved as (
      update submission set state = ${to}, version = version + 1, changed_at = ${deed.at}::timestamptz
      where round_id = ${roundId} and state = ${from}
      returning submission_id)
    insert into submission_event (event_id, submission_id, action, from_state, to_state, reason, at, by, role, write_id)
    select gen_random_uuid(), submission_id, ${action}, ${from}, ${to}, null, ${deed.at}::timestamptz,
      ${deed.by}::uuid, 'coordinator', gen_random_uuid()
    from moved`.execute(tx);
};

/** Locks what was accepted when a round is locked; what was not stays where it stands, and late. */
export const lockSubmissions = (
  tx: Tx,
  roundId: string,
  deed: { readonly at: string; readonly by: string },
): Promise<void> => moveAll(tx, roundId, { action: 'lock', from: 'accepted', to: 'locked' }, deed);

/** Publishes what was locked when a round is published. */
export const publishSubmissions = (
  tx: Tx,
  roundId: string,
  deed: { readonly at: string; readonly by: string },
): Promise<void> => moveAll(tx, roundId, { action: 'publish', from: 'locked', to: 'published' }, deed);
