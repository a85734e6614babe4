import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { FindingFacts } from '#core/consistency/finding-fingerprint.ts';
import type { FindingDecisionKind } from '#core/consistency/finding-standing.ts';
import type { Tx } from '#server/db/database.ts';

export interface NewFindingDecision {
  readonly fingerprint: string;
  readonly version: number;
  readonly decision: FindingDecisionKind;
  readonly note: string;
  readonly facts: FindingFacts;
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

/** Waits until nobody else decides about this contradiction; the lock ends with the transaction. */
export const lockFinding = async (tx: Tx, fingerprint: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`finding-decision/${fingerprint}`}, 0))`.execute(
    tx,
  );
};

/** The decision that a write made before, or undefined. */
export const findDecisionOfWrite = (
  tx: Tx,
  writeId: string,
): Promise<{ fingerprint: string; decision: string; note: string } | undefined> =>
  tx
    .selectFrom('finding_decision')
    .select(['fingerprint', 'decision', 'note'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();

/** The latest decision about a contradiction, or undefined. */
export const findLatestDecision = (
  tx: Tx,
  fingerprint: string,
): Promise<{ version: number; decision: string; note: string } | undefined> =>
  tx
    .selectFrom('finding_decision')
    .select(['version', 'decision', 'note'])
    .where('fingerprint', '=', fingerprint)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Appends a decision. */
export const insertFindingDecision = async (tx: Tx, made: NewFindingDecision): Promise<void> => {
  await tx
    .insertInto('finding_decision')
    .values({
      finding_decision_id: newId(),
      fingerprint: made.fingerprint,
      version: made.version,
      decision: made.decision,
      note: made.note,
      facts: JSON.stringify(made.facts),
      decided_at: made.at,
      decided_by: made.by,
      write_id: made.writeId,
    })
    .execute();
};
