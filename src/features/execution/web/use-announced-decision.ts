import { notifications } from '@mantine/notifications';
import { useDecideTask } from './queries.ts';
import { useTaskWording } from './use-task-wording.ts';

/** Decides on a task and says, to screen readers too, what was decided: its form is gone by then. */
export const useAnnouncedDecision = (taskId: string) => {
  const { words } = useTaskWording();
  return useDecideTask(taskId, (kind) => {
    notifications.show({ message: words.decided[kind] });
  });
};
