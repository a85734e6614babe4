import { can, type Actor } from '#core/access/access.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { isSent } from './round-views.ts';
import type { Db } from '#server/db/database.ts';
import { listChangesSince } from './change-reads.ts';
import type { AnswerChange } from './follow-up-contract.ts';
import { findSubmission } from './submission-store.ts';

/**
 * What changed since a submission was sent the time before: once it is with the appraisers, that is the time before the
 * present one; while its house works on it, it is the last time it left.
 */
export const answerChanges = async (
  db: Db,
  submissionId: string,
  actor: Actor | undefined,
): Promise<{ readonly since: string | null; readonly items: AnswerChange[] } | Refusal> => {
  const submission = await findSubmission(db, submissionId);
  if (!submission || !can(actor, 'submission.read', submission)) {
    return refuse('record.not-found', { kind: 'submission', code: submissionId });
  }
  const rows = await listChangesSince(db, submissionId, isSent(submission.state) ? 1 : 0);
  const items = rows
    .filter(({ isChanged, newEvidence }) => isChanged || newEvidence > 0)
    .map(({ subject, item, before, newEvidence }) => ({ subject, item, before, newEvidence }));
  return { since: rows[0]?.since ?? null, items };
};
