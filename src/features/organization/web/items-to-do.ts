import type { DueState } from '#core/calendar/due-state.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { ANSWERING_ROLES, type AgencyRole } from '#core/plan/plan-item.ts';
import type { OrganizationItem } from '#features/organization/contract.ts';

/** What an organization has to do first. */
export interface ItemsToDo {
  /** Overdue or due soon, whatever the role; the oldest last day first. */
  readonly items: readonly OrganizationItem[];
  /** Number of items that are overdue. */
  readonly overdue: number;
  /** Those of them that the organization leads, named itself or through a group: what the title of its page counts. */
  readonly overdueLed: number;
  readonly dueSoon: number;
}

const ANSWERING: ReadonlySet<AgencyRole> = new Set(ANSWERING_ROLES);

/** Whether an organization leads, pays or reports, rather than helps, receives or issues. */
export const isLed = ({ roles }: Pick<OrganizationItem, 'roles'>): boolean =>
  roles.some((role) => ANSWERING.has(role));

/** The roles that matter most: those in which it answers for the item, where it has any. */
export const listForemostRoles = ({ roles }: Pick<OrganizationItem, 'roles'>): readonly AgencyRole[] => {
  const answering = roles.filter((role) => ANSWERING.has(role));
  return answering.length > 0 ? answering : roles;
};

/** The day that counts for an organization: of a task that of its own part, extensions included. */
export const findLastDay = ({ item, part }: OrganizationItem): PlainDate | null =>
  item.kind === 'task' ? ((part ?? item.standing)?.lastDay ?? null) : (item.due?.lastDay ?? null);

type Urgency = 'overdue' | 'due-soon';

const DUE_URGENCIES: Partial<Record<DueState, Urgency>> = {
  'overdue-unreported': 'overdue',
  'due-soon': 'due-soon',
};

const findUrgency = ({ item, part }: OrganizationItem): Urgency | undefined => {
  if (item.kind !== 'task') return item.due === null ? undefined : DUE_URGENCIES[item.due.state];
  const state = (part ?? item.standing)?.state;
  return state === 'overdue' || state === 'due-soon' ? state : undefined;
};

// Plain dates sort as text; what names no day, which neither state allows, would come last.
const NO_DAY = '9999-12-31';
const lastDayOf = (item: OrganizationItem): string => findLastDay(item) ?? NO_DAY;
const compareTexts = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Chooses and counts what an organization has to do first; items of one last day keep their order. */
export const findItemsToDo = (items: readonly OrganizationItem[]): ItemsToDo => {
  const overdue = items.filter((item) => findUrgency(item) === 'overdue');
  const dueSoon = items.filter((item) => findUrgency(item) === 'due-soon');
  return {
    items: [...overdue, ...dueSoon].toSorted((a, b) => compareTexts(lastDayOf(a), lastDayOf(b))),
    overdue: overdue.length,
    overdueLed: overdue.filter(isLed).length,
    dueSoon: dueSoon.length,
  };
};
