import type { AgencyRole } from '#core/plan/plan-item.ts';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import type { RegisterItem, TaskItem } from '#contract/plan-item.ts';
import type { RegisterColumn } from '#web/ui/register-table/register.ts';
import { ItemStateBadge } from '#web/widgets/plan-item/ItemStateBadge.tsx';
import { documentBriefTitle, documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import classes from './plan.module.css';
import type { Wording } from './wording.ts';

/** The name of an item, cut after some lines on the screen and whole on paper. */
export const nameColumn = <Item extends RegisterItem>(
  header: string,
  width: number,
): RegisterColumn<Item> => ({
  id: 'ten',
  header,
  width,
  text: (item) => item.name,
  cell: (item) => <span className={classes.clamped}>{item.name}</span>,
  sortKey: (item) => item.name,
});

/** The agencies of some roles by their abbreviations. */
export const agencyColumn = <Item extends RegisterItem>(
  id: string,
  header: string,
  width: number,
  roles: readonly AgencyRole[],
  hiddenBelow = 0,
): RegisterColumn<Item> => {
  const namesOf = (item: Item): string =>
    item.agencies
      .filter(({ role }) => roles.includes(role))
      .map(({ abbreviation, name }) => abbreviation ?? name)
      .join('; ');
  return {
    id,
    header,
    width,
    hiddenBelow,
    text: namesOf,
    cell: (item) => <span className={classes.clamped}>{namesOf(item)}</span>,
    sortKey: (item) => namesOf(item) || null,
  };
};

/** The component indicator that an item speaks of. */
export const indicatorColumn = <Item extends RegisterItem>({ plan }: Wording): RegisterColumn<Item> => ({
  id: 'ma',
  header: plan.columns.indicator,
  // Its heading and "(suy ra)" must stand on a line of an office screen without breaking a word.
  width: 9,
  text: ({ indicatorCode, inferredIndicatorCodes = [] }) =>
    indicatorCode ?? inferredIndicatorCodes.map(plan.inferredIndicator).join(', '),
  sortKey: (item) => item.indicatorCode,
  hiddenBelow: 760,
});

/** When an item is due, in the words of its document; sorted by the last day. */
export const dueColumn = <Item extends RegisterItem>(
  { plan, item: words, dueStates }: Wording,
  width: number,
): RegisterColumn<Item> => ({
  id: 'han',
  header: plan.columns.due,
  width,
  text: ({ due }) => due?.raw ?? (due === null ? '' : words.dueKinds[due.kind]),
  cell: ({ due }) =>
    due === null ? (
      <span className={classes.quiet}>{dueStates['no-due-date']}</span>
    ) : (
      (due.raw ?? words.dueKinds[due.kind])
    ),
  sortKey: ({ due }) => due?.lastDay ?? null,
});

/** How a task stands as a whole, the most urgent first. */
export const taskStateColumn = ({ plan, taskStates }: Wording): RegisterColumn<TaskItem> => ({
  id: 'tinh-trang',
  header: plan.columns.taskState,
  width: 16,
  text: ({ standing }) => (standing === null ? '' : taskStates[standing.state]),
  cell: (item) => <ItemStateBadge item={item} />,
  sortKey: ({ standing }) => (standing === null ? null : TASK_STATES.indexOf(standing.state)),
  hiddenBelow: 700,
});

/** The document that an item comes from. */
export const documentColumn = <Item extends RegisterItem>(
  { plan, item: words }: Wording,
  width: number,
): RegisterColumn<Item> => ({
  id: 'van-ban',
  header: plan.columns.document,
  width,
  text: ({ document }) => documentShortTitle(document, words),
  cell: ({ document }) => documentBriefTitle(document, words),
  sortKey: ({ document }) => documentShortTitle(document, words),
  hiddenBelow: 900,
});
