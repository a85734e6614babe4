import type { Action } from '#core/access/permissions.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { findComponent } from '#core/scoring/framework.ts';
import type { Db } from '#server/db/database.ts';
import { listComponentRelations } from '#server/consistency/component-relations.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { resolvePlaces } from '#server/registers/document-places.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { buildComponentList, type ComponentFilter } from './component-list-view.ts';
import { buildExplanation } from './component-view.ts';
import type { ComponentExplanation, ComponentList, IndexOverview } from './contract.ts';
import { loadCorrections } from './corrections.ts';
import { type IndexData, type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import { buildOverview } from './overview-view.ts';
import { listStatedScores, type StoredStatedScore } from './score-store.ts';
import type { RelatedRegisterItem } from './related-view.ts';
import { statedScores } from './stated-views.ts';
import { listRevisions } from './store.ts';

const loadStated = (db: Db, { key, subject }: IndexData): Promise<readonly StoredStatedScore[]> =>
  listStatedScores(db, key.framework, [key.subject, ...subject.predecessors.map(({ code }) => code)]);

/** The accounts behind changes. */
export const accountsOf = (rows: readonly { readonly changedBy: string | null }[]): readonly string[] =>
  rows.flatMap(({ changedBy }) => changedBy ?? []);

const listRelated = async (
  db: Db,
  today: PlainDate,
  frameworkCode: string,
  code: string,
): Promise<readonly RelatedRegisterItem[]> => {
  const relations = await listComponentRelations(db, frameworkCode, code);
  const certainties = new Map(relations.map(({ itemId, certainty }) => [itemId, certainty]));
  const items = await listRegisterItems(db, [...certainties.keys()], today);
  return items.map((item) => ({ item, certainty: certainties.get(item.id) ?? 'inferred' }));
};

/** Who reads, and when. */
export interface Reader {
  readonly db: Db;
  readonly today: PlainDate;
  /** What the reader may do, for the view. */
  readonly actions: readonly Action[];
}

const explain = async (
  { db, today, actions }: Reader,
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
  // Plans and contradictions speak of the province's index: its codes mean something else in other frameworks.
  const related =
    data.framework.subjectKind === 'province' ? await listRelated(db, today, data.framework.code, code) : [];
  const { subject } = data;
  const explanation = buildExplanation(data, code, {
    stated: statedScores(data, stated, place),
    place,
    names,
    subjects: new Map([subject, ...subject.predecessors].map((unit) => [unit.code, unit.name])),
    revisions,
    related,
    actions,
  });
  return explanation ?? refuse('record.not-found', { kind: 'component', code });
};

/** Loads what a score is made of and answers from it. */
export const withIndex = async <Answer>(
  db: Db,
  selection: IndexSelection,
  answer: (data: IndexData) => Promise<Answer> | Answer,
): Promise<Answer | Refusal> => {
  const data = await loadIndex(db, selection);
  return isRefusal(data) ? data : answer(data);
};

/** Where the index stands. */
export const answerOverview = (db: Db, selection: IndexSelection): Promise<IndexOverview | Refusal> =>
  withIndex(db, selection, async (data) => {
    const stated = await loadStated(db, data);
    const place = await resolvePlaces(
      db,
      stated.map((score) => score.place),
    );
    return buildOverview(data, statedScores(data, stated, place), await loadCorrections(db, data));
  });

/** The tree of indicators, narrowed. */
export const answerComponents = (
  db: Db,
  selection: IndexSelection & ComponentFilter,
): Promise<ComponentList | Refusal> =>
  withIndex(db, selection, async (data) =>
    buildComponentList(data, selection, (await loadCorrections(db, data)).items),
  );

/** How the points of one component come about. */
export const answerComponent = (
  reader: Reader,
  selection: IndexSelection,
  code: string,
): Promise<ComponentExplanation | Refusal> =>
  withIndex(reader.db, selection, (data) => explain(reader, data, code));
