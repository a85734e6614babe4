import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { committeeWords } from '#web/widgets/committee/messages.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { taskStateMessages } from '#web/widgets/task-state/messages.ts';
import { committeeMessages } from './messages.ts';

/** All that the screens of the steering committee speak with. */
export const useWording = () => ({
  words: useMessages(committeeMessages),
  shared: useMessages(committeeWords),
  states: useMessages(taskStateMessages).states,
  itemWords: useMessages(planItemMessages),
  format: useFormat(),
});
export type Wording = ReturnType<typeof useWording>;
