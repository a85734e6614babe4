import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import * as contract from '#features/collection/delivery-contract.ts';
import { findDelivery, listDeliveries } from './delivery-store.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { deliver, deliveryView } from './deliver.ts';
import { openToken } from './open-token.ts';
import { viewChoices, viewSources } from './source-view.ts';
import { addToken, putSource, revokeToken, type SourceWriter } from './sources.ts';

const writerOf = ({ db, clock, caller, actor }: RequestContext): SourceWriter | Refusal =>
  actor ? { db, clock, caller, accountId: actor.accountId } : refuse('session.required');

const answerSource = async (
  { db, clock }: RequestContext,
  id: string,
): Promise<contract.DeliverySource | Refusal> =>
  (await viewSources(db, clock.today())).find((source) => source.id === id) ??
  refuse('record.not-found', { kind: 'delivery-source', code: id });

/** Sources of figures, their tokens, and what they deliver. */
export const deliveryRoutes: readonly HandledRoute[] = [
  handle(contract.deliverFigures, async ({ query, body }, context) => {
    const token = await openToken(context);
    if (isRefusal(token)) return token;
    const { db, clock, caller, idempotencyKey: key } = context;
    const order = {
      ...{ db, clock, key, source: { id: token.sourceId }, tokenId: token.id },
      caller: { ...caller, actor: `delivery-source:${token.sourceId}` },
      ...{ isDryRun: query.dryRun === 'true', isAtomic: query.atomic === 'true' },
    };
    return deliver(order, body);
  }),
  handle(contract.listDeliveries, async ({ query }, { db }) => {
    const items = (await listDeliveries(db, query.source)).map(({ sourceId, sourceName, ...delivery }) => ({
      ...delivery,
      source: { id: sourceId, name: sourceName },
    }));
    return { items, total: items.length };
  }),
  handle(contract.getDelivery, async ({ params }, { db }) => {
    const found = await findDelivery(db, params.id);
    return found
      ? deliveryView(found, false)
      : refuse('record.not-found', { kind: 'delivery', code: params.id });
  }),
  handle(contract.listDeliverySources, async (_input, { db, clock }) => {
    const items = await viewSources(db, clock.today());
    return { items: [...items], total: items.length, choices: await viewChoices(db) };
  }),
  handle(contract.putDeliverySource, async ({ params, body }, context) => {
    const writer = writerOf(context);
    if (isRefusal(writer)) return writer;
    return (await putSource(writer, params.id, body)) ?? answerSource(context, params.id);
  }),
  handle(contract.addDeliveryToken, async ({ params, body }, context) => {
    const writer = writerOf(context);
    if (isRefusal(writer)) return writer;
    const wanted = { tokenId: body.tokenId, expiresOn: plainDate(body.expiresOn) };
    const token = await addToken(writer, params.id, wanted);
    if (isRefusal(token)) return token;
    const source = await answerSource(context, params.id);
    return isRefusal(source) ? source : { source, token };
  }),
  handle(contract.revokeDeliveryToken, async ({ params }, context) => {
    const writer = writerOf(context);
    if (isRefusal(writer)) return writer;
    return (await revokeToken(writer, params.id, params.token)) ?? answerSource(context, params.id);
  }),
];
