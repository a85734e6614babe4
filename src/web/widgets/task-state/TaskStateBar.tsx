import { TASK_STATES, type TaskState } from '#core/task-state/task-state.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { taskStateMessages } from './messages.ts';
import styles from './TaskStateBar.module.css';

/** How many tasks stand in each state, as parts of one bar in the order of the states. What it shows is to be told beside it. */
export const TaskStateBar = ({
  counts,
}: {
  readonly counts: Readonly<Partial<Record<TaskState, number>>>;
}) => {
  const { states } = useMessages(taskStateMessages);
  return (
    <span className={styles.bar}>
      {TASK_STATES.filter((state) => (counts[state] ?? 0) > 0).map((state) => (
        <span key={state} data-state={state} style={{ flexGrow: counts[state] }} title={states[state]} />
      ))}
    </span>
  );
};
