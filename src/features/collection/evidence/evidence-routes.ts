import { can } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findWriteRefusal } from '#core/submission/submission-state.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { buildEvidenceArchive } from './evidence-archive.ts';
import * as contract from '#features/collection/evidence-contract.ts';
import { listEvidence } from './evidence-reads.ts';
import { addEvidenceFile, addEvidenceReference, putAttachments } from './keep-evidence.ts';
import { findRound } from '#features/collection/round/round-store.ts';
import type { SubmissionWriter } from '#features/collection/submission/save-answers.ts';
import { takesFiguresOf } from '#features/collection/submission/submission-record.ts';
import { findSubmission, type StoredSubmission } from '#features/collection/submission/submission-store.ts';

// To whom a submission is out of reach it is not there: guessing ids tells nothing.
const findReadable = async (
  { db, actor }: RequestContext,
  id: string,
): Promise<StoredSubmission | Refusal> => {
  const submission = await findSubmission(db, id);
  return submission && can(actor, 'submission.read', submission)
    ? submission
    : refuse('record.not-found', { kind: 'submission', code: id });
};

// An organization's own people choose from all that it has; others see what stands behind the figures.
const scopeOf = ({ actor }: RequestContext, submission: StoredSubmission) => ({
  submissionId: submission.id,
  organizationCode: submission.organizationCode,
  which: can(actor, 'submission.write', submission) ? ('all' as const) : ('attached' as const),
});

const mayWriteNow = async ({ db, actor, clock }: RequestContext, submission: StoredSubmission) => {
  const round = await findRound(db, submission.roundId);
  if (!round) throw new Error(`A submission without its round: ${submission.id}`);
  const takesFigures = takesFiguresOf({ round, submission }, clock.today());
  return findWriteRefusal({ ...submission, takesFigures }, actor) === undefined;
};

const answerList = async (
  context: RequestContext,
  submissionId: string,
): Promise<contract.EvidenceList | Refusal> => {
  const submission = await findReadable(context, submissionId);
  if (isRefusal(submission)) return submission;
  const items = await listEvidence(context.db, scopeOf(context, submission));
  const mayWrite = await mayWriteNow(context, submission);
  return { items: [...items], total: items.length, mayWrite, limitBytes: context.evidenceFiles.limitBytes };
};

const answerFile = async (
  context: RequestContext,
  params: { readonly id: string; readonly evidenceId: string },
) => {
  const submission = await findReadable(context, params.id);
  if (isRefusal(submission)) return submission;
  const { evidenceId } = params;
  const [piece] = await listEvidence(context.db, { ...scopeOf(context, submission), evidenceId });
  const content = piece?.file ? await context.evidenceFiles.read(piece.file.sha256) : undefined;
  if (!piece?.file || !content) return refuse('record.not-found', { kind: 'evidence', code: evidenceId });
  return { name: piece.title, mediaType: piece.file.mediaType, content };
};

const writerOf = ({ db, clock, actor, caller }: RequestContext): SubmissionWriter | Refusal =>
  actor ? { db, clock, actor, caller } : refuse('session.required');

/** Evidence behind figures, and the archive of a round. */
export const evidenceRoutes: readonly HandledRoute[] = [
  handle(contract.listEvidence, ({ params }, context) => answerList(context, params.id)),
  handle(contract.addEvidenceFile, async ({ params, query, file }, context) => {
    const writer = writerOf(context);
    if (isRefusal(writer)) return writer;
    if (!file) return refuse('file.missing');
    return addEvidenceFile(writer, context.evidenceFiles, params.id, { ...file, writeId: query.writeId });
  }),
  handle(contract.addEvidenceReference, async ({ params, body }, context) => {
    const writer = writerOf(context);
    if (isRefusal(writer)) return writer;
    return addEvidenceReference(writer, params.id, body.reference, body.writeId);
  }),
  handle(contract.putAttachments, async ({ params, body }, context) => {
    const writer = writerOf(context);
    const refused = isRefusal(writer) ? writer : await putAttachments(writer, params.id, body);
    return refused ?? answerList(context, params.id);
  }),
  handle(contract.getEvidenceFile, ({ params }, context) => answerFile(context, params)),
  handle(contract.getEvidenceArchive, ({ params, query }, { db, evidenceFiles, clock }) =>
    buildEvidenceArchive({ db, files: evidenceFiles, clock }, params.id, query.organization),
  ),
];
