import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';

/** A piece of evidence behind the figure of a subject and an item. */
export interface AttachmentRow {
  readonly subject: string;
  readonly item: string;
  readonly evidenceId: string;
}

/** Attaches evidence to figures. The caller holds the submission's lock and has left out what is attached. */
export const insertAttachments = (
  tx: Tx,
  submissionId: string,
  rows: readonly AttachmentRow[],
  write: { readonly at: string; readonly by: string },
): Promise<void> =>
  insertRows(
    tx,
    'answer_evidence',
    rows.map(({ subject, item, evidenceId }) => ({
      answer_evidence_id: newId(),
      submission_id: submissionId,
      subject_code: subject,
      item_code: item,
      evidence_id: evidenceId,
      attached_at: write.at,
      attached_by: write.by,
      detached_at: null,
      detached_by: null,
    })),
  );

/** Takes evidence away from figures; that it was there stays on record. */
export const detachEvidence = async (
  tx: Tx,
  submissionId: string,
  rows: readonly AttachmentRow[],
  write: { readonly at: string; readonly by: string },
): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    update answer_evidence as attached set detached_at = ${write.at}, detached_by = ${write.by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone (subject text, item text, "evidenceId" uuid)
    where attached.submission_id = ${submissionId} and attached.detached_at is null
      and attached.subject_code = gone.subject and attached.item_code = gone.item
      and attached.evidence_id = gone."evidenceId"`.execute(tx);
};
