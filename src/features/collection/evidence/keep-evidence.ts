import { can } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findWriteRefusal } from '#core/submission/submission-state.ts';
import type { EvidenceReference } from '#contract/evidence.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import { type AddedEvidence, addEvidence, recordRefusedEvidence } from '#server/registers/add-evidence.ts';
import { listOwnEvidence } from '#server/registers/evidence-pieces.ts';
import type { Evidence } from '#features/collection/evidence-contract.ts';
import { listEvidence } from './evidence-reads.ts';
import { type AttachmentRow, detachEvidence, insertAttachments } from './evidence-store.ts';
import { findRound } from '#features/collection/round/round-store.ts';
import type { SubmissionWriter } from '#features/collection/submission/save-answers.ts';
import { listAttachedEvidence, listRequestsOf } from '#features/collection/submission/submission-reads.ts';
import { takesFiguresOf } from '#features/collection/submission/submission-record.ts';
import {
  findSubmission,
  lockSubmission,
  type StoredSubmission,
} from '#features/collection/submission/submission-store.ts';

const isOutOfReach = ({ actor }: SubmissionWriter, submission: StoredSubmission | undefined): boolean =>
  !submission || !can(actor, 'submission.read', submission);

const notFound = (id: string): Refusal => refuse('record.not-found', { kind: 'submission', code: id });

/** The submission whose evidence somebody may change now, kept from changing until the transaction ends. */
const lockWritable = async (
  tx: Tx,
  writer: SubmissionWriter,
  submissionId: string,
): Promise<StoredSubmission | Refusal> => {
  const submission = await lockSubmission(tx, submissionId);
  if (!submission || isOutOfReach(writer, submission)) return notFound(submissionId);
  const round = await findRound(tx, submission.roundId);
  if (!round) throw new Error(`A submission without its round: ${submissionId}`);
  const takesFigures = takesFiguresOf({ round, submission }, writer.clock.today());
  return findWriteRefusal({ ...submission, takesFigures }, writer.actor) ?? submission;
};

const pieceOf = async (tx: Tx, submission: StoredSubmission, evidenceId: string): Promise<Evidence> => {
  const { id: submissionId, organizationCode } = submission;
  const [piece] = await listEvidence(tx, { submissionId, organizationCode, which: 'all', evidenceId });
  if (!piece) throw new Error(`Evidence that is gone as soon as it is added: ${evidenceId}`);
  return piece;
};

const keep = (
  writer: SubmissionWriter,
  submissionId: string,
  added: AddedEvidence,
  writeId: string,
): Promise<Evidence | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const locked = await lockWritable(tx, writer, submissionId);
    if (isRefusal(locked)) return locked;
    const { clock, actor, caller } = writer;
    const { organizationCode } = locked;
    const write = { caller, at: clock.now(), by: actor.accountId, organizationCode, writeId };
    const id = await addEvidence(tx, { ...write, place: { submission: submissionId } }, added);
    return isRefusal(id) ? id : pieceOf(tx, locked, id);
  });

/**
 * Keeps a file as evidence of the organization: first on the disk, then in the register, so that what is registered is
 * there. A retry with the same write id keeps nothing twice.
 */
export const addEvidenceFile = async (
  writer: SubmissionWriter,
  files: EvidenceFiles,
  submissionId: string,
  upload: { readonly name: string; readonly content: Uint8Array; readonly writeId: string },
): Promise<Evidence | Refusal> => {
  // Before anything is written: a stranger's file must not take room.
  const submission = await findSubmission(writer.db, submissionId);
  if (!submission || isOutOfReach(writer, submission)) return notFound(submissionId);
  if (!can(writer.actor, 'submission.write', submission)) return refuse('access.denied');
  const admitted = await files.admit(upload);
  if (isRefusal(admitted)) {
    const { db, clock, caller } = writer;
    const subject = `submission:${submissionId}`;
    await recordRefusedEvidence(db, { caller, at: clock.now(), subject }, admitted);
    return admitted;
  }
  return keep(writer, submissionId, { kind: 'file', file: admitted }, upload.writeId);
};

/** Names a page or a document of the register as evidence. A retry adds nothing twice. */
export const addEvidenceReference = (
  writer: SubmissionWriter,
  submissionId: string,
  reference: EvidenceReference,
  writeId: string,
): Promise<Evidence | Refusal> => keep(writer, submissionId, reference, writeId);

const keyOf = ({ subject, item, evidenceId }: AttachmentRow): string => `${subject}/${item}@${evidenceId}`;

const byKey = (rows: readonly AttachmentRow[]): ReadonlyMap<string, AttachmentRow> =>
  new Map(rows.map((row) => [keyOf(row), row]));

const findUnfit = async (
  tx: Tx,
  submission: StoredSubmission,
  wanted: readonly AttachmentRow[],
): Promise<Refusal | undefined> => {
  const requests = await listRequestsOf(tx, submission.roundId, submission.organizationCode);
  const asked = new Set(requests.map(({ subject, item }) => `${subject}/${item}`));
  const unasked = wanted.find(({ subject, item }) => !asked.has(`${subject}/${item}`));
  if (unasked) return refuse('answer.not-asked', { item: unasked.item });
  const ids = [...new Set(wanted.map(({ evidenceId }) => evidenceId))];
  const own = await listOwnEvidence(tx, submission.organizationCode, ids);
  const foreign = ids.find((id) => !own.has(id));
  return foreign === undefined
    ? undefined
    : refuse('evidence.not-of-this-organization', { evidence: foreign });
};

/** Attaches evidence to figures and takes it away from others, all or nothing; what is so already stays so. */
export const putAttachments = (
  writer: SubmissionWriter,
  submissionId: string,
  wanted: { readonly attach: readonly AttachmentRow[]; readonly detach: readonly AttachmentRow[] },
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    const locked = await lockWritable(tx, writer, submissionId);
    if (isRefusal(locked)) return locked;
    const unfit = await findUnfit(tx, locked, wanted.attach);
    if (unfit) return unfit;
    const present = byKey(await listAttachedEvidence(tx, submissionId));
    const attach = [...byKey(wanted.attach)].filter(([key]) => !present.has(key));
    const detach = [...byKey(wanted.detach)].filter(([key]) => present.has(key));
    if (attach.length === 0 && detach.length === 0) return undefined;
    const write = { at: writer.clock.now(), by: writer.actor.accountId };
    const rowsOf = (entries: readonly (readonly [string, AttachmentRow])[]) => entries.map(([, row]) => row);
    await insertAttachments(tx, submissionId, rowsOf(attach), write);
    await detachEvidence(tx, submissionId, rowsOf(detach), write);
    await appendAuditEvent(tx, writer.caller, {
      at: write.at,
      action: 'evidence.attach',
      subject: `submission:${submissionId}`,
      details: { attached: attach.map(([key]) => key), detached: detach.map(([key]) => key) },
    });
    return undefined;
  });
