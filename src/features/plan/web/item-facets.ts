import type { DueState } from '#core/calendar/due-state.ts';
import type { AgencyRole } from '#core/plan/plan-item.ts';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import type { RegisterItem, TaskItem } from '#contract/plan-item.ts';
import type { RegisterFacet } from '#web/ui/register-table/register.ts';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { buildHeadings } from './section-headings.ts';
import type { Wording } from './wording.ts';

/** Facets of all registers by their names in addresses. */
export const FACET_IDS = [
  'van-ban',
  'co-quan',
  'phoi-hop',
  'muc',
  'tinh-trang',
  'chi-so',
  'dang',
  'nguon-von',
] as const;

/** The document that items come from. */
export const documentFacet = <Item extends RegisterItem>({
  plan,
  item: words,
}: Wording): RegisterFacet<Item> => ({
  id: 'van-ban',
  label: plan.columns.document,
  groupable: true,
  groupsOnPaper: true,
  values: ({ document }) => [{ key: document.id, label: documentShortTitle(document, words) }],
});

/** The agencies that have one of the roles; an item stands under each of them. */
export const agencyFacet = <Item extends RegisterItem>(
  id: 'co-quan' | 'phoi-hop',
  label: string,
  roles: readonly AgencyRole[],
): RegisterFacet<Item> => ({
  id,
  label,
  groupable: true,
  values: ({ agencies }) => {
    const named = agencies
      .filter(({ role }) => roles.includes(role))
      .map(({ organizationCode, nameAsWritten, name }) => ({
        key: organizationCode ?? nameAsWritten,
        label: name,
      }));
    return [...new Map(named.map((value) => [value.key, value])).values()];
  },
});

/** The section of the document, in order of reading; sections of two documents never mix. */
export const sectionFacet = <Item extends RegisterItem>(
  { plan, item: words }: Wording,
  items: readonly Item[],
): RegisterFacet<Item> => {
  const headingOf = buildHeadings(items);
  const keyOf = (item: Item): string | null => {
    const heading = headingOf(item);
    return heading === null ? null : `${heading} · ${item.document.id.slice(-6)}`;
  };
  const order = new Map([...new Set(items.map(keyOf))].map((key, index) => [key, index]));
  return {
    id: 'muc',
    label: plan.columns.section,
    groupable: true,
    values: (item) => {
      const key = keyOf(item);
      if (key === null) return [];
      const heading = headingOf(item) ?? '';
      const titled = heading.includes(' ') ? heading : plan.section(heading);
      const label = `${titled} · ${documentShortTitle(item.document, words)}`;
      return [{ key, label, order: order.get(key) ?? 0 }];
    },
  };
};

/** How targets, projects and gaps stand against their due rules, the most urgent first. */
export const dueStateFacet = <Item extends Exclude<RegisterItem, TaskItem>>({
  plan,
  dueStates,
}: Wording): RegisterFacet<Item> => {
  const order = Object.keys(dueStates);
  const valueOf = (state: DueState) => ({
    key: state,
    label: dueStates[state],
    order: order.indexOf(state),
  });
  return {
    id: 'tinh-trang',
    label: plan.columns.dueState,
    groupable: true,
    values: ({ due }) => [valueOf(due?.state ?? 'no-due-date')],
  };
};

/** How tasks stand as a whole, the most urgent first. */
export const taskStateFacet = ({ plan, taskStates }: Wording): RegisterFacet<TaskItem> => ({
  id: 'tinh-trang',
  label: plan.columns.taskState,
  groupable: true,
  values: ({ standing }) =>
    standing === null
      ? []
      : [
          {
            key: STATE_SEGMENTS[standing.state],
            label: taskStates[standing.state],
            order: TASK_STATES.indexOf(standing.state),
          },
        ],
});

/** The component indicators that items speak of: the stated one, or those inferred from the name. */
export const indicatorFacet = <Item extends RegisterItem>({ plan }: Wording): RegisterFacet<Item> => ({
  id: 'chi-so',
  label: plan.columns.indicator,
  groupable: true,
  values: ({ indicatorCode, inferredIndicatorCodes = [] }) =>
    (indicatorCode === null ? inferredIndicatorCodes : [indicatorCode]).map((code) => ({
      key: code,
      label: code,
    })),
});
