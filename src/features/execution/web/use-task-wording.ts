import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { taskStateMessages } from '#web/widgets/task-state/messages.ts';
import { taskMessages } from './task-messages.ts';

/** All that the page of one task speaks with. */
export const useTaskWording = () => ({
  words: useMessages(taskMessages),
  states: useMessages(taskStateMessages).states,
  format: useFormat(),
});
