import { can, type Actor } from '#core/access/access.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { SubmissionItem } from '#contract/submission.ts';
import type { Db } from '#server/db/database.ts';
import { type ChangeRow, listChangesSince, listEarlierAppraisals } from './change-reads.ts';
import type { AnswerChange } from '#features/collection/follow-up-contract.ts';
import { isSent } from '#features/collection/round/round-views.ts';
import { answerKey } from '#features/collection/submission/submission-record.ts';
import { findSubmission, type StoredSubmission } from '#features/collection/submission/submission-store.ts';

type EarlierAppraisals = NonNullable<SubmissionItem['answer']>['earlierAppraisals'];

/** The past of a submission, as far as its form shows it beside the present figures. */
export interface SubmissionPast {
  /** Answers that are not as they were when it was sent the time before, by key. */
  readonly changed: ReadonlySet<string>;
  /** What appraisers said before an answer was changed again, by key; the latest first. */
  readonly appraisals: ReadonlyMap<string, EarlierAppraisals>;
}

/** Of a form that nobody compares with what it was. */
export const NO_PAST: SubmissionPast = { changed: new Set(), appraisals: new Map() };

/**
 * Answers beside what they were when their submission was sent the time before: once it is with the appraisers, that is
 * the time before the present one; while its house works on it, it is the last time it left.
 */
const listChanges = (
  db: Db,
  { id, state }: Pick<StoredSubmission, 'id' | 'state'>,
): Promise<readonly ChangeRow[]> => listChangesSince(db, id, isSent(state) ? 1 : 0);

/** What changed since a submission was sent the time before. */
export const answerChanges = async (
  db: Db,
  submissionId: string,
  actor: Actor | undefined,
): Promise<{ readonly since: string | null; readonly items: AnswerChange[] } | Refusal> => {
  const submission = await findSubmission(db, submissionId);
  if (!submission || !can(actor, 'submission.read', submission)) {
    return refuse('record.not-found', { kind: 'submission', code: submissionId });
  }
  const rows = await listChanges(db, submission);
  return {
    since: rows[0]?.since ?? null,
    items: rows.filter((row) => row.isFigure || row.areWords || row.newEvidence > 0),
  };
};

/** What came before the present state of a submission: which answers are not as they were sent, what was said of them. */
export const loadSubmissionPast = async (db: Db, submission: StoredSubmission): Promise<SubmissionPast> => {
  // What was never sent before has neither been changed since nor been appraised.
  if (submission.submittedAt === null) return NO_PAST;
  const changes = await listChanges(db, submission);
  if (changes.length === 0) return NO_PAST;
  const appraisals = new Map<string, EarlierAppraisals>();
  for (const { subject, item, ...appraisal } of await listEarlierAppraisals(db, submission.id)) {
    const key = answerKey({ subject, item });
    appraisals.set(key, [...(appraisals.get(key) ?? []), appraisal]);
  }
  return {
    changed: new Set(changes.filter((row) => row.isFigure || row.areWords).map(answerKey)),
    appraisals,
  };
};
