import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { SubmissionAction, SubmissionState } from '#core/submission/submission-state.ts';
import { isTaskItem } from '#core/task-progress/task-codes.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { extendedUntilOf } from '#features/collection/round/extension-reads.ts';

export interface StoredSubmission {
  readonly id: string;
  readonly roundId: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly state: SubmissionState;
  readonly appraiserCodes: readonly string[];
  readonly appraisalsPassed: number;
  readonly firstAppraiserId: string | null;
  readonly submittedAt: string | null;
  readonly extendedUntil: PlainDate | null;
  readonly version: number;
}

const selectSubmission = (db: Db | Tx, id: string) =>
  db
    .selectFrom('submission')
    .innerJoin('organization', 'organization.code', 'submission.organization_code')
    .select([
      'submission.submission_id as id',
      'submission.round_id as roundId',
      'submission.organization_code as organizationCode',
      'organization.name as organizationName',
      sql<SubmissionState>`submission.state`.as('state'),
      'submission.appraiser_codes as appraiserCodes',
      'submission.appraisals_passed as appraisalsPassed',
      'submission.first_appraiser_id as firstAppraiserId',
      'submission.submitted_at as submittedAt',
      'submission.version',
      extendedUntilOf('submission').as('extendedUntil'),
    ])
    .where('submission.submission_id', '=', id);

export const findSubmission = (db: Db | Tx, id: string): Promise<StoredSubmission | undefined> =>
  selectSubmission(db, id).executeTakeFirst();

/** Finds a submission and keeps it and its answers from changing until the transaction ends. */
export const lockSubmission = (tx: Tx, id: string): Promise<StoredSubmission | undefined> =>
  selectSubmission(tx, id).forUpdate('submission').executeTakeFirst();

export interface AnswerRow {
  readonly subject: string;
  readonly item: string;
  readonly value: DataValue;
  readonly note: string | null;
  readonly explanation: string | null;
  /** Of a task: what hinders it, and what has been achieved. */
  readonly difficulties: string | null;
  readonly result: string | null;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string | null;
  readonly decision: 'accepted' | 'corrected' | 'returned' | null;
  readonly appraised: DataValue | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
}

const valueOf = (state: string, value: string | null): DataValue =>
  state === 'value'
    ? // Safe: the constraints of answer admit no value without text.
      { state: 'value', value: value ?? '', comparator: '=' }
    : { state: state as 'blank' | 'not-applicable' };

/** The figures of a submission, as declared and as appraised. */
export const listAnswers = async (db: Db | Tx, submissionId: string): Promise<readonly AnswerRow[]> => {
  const rows = await db.selectFrom('answer').selectAll().where('submission_id', '=', submissionId).execute();
  return rows.map((row) => ({
    subject: row.subject_code,
    item: row.item_code,
    value: valueOf(row.state, row.value),
    note: row.note,
    explanation: row.explanation,
    difficulties: row.difficulties,
    result: row.result,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    decision: row.decision as AnswerRow['decision'],
    appraised: row.appraised_state === null ? null : valueOf(row.appraised_state, row.appraised_value),
    decisionReason: row.decision_reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }));
};

/** What a write made of an answer before, of whichever submission. */
interface WrittenRevision {
  readonly submissionId: string;
  readonly subject: string;
  readonly item: string;
  readonly version: number;
  readonly kind: string;
  readonly content: unknown;
}

/** What a write made before: what a retry is answered with. */
export const listRevisionsOfWrite = (tx: Tx, writeId: string): Promise<readonly WrittenRevision[]> =>
  tx
    .selectFrom('answer_revision')
    .select(['submission_id as submissionId', 'subject_code as subject', 'item_code as item', 'version'])
    .select(['kind', 'content'])
    .where('write_id', '=', writeId)
    .execute();

/** Whether a revision is what this row of this submission would have become by the write. */
export const isRevisionOf = (
  revision: WrittenRevision,
  submissionId: string,
  row: AnswerRow,
  kind: AnswerWrite['kind'],
): boolean =>
  revision.submissionId === submissionId &&
  revision.kind === kind &&
  isDeepStrictEqual(revision.content, contentOf(row, kind));

const answerColumns = (submissionId: string, row: AnswerRow) => ({
  submission_id: submissionId,
  subject_code: row.subject,
  item_code: row.item,
  state: row.value.state,
  value: row.value.state === 'value' ? row.value.value : null,
  note: row.note,
  explanation: row.explanation,
  difficulties: row.difficulties,
  result: row.result,
  version: row.version,
  changed_at: row.changedAt,
  changed_by: row.changedBy,
  decision: row.decision,
  appraised_state: row.appraised?.state ?? null,
  appraised_value: row.appraised?.state === 'value' ? row.appraised.value : null,
  decision_reason: row.decisionReason,
  decided_at: row.decidedAt,
  decided_by: row.decidedBy,
});

/** Who writes answers, in which capacity. */
export interface AnswerWrite {
  readonly kind: 'declared' | 'appraised';
  readonly writeId: string;
  readonly at: string;
  /** Null where a source of figures delivers. */
  readonly by: string | null;
}

/** Saves present answers and appends what they are now to their history. The caller holds the submission's lock. */
export const saveAnswers = async (
  tx: Tx,
  submissionId: string,
  rows: readonly AnswerRow[],
  write: AnswerWrite,
): Promise<void> => {
  if (rows.length === 0) return;
  const values = rows.map((row) => answerColumns(submissionId, row));
  const revisions = rows.map((row) => ({
    revision_id: newId(),
    submission_id: submissionId,
    subject_code: row.subject,
    item_code: row.item,
    kind: write.kind,
    version: row.version,
    content: contentOf(row, write.kind),
    at: write.at,
    by: write.by,
    write_id: write.writeId,
  }));
  await sql`
    with saved as (
      insert into answer select * from jsonb_populate_recordset(null::answer, ${JSON.stringify(values)}::jsonb)
      on conflict on constraint answer_pk do update set
        state = excluded.state, value = excluded.value, note = excluded.note, explanation = excluded.explanation,
        difficulties = excluded.difficulties, result = excluded.result,
        version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
        decision = excluded.decision, appraised_state = excluded.appraised_state,
        appraised_value = excluded.appraised_value, decision_reason = excluded.decision_reason,
        decided_at = excluded.decided_at, decided_by = excluded.decided_by)
    insert into answer_revision
    select * from jsonb_populate_recordset(null::answer_revision, ${JSON.stringify(revisions)}::jsonb)`.execute(
    tx,
  );
};

const contentOf = (row: AnswerRow, kind: AnswerWrite['kind']) =>
  kind === 'declared'
    ? {
        ...{ value: { ...row.value }, note: row.note, explanation: row.explanation },
        ...(isTaskItem(row.item) && { difficulties: row.difficulties, result: row.result }),
      }
    : {
        decision: row.decision,
        value: row.appraised === null ? null : { ...row.appraised },
        reason: row.decisionReason,
      };

/** Keeps how many of a submission's figures are answered. */
export const updateAnsweredCount = async (tx: Tx, id: string, answered: number): Promise<void> => {
  await tx
    .updateTable('submission')
    .set({ answered_count: answered })
    .where('submission_id', '=', id)
    .execute();
};

export interface SubmissionStepRow {
  readonly submissionId: string;
  readonly action: SubmissionAction;
  readonly from: SubmissionState;
  readonly to: SubmissionState;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string | null;
}

/** Moves submissions to a state and appends the step to their history. */
export const moveSubmission = async (
  tx: Tx,
  step: SubmissionStepRow,
  change: { readonly appraisalsPassed: number; readonly firstAppraiserId: string | null },
  write: { readonly role: string; readonly writeId: string },
): Promise<void> => {
  await tx
    .updateTable('submission')
    .set((eb) => ({
      state: step.to,
      appraisals_passed: change.appraisalsPassed,
      first_appraiser_id: change.firstAppraiserId,
      version: eb('version', '+', 1),
      changed_at: step.at,
      ...(step.action === 'submit' && { submitted_at: step.at }),
    }))
    .where('submission_id', '=', step.submissionId)
    .execute();
  await tx
    .insertInto('submission_event')
    .values({
      event_id: newId(),
      submission_id: step.submissionId,
      action: step.action,
      from_state: step.from,
      to_state: step.to,
      reason: step.reason,
      at: step.at,
      by: step.by,
      role: write.role,
      write_id: write.writeId,
    })
    .execute();
};

/** The step that a write made before, or undefined. */
export const findStepOfWrite = (
  tx: Tx,
  writeId: string,
): Promise<{ readonly submissionId: string; readonly action: string } | undefined> =>
  tx
    .selectFrom('submission_event')
    .select(['submission_id as submissionId', 'action'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();

/** Every step of a submission, the latest first. */
export const listSteps = (db: Db | Tx, submissionId: string): Promise<readonly SubmissionStepRow[]> =>
  db
    .selectFrom('submission_event')
    .select([
      'submission_id as submissionId',
      sql<SubmissionAction>`action`.as('action'),
      sql<SubmissionState>`from_state`.as('from'),
      sql<SubmissionState>`to_state`.as('to'),
      'reason',
      'at',
      'by',
    ])
    .where('submission_id', '=', submissionId)
    .orderBy('at', 'desc')
    // Ids are made in the order of time.
    .orderBy('event_id', 'desc')
    .execute();
