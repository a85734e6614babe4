import type { RegisterItem } from '#contract/plan-item.ts';
import type { TaskDay } from '#contract/task-state.ts';
import { DueStateBadge } from '#web/ui/DueStateBadge.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';

interface ItemStateBadgeProps {
  readonly item: RegisterItem;
  /** Of a task, how the part of the organization in question stands, where it has one. */
  readonly part?: TaskDay | null;
}

/** How an item stands today: a task by what was reported and decided too, anything else by the calendar alone. */
export const ItemStateBadge = ({ item, part = null }: ItemStateBadgeProps) => {
  if (item.kind !== 'task') return item.due !== null && <DueStateBadge state={item.due.state} />;
  const standing = part ?? item.standing;
  return standing !== null && <TaskStateBadge state={standing.state} />;
};
