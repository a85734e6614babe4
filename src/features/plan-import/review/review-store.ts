import type { ReviewStep } from '#core/plan-review/review-step.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { ReviewStepInput } from './review-contract.ts';

/** A step as it was kept. */
export interface KeptStep {
  readonly importId: string;
  /** From 1, without gaps: the number of the last one is the version of the review. */
  readonly sequence: number;
  readonly step: ReviewStep;
}

/** The steps of a review in the order in which they were made. */
export const listReviewSteps = async (db: Db | Tx, importId: string): Promise<readonly ReviewStep[]> => {
  const rows = await db
    .selectFrom('plan_review_step')
    .select('step')
    .where('plan_import_id', '=', importId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ step }) => ReviewStepInput.parse(step));
};

/** The step that was kept under this write id. */
export const findStepOfWrite = async (tx: Tx, writeId: string): Promise<KeptStep | undefined> => {
  const row = await tx
    .selectFrom('plan_review_step')
    .select(['plan_import_id', 'sequence', 'step'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return (
    row && {
      importId: row.plan_import_id,
      sequence: row.sequence,
      step: ReviewStepInput.parse(row.step),
    }
  );
};

/** Adds a step to a review. The caller holds the lock of the import. */
export const appendReviewStep = async (
  tx: Tx,
  { importId, sequence, step }: KeptStep,
  made: { readonly writeId: string; readonly at: string; readonly by: string | null },
): Promise<void> => {
  await tx
    .insertInto('plan_review_step')
    .values({
      plan_import_id: importId,
      sequence,
      step: JSON.stringify(step),
      write_id: made.writeId,
      made_at: made.at,
      made_by: made.by,
    })
    .execute();
};
