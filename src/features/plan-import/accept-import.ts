import { isDeepStrictEqual } from 'node:util';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
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
import type { Tx } from '#server/db/database.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { auditImport } from './audit-import.ts';
import { compareWithAmended, compareWithRegisters } from './compare-with-registers.ts';
import { PlanImportDecisions, type PlanImportOutcome } from './contract.ts';
import type { ImportContext } from './import-context.ts';
import { keepDistinctions } from './review/item-distinction-store.ts';
import { registerImport } from './register/register-import.ts';
import { progressOf, type ReviewedImport } from './review/review-import.ts';
import { listItemKinds, lockImport, lockRegisters, updateImport, type ImportRow } from './store.ts';

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
  if (prepared.isBegun && pending > 0) return refuse('plan-review.unfinished', { pending });
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
  readonly decided: Required<ImportDecisions>;
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
  { row, documentId, plan, review, decided }: PreparedEntry,
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
      // Which statements those numbers stand for, by reading id.
      ...{ decided, document: review.document },
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
  const { recognition } = prepared.recognized;
  if (recognition.standing === 'asked') {
    const { document, question } = recognition;
    return refuse('plan-import.document-unclear', { documentId: document.id, question });
  }
  const decided = decideReviewed(prepared, decisions);
  if (isRefusal(decided)) return decided;
  const unknown = refuseUnknown([
    ...listUnknownIds(prepared.compared, decisions),
    ...(await listUnlikeItems(tx, prepared.compared, decided.sameAs)),
  ]);
  if (unknown) return unknown;
  const plan = decideImport(prepared.compared, decided);
  return { row: prepared.row, documentId: prepared.documentId, plan, review: prepared.review, decided };
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
    ...(await listUnlikeItems(tx, comparison.entries, decided.sameAs)),
    ...ended.filter((id) => !dropped.has(id)),
  ]);
  if (unknown) return unknown;
  const { excluded, replaced: applied, sameAs } = decided;
  const plan = decideAmendment(comparison, { excluded, applied, ended, sameAs }, relation);
  return { row: imported.row, documentId: undefined, plan, review: imported.review, decided };
};

/** Into what a draft may be entered: into the document that it is, or into none that is registered. */
type Entry = 'any-document' | 'new-document';

const refuseRegistered = (
  { row, documentId }: PreparedEntry,
  entry: Entry,
): Refusal<'plan-import.already-registered'> | undefined =>
  entry === 'new-document' && documentId !== undefined
    ? refuse('plan-import.already-registered', {
        id: documentId,
        docNumber: row.reading.document.docNumber,
      })
    : undefined;

/** Enters a draft into the registers, all or nothing. Accepting again with the same decisions changes nothing. */
export const acceptImport = (
  context: ImportContext,
  id: string,
  decisions: PlanImportDecisions,
  entry: Entry = 'any-document',
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
    const registered = refuseRegistered(prepared, entry);
    if (registered) return registered;
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
