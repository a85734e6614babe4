import { sql } from 'kysely';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { SubmissionItem } from '#contract/submission.ts';
import type { Db } from '#server/db/database.ts';

export interface ChangeRow {
  readonly since: string;
  readonly subject: string;
  readonly item: string;
  readonly before: DataValue;
  /** The figure itself is another one. */
  readonly isFigure: boolean;
  /** The note or the explanation is. */
  readonly areWords: boolean;
  readonly newEvidence: number;
}

/**
 * Each answer as it was declared when its submission was sent, and the evidence that has been added since: `sendingsBack`
 * says which sending, 0 the last one. Nothing where it was not sent so often.
 */
export const listChangesSince = async (
  db: Db,
  submissionId: string,
  sendingsBack: number,
): Promise<readonly ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    with sent as (
      select at from submission_event where submission_id = ${submissionId} and action = 'submit'
      order by at desc offset ${sendingsBack} limit 1)
    select sent.at as since, answer.subject_code as subject, answer.item_code as item,
      coalesce(earlier.value, '{"state":"blank"}'::jsonb) as before,
      (coalesce(earlier.value->>'state', 'blank'), earlier.value->>'value')
        is distinct from (answer.state, answer.value) as "isFigure",
      (earlier.note, earlier.explanation, earlier.difficulties, earlier.result)
        is distinct from (answer.note, answer.explanation, answer.difficulties, answer.result) as "areWords",
      (select count(*)::int from answer_evidence as proof
        where proof.submission_id = answer.submission_id and proof.subject_code = answer.subject_code
          and proof.item_code = answer.item_code and proof.detached_at is null
          and proof.attached_at > sent.at) as "newEvidence"
    from sent cross join answer
    left join lateral (
      select content->'value' as value, content->>'note' as note, content->>'explanation' as explanation,
        content->>'difficulties' as difficulties, content->>'result' as result
      from answer_revision as revision
      where revision.submission_id = answer.submission_id and revision.subject_code = answer.subject_code
        and revision.item_code = answer.item_code and revision.kind = 'declared'
        and revision.at <= sent.at
      order by revision.version desc limit 1) as earlier on true
    where answer.submission_id = ${submissionId}
    order by answer.subject_code, answer.item_code`.execute(db);
  return rows;
};

type EarlierAppraisal = NonNullable<SubmissionItem['answer']>['earlierAppraisals'][number];

interface EarlierAppraisalRow extends Omit<EarlierAppraisal, 'by'> {
  readonly subject: string;
  readonly item: string;
  readonly by: string | null;
}

/** What appraisers last said of each answer before it was changed again, by whom, the latest first. */
export const listEarlierAppraisals = async (
  db: Db,
  submissionId: string,
): Promise<readonly EarlierAppraisalRow[]> => {
  const { rows } = await sql<EarlierAppraisalRow>`
    select revision.subject_code as subject, revision.item_code as item,
      revision.content->>'decision' as decision, nullif(revision.content->'value', 'null'::jsonb) as value,
      revision.content->>'reason' as reason, revision.at, account.display_name as by
    from (
      select *, lead(kind) over (partition by subject_code, item_code order by version) as "followedBy"
      from answer_revision where submission_id = ${submissionId}) as revision
    left join account on account.account_id = revision.by
    where revision.kind = 'appraised' and revision."followedBy" = 'declared'
      and revision.content->>'decision' is not null
    order by revision.at desc, revision.version desc`.execute(db);
  return rows;
};
