import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import {
  acceptPlanImport,
  discardPlanImport,
  getPlanImport,
  listPlanImports,
  offerImprovementPlan,
  undoPlanImport,
  readLargePlan,
  uploadPlan,
} from './contract.ts';
import { offerImprovementPlan as offerKeptPlan } from './offer/offer-improvement-plan.ts';
import { buildPreview } from './preview.ts';
import type { ImportContext } from './import-context.ts';
import { startReading } from './offer/read-plan-job.ts';
import { findDocumentName, getImportView, listDocumentNames, listImports, listMappedNames } from './reads.ts';
import { getAmendment } from './amendment/amendment-contract.ts';
import { getDocumentChanges, getDocumentRelations } from './amendment/document-changes-contract.ts';
import { getChanges, getRelations } from './amendment/document-changes-reads.ts';
import { getAmendmentComparison } from './amendment/amendment-view.ts';
import { getComparedImport } from './compare-with-registers.ts';
import { readDistinctions } from './review/item-distinction-store.ts';
import { listSimilarItems } from './review/similar-reads.ts';
import { acceptImport, discardImport } from './accept-import.ts';
import { offerPlan } from './offer/offer-plan.ts';
import { undoImport } from './undo/undo-import.ts';

/** Who imports, and when. */
export const importContextOf = ({ db, clock, actor, caller }: RequestContext): ImportContext => ({
  ...{ db, clock, caller },
  accountId: actor?.accountId ?? null,
});

/** Files offered to the registers, their preview and what becomes of them. */
export const planImportRoutes: readonly HandledRoute[] = [
  handle(uploadPlan, async ({ file }, context) => {
    if (!file) return refuse('file.missing');
    const offered = await offerPlan(importContextOf(context), file, (given, { organizations }) =>
      context.planReader.read({ file: given, organizations }, context.watchClient()),
    );
    if (isRefusal(offered)) return offered;
    return { import: await getImportView(context.db, offered.importId), repeated: offered.repeated };
  }),
  handle(readLargePlan, async ({ file }, context) => {
    if (!file) return refuse('file.missing');
    const started = await startReading(importContextOf(context), file);
    return isRefusal(started) ? started : { job: { id: started } };
  }),
  handle(offerImprovementPlan, async ({ body }, context) => {
    const offered = await offerKeptPlan(importContextOf(context), body);
    if (isRefusal(offered)) return offered;
    return { import: await getImportView(context.db, offered.importId), repeated: offered.repeated };
  }),
  handle(listPlanImports, async (_input, { db }) => {
    const items = [...(await listImports(db))];
    return { items, total: items.length };
  }),
  handle(getPlanImport, async ({ params: { id } }, { db }) => {
    const compared = await getComparedImport(db, id);
    if (isRefusal(compared)) return compared;
    const { documentId } = compared;
    const entries = compared.compared.map(({ entry }) => entry);
    const known = {
      document: documentId === undefined ? undefined : await findDocumentName(db, documentId),
      distinctFrom: await listDocumentNames(db, compared.review.document.distinctFrom),
      mappedAgencies: await listMappedNames(
        db,
        entries.flatMap(({ agencies }) => agencies.map(({ name }) => name)),
      ),
    };
    // Only who still decides asks what is registered already.
    const isOpen = compared.row.state === 'draft';
    const similar = isOpen
      ? await listSimilarItems(db, entries, documentId, await readDistinctions(db))
      : undefined;
    return buildPreview(compared, await getImportView(db, id), known, similar);
  }),
  handle(acceptPlanImport, async ({ params, body }, context) => {
    const accepted = await acceptImport(importContextOf(context), params.id, body);
    return isRefusal(accepted) ? accepted : { import: await getImportView(context.db, accepted.id) };
  }),
  handle(discardPlanImport, async ({ params }, context) => {
    const discarded = await discardImport(importContextOf(context), params.id);
    return isRefusal(discarded) ? discarded : { import: await getImportView(context.db, discarded.id) };
  }),
  handle(getAmendment, ({ params, query }, { db }) => getAmendmentComparison(db, params.id, query)),
  handle(getDocumentRelations, ({ params: { id } }, { db }) => getRelations(db, id)),
  handle(getDocumentChanges, ({ params: { id }, query: { earlier } }, { db }) => getChanges(db, id, earlier)),
  handle(undoPlanImport, async ({ params }, context) => {
    const undone = await undoImport(importContextOf(context), params.id);
    return isRefusal(undone) ? undone : { import: await getImportView(context.db, undone.id) };
  }),
];
