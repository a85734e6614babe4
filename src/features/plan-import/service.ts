import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import {
  decideImport,
  listUnknownIds,
  type ComparedEntry,
  type ImportDecisions,
  type ImportPlan,
  type SameItem,
} from '#core/plan/compare-import.ts';
import { decideAmendment } from '#core/plan/compare-amendment.ts';
import type { Review } from '#core/plan-review/replay-review.ts';
import { listReviewDecisions } from '#core/plan-review/reviewed-reading.ts';
import { appendAuditEvent, type AuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import type { GivenFile } from '#server/read/file-reader.ts';
import type { ReadPlanFile } from '#server/read/read-plan-file.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { compareWithAmended, compareWithRegisters } from './compare-with-registers.ts';
import { PlanImportDecisions, type PlanImportOutcome } from './contract.ts';
import type { ImportContext } from './import-context.ts';
import { keepDistinctions } from './item-distinction-store.ts';
import { registerImport } from './register-import.ts';
import { progressOf, type ReviewedImport } from './review-import.ts';
import {
  findLiveImport,
  insertImport,
  listItemKinds,
  lockImport,
  lockRegisters,
  updateImport,
  type ImportRow,
} from './store.ts';

/** Reads a plan file here, or in another thread. */
export type FileReading = (
  file: GivenFile,
  agencies: AgencyDirectory,
) => ReadPlanFile | Refusal | Promise<ReadPlanFile | Refusal>;

/** A live import and whether this very file had been offered before. */
export interface Offered {
  readonly importId: string;
  readonly repeated: boolean;
}

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Appends a deed to the audit trail of an import. */
export const auditImport = (
  tx: Tx,
  context: ImportContext,
  action: string,
  importId: string,
  facts: Pick<AuditEvent, 'details' | 'before' | 'after'>,
): Promise<void> =>
  appendAuditEvent(tx, context.caller, {
    ...facts,
    at: context.clock.now(),
    action,
    subject: `plan-import:${importId}`,
  });

interface Draft {
  readonly origin: 'reviewed-reading' | 'document';
  readonly fileName: string;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly text: string | null;
  readonly reading: PlanReading;
  readonly improvementPlan?: ImprovementPlanRevision;
}

/** The kept plan that a draft was written from. */
export interface ImprovementPlanRevision {
  readonly id: string;
  readonly revision: number;
}

const storeDraft = (context: ImportContext, draft: Draft): Promise<Offered | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    const id = newId();
    const isNew = await insertImport(tx, {
      id,
      origin: draft.origin,
      file_name: draft.fileName,
      sha256: draft.sha256,
      encoding: draft.encoding,
      source_text: draft.text,
      reading: draft.reading,
      uploaded_at: context.clock.now(),
      uploaded_by: context.accountId,
      improvement_plan_id: draft.improvementPlan?.id ?? null,
      improvement_plan_revision: draft.improvementPlan?.revision ?? null,
    });
    if (isNew) {
      const { fileName, sha256 } = draft;
      await auditImport(tx, context, 'plan-import.offer', id, {
        after: { fileName, sha256, state: 'draft' },
      });
      return { importId: id, repeated: false };
    }
    const earlier = await findLiveImport(tx, draft.sha256);
    // Only a discard between the two statements can hide the earlier one.
    return earlier ? { importId: earlier.id, repeated: true } : refuse('edit.conflict');
  });

/** Reads an uploaded file into a draft. A file that was offered before gives the earlier import and stores nothing. */
export const offerPlan = async (
  context: ImportContext,
  file: GivenFile,
  readFile: FileReading,
): Promise<Offered | Refusal> => {
  const sha256 = sha256Of(file.content);
  const earlier = await findLiveImport(context.db, sha256);
  if (earlier) return { importId: earlier.id, repeated: true };
  const read = await readFile(file, await readAgencyDirectory(context.db));
  if (isRefusal(read)) return read;
  return storeDraft(context, {
    origin: 'document',
    fileName: file.name,
    sha256,
    encoding: read.encoding,
    text: read.text,
    reading: read.reading,
  });
};

/** Offers a reading that people have reviewed, without the document's text. `content` is the file it was kept in. */
export const offerReviewedReading = async (
  context: ImportContext,
  file: GivenFile,
  reading: PlanReading,
): Promise<Offered | Refusal> => {
  const sha256 = sha256Of(file.content);
  const earlier = await findLiveImport(context.db, sha256);
  if (earlier) return { importId: earlier.id, repeated: true };
  return storeDraft(context, {
    ...{ origin: 'reviewed-reading', fileName: file.name, sha256 },
    ...{ encoding: null, text: null, reading },
  });
};

/** Offers a document that the system wrote itself, with what it says. The same text is offered once. */
export const offerText = async (
  context: ImportContext,
  draft: Required<Pick<Draft, 'fileName' | 'reading' | 'improvementPlan'>> & { readonly text: string },
): Promise<Offered | Refusal> => {
  const sha256 = sha256Of(Buffer.from(draft.text));
  const earlier = await findLiveImport(context.db, sha256);
  if (earlier) return { importId: earlier.id, repeated: true };
  return storeDraft(context, { ...draft, origin: 'document', encoding: 'utf-8', sha256 });
};

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n');

/** An accepted import stays as it was accepted: the same decisions again are a retry, others come too late. */
const answerRepeated = (
  row: ImportRow,
  decisions: PlanImportDecisions,
): { readonly id: string } | Refusal => {
  const earlier = PlanImportDecisions.parse(row.decisions);
  const isRetry =
    sameIds(earlier.excluded, decisions.excluded) &&
    sameIds(earlier.replaced, decisions.replaced) &&
    isDeepStrictEqual(
      [earlier.amendment, earlier.sameAs ?? []],
      [decisions.amendment, decisions.sameAs ?? []],
    );
  return isRetry ? { id: row.id } : refuse('plan-import.already-accepted', { id: row.id });
};

/** What the review decided, and beside it what the caller did. A review is entered as it was seen, and only when it is done. */
const decideReviewed = (
  prepared: ReviewedImport,
  { excluded, replaced, sameAs = [], reviewVersion = 0 }: PlanImportDecisions,
): Required<ImportDecisions> | Refusal => {
  const { version, review } = prepared;
  if (version !== reviewVersion) return refuse('edit.conflict', { field: 'reviewVersion', version });
  const { pending } = progressOf(prepared);
  if (version > 0 && pending > 0) return refuse('plan-review.unfinished', { pending });
  const reviewed = listReviewDecisions(review);
  return {
    excluded: [...new Set([...excluded, ...reviewed.excluded])],
    replaced: [...new Set([...replaced, ...reviewed.replaced])],
    sameAs: [...sameAs, ...reviewed.sameAs],
  };
};

/** What an import is to do, and into which document it goes. */
interface PreparedEntry {
  readonly row: ImportRow;
  readonly documentId: string | undefined;
  readonly plan: ImportPlan;
  readonly review: Review;
}

const outcomeOf = (plan: ImportPlan): PlanImportOutcome => ({
  added: plan.added.length,
  quoted: plan.quoted.length,
  replaced: plan.replaced.length,
  unchanged: plan.unchanged,
  excluded: plan.excluded,
  ...(plan.amended.length > 0 && { amended: plan.amended.length }),
  ...(plan.takenOver.length > 0 && { takenOver: plan.takenOver.length }),
  ...(plan.mentioned.length > 0 && { mentioned: plan.mentioned.length }),
  ...(plan.ended.length > 0 && { ended: plan.ended.length }),
});

const enter = async (
  tx: Tx,
  context: ImportContext,
  { row, documentId, plan, review }: PreparedEntry,
  decisions: PlanImportDecisions,
): Promise<void> => {
  const at = context.clock.now();
  const by = context.accountId;
  const directory = await readAgencyDirectory(tx);
  const registered = await registerImport(tx, { row, plan, directory, documentId, at, by });
  await keepDistinctions(tx, row.id, review);
  const entered = registered.documentId;
  const outcome = outcomeOf(plan);
  await updateImport(tx, row.id, { state: 'accepted', at, by, decisions, outcome, documentId: entered });
  await auditImport(tx, context, 'plan-import.accept', row.id, {
    // The heads themselves stay in the readings of the imports.
    details: {
      ...{ ...outcome, documentId: entered, completedHead: registered.completed },
      ...(decisions.amendment && { amendment: decisions.amendment }),
    },
    ...{ before: { state: 'draft' }, after: { state: 'accepted' } },
  });
};

const refuseUnknown = (ids: readonly string[]): Refusal | undefined =>
  ids.length > 0 ? refuse('plan-import.unknown-item', { ids }) : undefined;

/** Items that a statement can't repeat: there is none, or it is of another kind. */
const listUnlikeItems = async (
  tx: Tx,
  compared: readonly ComparedEntry[],
  sameAs: readonly SameItem[] = [],
): Promise<readonly string[]> => {
  const kinds = new Map(compared.map(({ entry }) => [entry.reading.id, entry.kind]));
  const registered = await listItemKinds(
    tx,
    sameAs.map(({ itemId }) => itemId),
  );
  return sameAs
    .filter(({ readingId, itemId }) => registered.get(itemId) !== kinds.get(readingId))
    .map(({ itemId }) => itemId);
};

const prepareCopy = async (
  tx: Tx,
  row: ImportRow,
  decisions: PlanImportDecisions,
): Promise<PreparedEntry | Refusal> => {
  const prepared = await compareWithRegisters(tx, row);
  if (isRefusal(prepared)) return prepared;
  const decided = decideReviewed(prepared, decisions);
  if (isRefusal(decided)) return decided;
  const unknown = refuseUnknown([
    ...listUnknownIds(prepared.compared, decisions),
    ...(await listUnlikeItems(tx, prepared.compared, decided.sameAs)),
  ]);
  if (unknown) return unknown;
  const plan = decideImport(prepared.compared, decided);
  return { row: prepared.row, documentId: prepared.documentId, plan, review: prepared.review };
};

type AmendmentDecision = NonNullable<PlanImportDecisions['amendment']>;

const prepareAmendment = async (
  tx: Tx,
  row: ImportRow,
  decisions: PlanImportDecisions,
  amendment: AmendmentDecision,
): Promise<PreparedEntry | Refusal> => {
  const { relation, ended } = amendment;
  const prepared = await compareWithAmended(tx, row, amendment);
  if (isRefusal(prepared)) return prepared;
  const { imported, comparison } = prepared;
  const dropped = new Set(comparison.dropped.map(({ itemId }) => itemId));
  const decided = decideReviewed(imported, decisions);
  if (isRefusal(decided)) return decided;
  const unknown = refuseUnknown([
    ...listUnknownIds(comparison.entries, decisions),
    ...(await listUnlikeItems(tx, imported.compared, decided.sameAs)),
    ...ended.filter((id) => !dropped.has(id)),
  ]);
  if (unknown) return unknown;
  const { excluded, replaced: applied, sameAs } = decided;
  const plan = decideAmendment(comparison, { excluded, applied, ended, sameAs }, relation);
  return { row: imported.row, documentId: undefined, plan, review: imported.review };
};

/** Enters a draft into the registers, all or nothing. Accepting again with the same decisions changes nothing. */
export const acceptImport = (
  context: ImportContext,
  id: string,
  decisions: PlanImportDecisions,
): Promise<{ readonly id: string } | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    await lockRegisters(tx);
    const row = await lockImport(tx, id);
    if (!row) return refuse('record.not-found', { id });
    if (row.state === 'discarded') return refuse('plan-import.discarded', { id });
    if (row.state === 'undone') return refuse('plan-import.undone', { id });
    if (row.state === 'accepted') return answerRepeated(row, decisions);
    const { amendment } = decisions;
    const prepared = amendment
      ? await prepareAmendment(tx, row, decisions, amendment)
      : await prepareCopy(tx, row, decisions);
    if (isRefusal(prepared)) return prepared;
    await enter(tx, context, prepared, decisions);
    return { id };
  });

/** Puts a draft aside, so that its file can be offered again. Discarding twice changes nothing. */
export const discardImport = (
  context: ImportContext,
  id: string,
): Promise<{ readonly id: string } | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    const row = await lockImport(tx, id);
    if (!row) return refuse('record.not-found', { id });
    if (row.state === 'accepted') return refuse('plan-import.already-accepted', { id });
    if (row.state === 'undone') return refuse('plan-import.undone', { id });
    if (row.state === 'discarded') return { id };
    await updateImport(tx, id, { state: 'discarded', at: context.clock.now(), by: context.accountId });
    const facts = { before: { state: 'draft' }, after: { state: 'discarded' } };
    await auditImport(tx, context, 'plan-import.discard', id, facts);
    return { id };
  });
