import { decideAccess } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { answersVersionOf } from '#core/submission/answers-version.ts';
import {
  accessOfAction,
  decideSubmission,
  type SubmissionAction,
  type SubmissionFacts,
} from '#core/submission/submission-state.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import { figureFacts } from '#features/collection/figures/figure-facts.ts';
import { publishFigures } from '#features/collection/figures/publish-figures.ts';
import { recordTaskProgress } from '#features/collection/task-progress/record-task-progress.ts';
import type { SubmissionWriter } from './save-answers.ts';
import { countCompleteness, factsOf, listFindings } from './submission-checks.ts';
import { loadSubmissionRecord, type SubmissionRecord } from './submission-record.ts';
import { findStepOfWrite, lockSubmission, moveSubmission } from './submission-store.ts';

/** A step that somebody asks for, with the version of the submission that was seen. */
export interface SubmissionStep {
  readonly action: SubmissionAction;
  readonly reason: string | null;
  readonly version: number;
  /** What was seen of its answers. */
  readonly answersVersion?: number | undefined;
  readonly writeId: string;
}

/** Steps by which somebody answers for the figures as they are. */
const VOUCHING: readonly SubmissionAction[] = ['submit', 'accept'];

// Nobody signs what they have not seen: whoever saved in the meantime is read first.
const findUnseen = ({ answers }: SubmissionRecord, step: SubmissionStep): Refusal | undefined => {
  const answersVersion = answersVersionOf(answers.values());
  return VOUCHING.includes(step.action) && step.answersVersion !== answersVersion
    ? refuse('edit.conflict', { field: 'answersVersion', answersVersion })
    : undefined;
};

// Who acts, for the history: the role that permits it. Asked only once the step has been permitted.
const roleOf = ({ actor }: SubmissionWriter, facts: SubmissionFacts, action: SubmissionAction): string => {
  const decision = decideAccess(actor, accessOfAction(action), facts);
  if (!decision.permitted) throw new Error(`A step was taken that nobody permitted: ${action}`);
  return decision.holding.role;
};

const move = async (
  tx: Tx,
  writer: SubmissionWriter,
  record: SubmissionRecord,
  step: SubmissionStep,
): Promise<Refusal | undefined> => {
  const { submission } = record;
  const facts = factsOf(record, countCompleteness(record, listFindings(record)), writer.clock.today());
  const next = decideSubmission(facts, step.action, writer.actor, step.reason);
  if (isRefusal(next)) return next;
  const unseen = findUnseen(record, step);
  if (unseen) return unseen;
  const at = writer.clock.now();
  const { accountId } = writer.actor;
  const isFirstAppraisal = step.action === 'accept' && submission.appraisalsPassed === 0;
  await moveSubmission(
    tx,
    {
      ...{ submissionId: submission.id, action: step.action, from: submission.state, to: next.state },
      ...{ reason: step.reason, at, by: accountId },
    },
    {
      appraisalsPassed: next.appraisalsPassed,
      firstAppraiserId: isFirstAppraisal ? accountId : submission.firstAppraiserId,
    },
    { role: roleOf(writer, facts, step.action), writeId: step.writeId },
  );
  const written = next.state === 'accepted' ? await publishFigures(tx, record, { at, accountId }) : [];
  if (next.state === 'accepted') await recordTaskProgress(tx, record, { at, accountId });
  await appendAuditEvent(tx, writer.caller, {
    at,
    action: `submission.${step.action}`,
    subject: `submission:${submission.id}`,
    details: { reason: step.reason },
    before: { state: submission.state, ...figureFacts(written, 'before') },
    after: { state: next.state, ...figureFacts(written, 'after') },
  });
  return undefined;
};

/**
 * Moves a submission on. Accepting it takes its figures over into the index in the same transaction. A retry with the
 * same write id changes nothing.
 */
export const actOnSubmission = (
  writer: SubmissionWriter,
  submissionId: string,
  step: SubmissionStep,
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (!submission) return refuse('record.not-found', { kind: 'submission', code: submissionId });
    const earlier = await findStepOfWrite(tx, step.writeId);
    if (earlier) {
      const isSame = earlier.submissionId === submissionId && earlier.action === step.action;
      return isSame ? undefined : refuse('edit.conflict', { field: 'writeId' });
    }
    // Who may not see it is told so before being told about its version.
    const access = decideAccess(writer.actor, 'submission.read', submission);
    if (!access.permitted) return refuse('access.denied', { reason: access.reason });
    if (step.version !== submission.version) {
      return refuse('edit.conflict', { field: 'version', version: submission.version });
    }
    return move(tx, writer, await loadSubmissionRecord(tx, submission), step);
  });
