import { permittedActions } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DocumentPlace } from '#core/scoring/framework.ts';
import { findComponent, findDataItem } from '#core/scoring/framework.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { buildComponentList } from './component-list-view.ts';
import { buildExplanation } from './component-view.ts';
import {
  type ComponentExplanation,
  getComponent,
  getIndexOverview,
  listComponents,
  listDataValueHistory,
  putDataValue,
} from './contract.ts';
import { changedComponents, dataItemView, revisionView } from './data-item-view.ts';
import { type IndexData, type IndexSelection, loadIndex } from './load-index.ts';
import { buildOverview } from './overview-view.ts';
import { findDocumentIds, listAccountNames, listRelatedItemIds } from './reads.ts';
import { listStatedScores, type StoredStatedScore } from './score-store.ts';
import { type PlaceResolver, placeResolver } from './score-views.ts';
import { putDataValue as writeDataValue } from './service.ts';
import { statedScores } from './stated-views.ts';
import { listRevisions } from './store.ts';

type Database = RequestContext['db'];

const resolvePlaces = async (
  db: Database,
  places: readonly (DocumentPlace | null)[],
): Promise<PlaceResolver> => {
  const keys = new Set(places.flatMap((place) => (place ? [place.document] : [])));
  return placeResolver(await findDocumentIds(db, [...keys]));
};

const loadStated = (db: Database, { key, subject }: IndexData): Promise<readonly StoredStatedScore[]> =>
  listStatedScores(db, key.framework, [key.subject, ...subject.predecessors.map(({ code }) => code)]);

const accountsOf = (rows: readonly { readonly changedBy: string | null }[]): readonly string[] =>
  rows.flatMap(({ changedBy }) => changedBy ?? []);

const explain = async (
  { db, actor, clock }: RequestContext,
  data: IndexData,
  code: string,
): Promise<ComponentExplanation | Refusal> => {
  const component = findComponent(data.framework, code);
  if (!component) return refuse('record.not-found', { kind: 'component', code });
  const indicator = component.kind === 'indicator' ? component : undefined;
  const stated = await loadStated(db, data);
  const place = await resolvePlaces(db, [
    ...stated.map((score) => score.place),
    ...data.stored.map((stored) => stored.place),
    ...(indicator?.workedExamples ?? []).map((example) => example.place),
  ]);
  const revisions = await listRevisions(db, data.key, indicator?.dataItems ?? []);
  const names = await listAccountNames(db, accountsOf([...revisions, ...data.stored]));
  const related = await listRegisterItems(db, await listRelatedItemIds(db, code), clock.today());
  const { subject } = data;
  const explanation = buildExplanation(data, code, {
    stated: statedScores(data, stated, place),
    place,
    names,
    subjects: new Map([subject, ...subject.predecessors].map((unit) => [unit.code, unit.name])),
    revisions,
    related,
    actions: permittedActions(actor),
  });
  return explanation ?? refuse('record.not-found', { kind: 'component', code });
};

const withIndex = async <Answer>(
  db: Database,
  selection: IndexSelection,
  answer: (data: IndexData) => Promise<Answer> | Answer,
): Promise<Answer | Refusal> => {
  const data = await loadIndex(db, selection);
  return isRefusal(data) ? data : answer(data);
};

/** The index: overview, tree, explanation of a component, entry of data, history. */
export const indexScoreRoutes: readonly HandledRoute[] = [
  handle(getIndexOverview, ({ query }, { db }) =>
    withIndex(db, query, async (data) => {
      const stated = await loadStated(db, data);
      const place = await resolvePlaces(
        db,
        stated.map((score) => score.place),
      );
      return buildOverview(data, statedScores(data, stated, place));
    }),
  ),
  handle(listComponents, ({ query }, { db }) =>
    withIndex(db, query, (data) => buildComponentList(data, query)),
  ),
  handle(getComponent, ({ params, query }, context) =>
    withIndex(context.db, query, (data) => explain(context, data, params.code)),
  ),
  handle(putDataValue, async ({ params, body }, { db, clock, actor, requestId }) => {
    if (!actor) return refuse('session.required');
    const written = await writeDataValue(
      { db, clock, accountId: actor.accountId, requestId },
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
