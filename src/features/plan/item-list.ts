import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { RegisterKind } from '#core/plan/plan-item.ts';
import { listInferredCodes } from '#server/consistency/component-relations.ts';
import type { DueStateCounts, RegisterItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { dueReaderFor, countDueStates } from '#server/registers/due.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { groupItems, SORT_OF_GROUP } from './arrange-items.ts';
import type { ItemQuery } from './contract.ts';
import { listItemKeys, type ItemFilter } from './item-list-reads.ts';

/** A page of a register. */
export interface ItemListing<Item> {
  readonly items: Item[];
  readonly total: number;
  readonly dueStates: DueStateCounts;
  readonly groups: { key: string | null; count: number }[];
  readonly viaGroup: string[];
}

const LARGEST_PAGE = 5000;

type InferredCodes = ReadonlyMap<string, readonly string[]>;

const idsTouching = (code: string, inferred: InferredCodes): readonly string[] =>
  [...inferred].flatMap(([id, codes]) => (codes.includes(code) ? [id] : []));

const filterOf = (kind: RegisterKind, query: ItemQuery, inferred: InferredCodes): ItemFilter => ({
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

const sortsOf = ({ sort, group, descending }: ItemQuery) => [
  ...(group === undefined ? [] : [{ by: SORT_OF_GROUP[group], descending: group === 'document' }]),
  ...(sort === undefined
    ? [{ by: 'document' as const, descending: true }]
    : [{ by: sort, descending: (descending === 'true') !== (sort === 'document') }]),
];

const withInferredCodes = (item: RegisterItem, inferred: InferredCodes): RegisterItem => ({
  ...item,
  inferredIndicatorCodes: [...(inferred.get(item.id) ?? [])],
});

/** Filters, sorts, groups and pages one register. The states of due rules are those of `today`. */
export const listItems = async <Kind extends RegisterKind>(
  db: Db,
  today: PlainDate,
  kind: Kind,
  query: ItemQuery,
): Promise<ItemListing<Extract<RegisterItem, { readonly kind: Kind }>>> => {
  const due = dueReaderFor(today);
  const inferred = await listInferredCodes(db);
  const keys = await listItemKeys(db, filterOf(kind, query, inferred), sortsOf(query));
  const stated = keys.map((key) => ({ key, state: due.getState(key) }));
  const wanted =
    query.dueState === undefined ? stated : stated.filter(({ state }) => state === query.dueState);
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
    // Safe: the keys are those of this kind.
    items: items.map((item) => withInferredCodes(item, inferred)) as Extract<
      RegisterItem,
      { readonly kind: Kind }
    >[],
    total: wanted.length,
    dueStates: countDueStates(stated.map(({ state }) => state)),
    groups: groups.map(({ key, items: some }) => ({ key, count: some.length })),
    viaGroup: page.filter(({ via_group }) => via_group).map(({ id }) => id),
  };
};
