import { DUE_STATES } from '#core/calendar/due-state.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import type { REGISTER_GROUPS } from './contract.ts';
import type { ItemKey, ItemSort } from './item-list-reads.ts';

export type ItemGrouping = (typeof REGISTER_GROUPS)[number];

/** What must be sorted by first, so that the rows of a group stand together. */
export const SORT_OF_GROUP = {
  document: 'document',
  agency: 'agency',
  section: 'section',
  indicator: 'indicator',
  'due-state': 'due',
  state: 'due',
} as const satisfies Record<ItemGrouping, ItemSort>;

/** An item with its state: of a task how it stands, of anything else that of its due rule. */
export interface StatedItem {
  readonly key: ItemKey;
  readonly state: string;
}

const keyOf = ({ key, state }: StatedItem, grouping: ItemGrouping): string | null => {
  switch (grouping) {
    case 'document':
      return key.document_id;
    case 'agency':
      return key.lead_key;
    case 'section':
      return key.section;
    case 'indicator':
      return key.indicator_code;
    case 'due-state':
    case 'state':
      return state;
  }
};

/** A group with its rows, in the order of the list. */
export interface GroupedItems {
  readonly key: string | null;
  readonly items: readonly StatedItem[];
}

const STATE_ORDERS: Partial<Record<ItemGrouping, readonly string[]>> = {
  'due-state': DUE_STATES,
  state: TASK_STATES,
};

/** Puts sorted items into groups, in the order in which the groups begin; states in the order of their urgency. */
export const groupItems = (items: readonly StatedItem[], grouping: ItemGrouping): readonly GroupedItems[] => {
  const groups = [...groupBy(items, (item) => keyOf(item, grouping))].map(([key, some]) => ({
    key,
    items: some,
  }));
  const order = STATE_ORDERS[grouping];
  if (order === undefined) return groups;
  return groups.toSorted((a, b) => order.indexOf(a.key ?? '') - order.indexOf(b.key ?? ''));
};
