import { permittedActions } from '#core/access/access.ts';
import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { findDataItem } from '#core/scoring/framework.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { placeResolver } from '#server/registers/document-places.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { accountsOf, answerComponent, answerComponents, answerOverview, withIndex } from './answer-index.ts';
import { answerSheet } from './answer-sheet.ts';
import {
  getComponent,
  getIndexOverview,
  getIndexSheet,
  listComponents,
  listDataValueHistory,
  putDataValue,
} from './contract.ts';
import { changedComponents, dataItemView, revisionView } from './data-item-view.ts';
import { putDataValue as writeDataValue } from './service.ts';
import { listRevisions } from './store.ts';

/** The index: overview, tree, explanation of a component, entry of data, history. */
export const indexScoreRoutes: readonly HandledRoute[] = [
  handle(getIndexOverview, ({ query }, { db }) => answerOverview(db, query)),
  handle(listComponents, ({ query }, { db }) => answerComponents(db, query)),
  handle(getIndexSheet, ({ query }, { db }) => answerSheet(db, query)),
  handle(getComponent, ({ params, query }, { db, clock, actor }) =>
    answerComponent({ db, today: clock.today(), actions: permittedActions(actor) }, query, params.code),
  ),
  handle(putDataValue, async ({ params, body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const written = await writeDataValue(
      { db, clock, accountId: actor.accountId, caller },
      params.item,
      body,
    );
    if (isRefusal(written)) return written;
    const { framework, stored, change } = written;
    const item = findDataItem(framework, stored.item);
    if (!item) return refuse('record.not-found', { kind: 'data-item', code: params.item });
    const names = await listAccountNames(db, accountsOf([stored]));
    return {
      data: dataItemView(framework, item, stored, names, placeResolver(new Map())),
      total: change.total,
      components: changedComponents(framework, change),
    };
  }),
  handle(listDataValueHistory, ({ params, query }, { db }) =>
    withIndex(db, query, async (data) => {
      if (!findDataItem(data.framework, params.item)) {
        return refuse('record.not-found', { kind: 'data-item', code: params.item });
      }
      const revisions = await listRevisions(db, data.key, [params.item]);
      const names = await listAccountNames(db, accountsOf(revisions));
      const items = revisions.map((revision) => revisionView(data.framework, revision, names));
      return { items, total: items.length };
    }),
  ),
];
