import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { LinkAction } from '#core/consistency/measures/measure-link-decision.ts';
import type { Tx } from '#server/db/database.ts';

export interface LinkPair {
  readonly one: string;
  readonly other: string;
}

export interface NewLinkDecision extends LinkPair {
  readonly version: number;
  readonly decision: LinkAction;
  readonly oneName: string;
  readonly otherName: string;
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

/** Waits until nobody else decides about this pair; the lock ends with the transaction. */
export const lockPair = async (tx: Tx, { one, other }: LinkPair): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`measure-link/${one}/${other}`}, 0))`.execute(tx);
};

/** The word that a write said before, or undefined. */
export const findLinkDecisionOfWrite = (
  tx: Tx,
  writeId: string,
): Promise<(LinkPair & { readonly decision: string }) | undefined> =>
  tx
    .selectFrom('measure_link_decision')
    .select(['one_key as one', 'other_key as other', 'decision'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();

/** The latest word about a pair, or undefined. */
export const findLatestLinkDecision = (
  tx: Tx,
  { one, other }: LinkPair,
): Promise<{ readonly version: number; readonly decision: string } | undefined> =>
  tx
    .selectFrom('measure_link_decision')
    .select(['version', 'decision'])
    .where('one_key', '=', one)
    .where('other_key', '=', other)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Appends a word about a pair. */
export const insertLinkDecision = async (tx: Tx, made: NewLinkDecision): Promise<void> => {
  await tx
    .insertInto('measure_link_decision')
    .values({
      measure_link_decision_id: newId(),
      one_key: made.one,
      other_key: made.other,
      version: made.version,
      decision: made.decision,
      one_name: made.oneName,
      other_name: made.otherName,
      decided_at: made.at,
      decided_by: made.by,
      write_id: made.writeId,
    })
    .execute();
};
