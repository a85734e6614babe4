import type { TaskState } from '#core/task-state/task-state.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { taskStateMessages } from './messages.ts';

const TONES = {
  overdue: 'bad',
  'due-soon': 'warning',
  'in-progress': 'running',
  'not-yet-due': 'open',
  paused: 'neutral',
  'completed-on-time': 'good',
  'completed-late': 'good',
} as const satisfies Record<TaskState, StateTone>;

/** How a task stands, in the words that every page uses. */
export const TaskStateBadge = ({ state }: { readonly state: TaskState }) => {
  const { states } = useMessages(taskStateMessages);
  return <StateBadge tone={TONES[state]}>{states[state]}</StateBadge>;
};
