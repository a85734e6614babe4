import type { DueState } from '#core/calendar/due-state.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { RegisterKind } from '#core/plan/plan-item.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import { listInferredCodes } from '#server/consistency/component-relations.ts';
import type { DueStateCounts, RegisterItem } from '#contract/plan-item.ts';
import type { TaskStateCounts } from '#contract/task-state.ts';
import type { Db } from '#server/db/database.ts';
import { dueReaderFor, countDueStates } from '#server/registers/due.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { countStates, refreshTaskStandings } from '#server/registers/task-standings.ts';
import { groupItems, SORT_OF_GROUP, type ItemGrouping } from './arrange-items.ts';
import type { ItemQuery, RegisterQuery, TaskQuery } from './contract.ts';
import { listItemKeys, type ItemFilter, type ItemKey } from './item-list-reads.ts';

type ItemOf<Kind extends RegisterKind> = Extract<RegisterItem, { readonly kind: Kind }>;

/** A page of a register. */
interface RegisterPage<Item> {
  readonly items: Item[];
  readonly total: number;
  readonly groups: { key: string | null; count: number }[];
  readonly viaGroup: string[];
}

const LARGEST_PAGE = 5000;

type InferredCodes = ReadonlyMap<string, readonly string[]>;

const idsTouching = (code: string, inferred: InferredCodes): readonly string[] =>
  [...inferred].flatMap(([id, codes]) => (codes.includes(code) ? [id] : []));

const filterOf = (kind: RegisterKind, query: RegisterQuery, inferred: InferredCodes): ItemFilter => ({
  kind,
  documentId: query.document,
  agencyCode: query.agency,
  role: query.role,
  section: query.section,
  indicatorCode: query.indicator,
  inferredIds: query.indicator === undefined ? undefined : idsTouching(query.indicator, inferred),
  text: query.text,
  withoutEmbedded: query.embedded === 'false',
});

interface Wanted<State> extends RegisterQuery {
  readonly group?: ItemGrouping | undefined;
  /** The state to list alone. */
  readonly only: State | undefined;
}

const sortsOf = ({ sort, group, descending }: Wanted<string>) => [
  ...(group === undefined ? [] : [{ by: SORT_OF_GROUP[group], descending: group === 'document' }]),
  ...(sort === undefined
    ? [{ by: 'document' as const, descending: true }]
    : [{ by: sort, descending: (descending === 'true') !== (sort === 'document') }]),
];

const withInferredCodes = (item: RegisterItem, inferred: InferredCodes): RegisterItem => ({
  ...item,
  inferredIndicatorCodes: [...(inferred.get(item.id) ?? [])],
});

/** Filters, sorts, groups and pages one register, and tells the states of all that the other filters leave. */
const readRegister = async <Kind extends RegisterKind, State extends string>(
  db: Db,
  today: PlainDate,
  kind: Kind,
  query: Wanted<State>,
  stateOf: (key: ItemKey) => State,
): Promise<{ readonly page: RegisterPage<ItemOf<Kind>>; readonly states: readonly State[] }> => {
  const inferred = await listInferredCodes(db);
  const keys = await listItemKeys(db, today, filterOf(kind, query, inferred), sortsOf(query));
  const stated = keys.map((key) => ({ key, state: stateOf(key) }));
  const wanted = query.only === undefined ? stated : stated.filter(({ state }) => state === query.only);
  const groups = query.group === undefined ? [] : groupItems(wanted, query.group);
  const arranged = query.group === undefined ? wanted : groups.flatMap(({ items }) => items);
  const offset = Number(query.offset ?? 0);
  const limit = Math.min(Number(query.limit ?? LARGEST_PAGE), LARGEST_PAGE);
  const page = arranged.slice(offset, offset + limit).map(({ key }) => key);
  const items = await listRegisterItems(
    db,
    page.map(({ id }) => id),
    today,
  );
  return {
    page: {
      // Safe: the keys are those of this kind.
      items: items.map((item) => withInferredCodes(item, inferred)) as ItemOf<Kind>[],
      total: wanted.length,
      groups: groups.map(({ key, items: some }) => ({ key, count: some.length })),
      viaGroup: page.filter(({ via_group }) => via_group).map(({ id }) => id),
    },
    states: stated.map(({ state }) => state),
  };
};

/** A page of targets, projects or gaps. Their states are those of their due rules on `today`. */
export const listItems = async <Kind extends Exclude<RegisterKind, 'task'>>(
  db: Db,
  today: PlainDate,
  kind: Kind,
  { dueState, ...query }: ItemQuery,
): Promise<RegisterPage<ItemOf<Kind>> & { readonly dueStates: DueStateCounts }> => {
  const due = dueReaderFor(today);
  const stateOf = (key: ItemKey): DueState => due.getState(key);
  const { page, states } = await readRegister(db, today, kind, { ...query, only: dueState }, stateOf);
  return { ...page, dueStates: countDueStates(states) };
};

/** A page of tasks. Their states are those of the board: of the whole, on `today`. */
export const listTasks = async (
  db: Db,
  today: PlainDate,
  { state, ...query }: TaskQuery,
): Promise<RegisterPage<ItemOf<'task'>> & { readonly states: TaskStateCounts }> => {
  await refreshTaskStandings(db, today);
  const stateOf = ({ task_state: known }: ItemKey): TaskState => known ?? 'not-yet-due';
  const { page, states } = await readRegister(db, today, 'task', { ...query, only: state }, stateOf);
  return { ...page, states: countStates(states) };
};
