import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { DecimalText } from '#core/kernel/decimal.ts';
import type { Tx } from '#server/db/database.ts';

/** What an organization reported of a task, as it was accepted. */
export interface ReportedProgress {
  readonly taskId: string;
  readonly organization: string;
  readonly state: 'value' | 'blank' | 'not-applicable';
  readonly percent: DecimalText | null;
  readonly words: string | null;
  readonly difficulties: string | null;
  readonly result: string | null;
}

/** Appends accepted progress of a submission where it is not what is known already. */
export const appendTaskProgress = async (
  tx: Tx,
  submissionId: string,
  reported: readonly ReportedProgress[],
  { at, accountId }: { readonly at: string; readonly accountId: string },
): Promise<void> => {
  if (reported.length === 0) return;
  const rows = reported.map((row) => ({ ...row, id: newId() }));
  await sql`
    insert into task_progress (task_progress_id, task_id, organization_code, version, state, percent, words,
      difficulties, result, submission_id, done_on, recorded_at, recorded_by)
    select reported.id, reported."taskId", reported.organization, coalesce(latest.version, 0) + 1, reported.state,
      reported.percent, reported.words, reported.difficulties, reported.result, ${submissionId}::uuid,
      (select (coalesce(submitted_at, ${at}::timestamptz) at time zone 'Asia/Ho_Chi_Minh')::date from submission
        where submission_id = ${submissionId}::uuid), ${at}::timestamptz, ${accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as reported (id uuid, "taskId" uuid, organization text,
      state text, percent numeric, words text, difficulties text, result text)
    left join lateral (
      select version, state, percent, words, difficulties, result, submission_id from task_progress as known
      where known.task_id = reported."taskId" and known.organization_code = reported.organization
      order by version desc limit 1) as latest on true
    where latest.version is null
      or (latest.state, latest.percent, latest.words, latest.difficulties, latest.result, latest.submission_id)
        is distinct from (reported.state, reported.percent, reported.words, reported.difficulties, reported.result,
          ${submissionId}::uuid)`.execute(tx);
};
