import { v7 as newId } from 'uuid';
import type { SumDecision } from '#core/submission/sum-decision.ts';
import type { Tx } from '#server/db/database.ts';

export interface NewSumDecision {
  readonly roundId: string;
  readonly item: string;
  readonly decision: SumDecision;
  readonly accepted: number;
  readonly asked: number;
  readonly value: string | null;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

/** Appends a decision about a sum with gaps. */
export const insertSumDecision = async (tx: Tx, decision: NewSumDecision): Promise<void> => {
  await tx
    .insertInto('sum_decision')
    .values({
      sum_decision_id: newId(),
      round_id: decision.roundId,
      item_code: decision.item,
      decision: decision.decision,
      accepted_count: decision.accepted,
      asked_count: decision.asked,
      value: decision.value,
      reason: decision.reason,
      decided_at: decision.at,
      decided_by: decision.by,
      write_id: decision.writeId,
    })
    .execute();
};

/** The decision that a write made before, or undefined. */
export const findDecisionOfWrite = (
  tx: Tx,
  writeId: string,
): Promise<{ readonly roundId: string; readonly item: string; readonly decision: string } | undefined> =>
  tx
    .selectFrom('sum_decision')
    .select(['round_id as roundId', 'item_code as item', 'decision'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();

/** The unit whose figure a sum of parts is, or undefined while there is none. */
export const findProvince = (tx: Tx): Promise<{ readonly code: string } | undefined> =>
  tx
    .selectFrom('organization')
    .select('code')
    .where('kind', '=', 'province')
    .where('valid_to', 'is', null)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
