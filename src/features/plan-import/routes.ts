import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import {
  acceptPlanImport,
  discardPlanImport,
  getPlanImport,
  listPlanImports,
  offerImprovementPlan,
  readLargePlan,
  uploadPlan,
} from './contract.ts';
import { offerImprovementPlan as offerKeptPlan } from './offer-improvement-plan.ts';
import { buildPreview } from './preview.ts';
import { startReading } from './read-plan-job.ts';
import { findDocumentName, getImportView, listImports } from './reads.ts';
import { acceptImport, discardImport, getComparedImport, offerPlan, type ImportContext } from './service.ts';

const contextOf = ({ db, clock, actor, caller }: RequestContext): ImportContext => ({
  ...{ db, clock, caller },
  accountId: actor?.accountId ?? null,
});

/** Files offered to the registers, their preview and what becomes of them. */
export const planImportRoutes: readonly HandledRoute[] = [
  handle(uploadPlan, async ({ file }, context) => {
    if (!file) return refuse('file.missing');
    const offered = await offerPlan(contextOf(context), file, (given, { organizations }) =>
      context.planReader.read({ file: given, organizations }, context.watchClient()),
    );
    if (isRefusal(offered)) return offered;
    return { import: await getImportView(context.db, offered.importId), repeated: offered.repeated };
  }),
  handle(readLargePlan, async ({ file }, context) =>
    file ? { job: { id: await startReading(contextOf(context), file) } } : refuse('file.missing'),
  ),
  handle(offerImprovementPlan, async ({ body }, context) => {
    const offered = await offerKeptPlan(contextOf(context), body);
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
    const document = documentId === undefined ? undefined : await findDocumentName(db, documentId);
    return buildPreview(compared, await getImportView(db, id), document);
  }),
  handle(acceptPlanImport, async ({ params, body }, context) => {
    const accepted = await acceptImport(contextOf(context), params.id, body);
    return isRefusal(accepted) ? accepted : { import: await getImportView(context.db, accepted.id) };
  }),
  handle(discardPlanImport, async ({ params }, context) => {
    const discarded = await discardImport(contextOf(context), params.id);
    return isRefusal(discarded) ? discarded : { import: await getImportView(context.db, discarded.id) };
  }),
];
