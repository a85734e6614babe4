import { isDeepStrictEqual } from 'node:util';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listAlikeDocuments } from '#core/plan/document-identity.ts';
import { canBeAnother } from '#core/plan/recognize-document.ts';
import { listNamed, listStanding, replayReview, type Review } from '#core/plan-review/replay-review.ts';
import { buildReviewedReading } from '#core/plan-review/reviewed-reading.ts';
import { isDocumentStep, type ReviewStep } from '#core/plan-review/review-step.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { ImportContext } from '#features/plan-import/import-context.ts';
import { listDocumentHeads } from '#features/plan-import/reads.ts';
import type { ReviewProgress } from './review-contract.ts';
import { appendReviewStep, findStepOfWrite, listReviewSteps } from './review-store.ts';
import { findItemKind, lockImport, type ImportRow } from '#features/plan-import/store.ts';

/** How far a review has come, and the import with its reading as reviewers have left it. */
export interface ReviewedImport {
  /** Number of steps made. */
  readonly version: number;
  /** Whether anybody ever decided on an item. */
  readonly isBegun: boolean;
  readonly review: Review;
  /** The import; its reading is the reviewed one. */
  readonly row: ImportRow;
}

const reviewWith = (row: ImportRow, steps: readonly ReviewStep[]): ReviewedImport | Refusal => {
  const review = replayReview(row.reading, steps);
  if (isRefusal(review)) return review;
  return {
    version: steps.length,
    isBegun: steps.some((step) => step.kind !== 'undo' && !isDocumentStep(step)),
    review,
    row: { ...row, reading: buildReviewedReading(row.reading, review) },
  };
};

/** An import as its reviewers have left it; without any step it is the reading of the file. */
export const reviewImport = async (db: Db | Tx, row: ImportRow): Promise<ReviewedImport | Refusal> =>
  reviewWith(row, await listReviewSteps(db, row.id));

/** The numbers of a review. */
export const progressOf = ({ version, review: { items, standing } }: ReviewedImport): ReviewProgress => {
  const count = (state: Review['items'][number]['state']): number =>
    items.filter((item) => item.state === state).length;
  return {
    ...{ version, standing },
    ...{ pending: count('pending'), accepted: count('accepted'), rejected: count('rejected') },
  };
};

/** What keeping a step did. */
interface KeptProgress extends ReviewProgress {
  /** Of an undo: the items that the step taken back had named. */
  readonly undone: string[];
}

const listUndone = (before: readonly ReviewStep[], step: ReviewStep): string[] => {
  const standing = step.kind === 'undo' ? listStanding(before) : [];
  const last = isRefusal(standing) ? undefined : standing.at(-1);
  return last ? [...listNamed(last)] : [];
};

/** A step as a client sends it. */
export interface NewStep {
  readonly writeId: string;
  readonly version: number;
  readonly step: ReviewStep;
}

const refuseClosed = ({ id, state }: ImportRow): Refusal | undefined => {
  if (state === 'accepted') return refuse('plan-import.already-accepted', { id });
  if (state === 'discarded') return refuse('plan-import.discarded', { id });
  if (state === 'undone') return refuse('plan-import.undone', { id });
  return undefined;
};

/** Only of a document that the file may be can anybody say that it is or is not that one. */
const refuseUnlike = async (tx: Tx, row: ImportRow, step: ReviewStep): Promise<Refusal | undefined> => {
  if (!isDocumentStep(step)) return undefined;
  const alike = listAlikeDocuments(row.reading.document, await listDocumentHeads(tx));
  const named = alike.find(({ document }) => document.id === step.registered);
  const mayBe = named && (step.kind === 'same-document' || canBeAnother(named));
  return mayBe ? undefined : refuse('plan-import.not-alike', { documentId: step.registered });
};

/** A step can only name a registered item of the same kind. */
const refuseUnregistered = async (
  tx: Tx,
  { items }: Review,
  step: ReviewStep,
): Promise<Refusal | undefined> => {
  if (step.kind !== 'same' && step.kind !== 'distinct') return undefined;
  const kind = items.find(({ item }) => item.reading.id === step.item)?.item.kind;
  return (await findItemKind(tx, step.registered)) === kind
    ? undefined
    : refuse('plan-import.unknown-item', { ids: [step.registered] });
};

const keep = async (
  tx: Tx,
  { clock, caller, accountId }: ImportContext,
  row: ImportRow,
  { writeId, version, step }: NewStep,
): Promise<KeptProgress | Refusal> => {
  const closed = refuseClosed(row);
  if (closed) return closed;
  const steps = await listReviewSteps(tx, row.id);
  if (steps.length !== version) return refuse('edit.conflict', { field: 'version', version: steps.length });
  const reviewed = reviewWith(row, [...steps, step]);
  if (isRefusal(reviewed)) return reviewed;
  const misnamed =
    (await refuseUnlike(tx, row, step)) ?? (await refuseUnregistered(tx, reviewed.review, step));
  if (misnamed) return misnamed;
  const at = clock.now();
  const sequence = version + 1;
  await appendReviewStep(tx, { importId: row.id, sequence, step }, { writeId, at, by: accountId });
  await appendAuditEvent(tx, caller, {
    ...{ at, action: 'plan-import.review', subject: `plan-import:${row.id}` },
    details: { sequence, ...step },
  });
  return { ...progressOf(reviewed), undone: listUndone(steps, step) };
};

/**
 * Keeps one step of a review. The same write id again keeps nothing more; a version that is not the present one is a conflict,
 * so that nobody decides over what somebody else has just changed.
 */
export const addStep = (context: ImportContext, id: string, sent: NewStep): Promise<KeptProgress | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    const row = await lockImport(tx, id);
    if (!row) return refuse('record.not-found', { id });
    const earlier = await findStepOfWrite(tx, sent.writeId);
    if (!earlier) return keep(tx, context, row, sent);
    if (earlier.importId !== id || !isDeepStrictEqual(earlier.step, sent.step)) {
      return refuse('edit.conflict', { field: 'writeId' });
    }
    const steps = await listReviewSteps(tx, id);
    const reviewed = reviewWith(row, steps);
    if (isRefusal(reviewed)) return reviewed;
    return { ...progressOf(reviewed), undone: listUndone(steps.slice(0, earlier.sequence - 1), sent.step) };
  });
