import { useMemo } from 'react';
import type { DueState } from '#core/calendar/due-state.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { planItemMessages, type PlanItemWords } from '#web/widgets/plan-item/messages.ts';
import { taskStateMessages } from '#web/widgets/task-state/messages.ts';
import { planMessages, type PlanWords } from './messages.ts';

/** Everything that the columns of a register need to speak the present language. */
export interface Wording {
  readonly plan: PlanWords;
  readonly item: PlanItemWords;
  readonly dueStates: Readonly<Record<DueState, string>>;
  readonly taskStates: Readonly<Record<TaskState, string>>;
  readonly format: Format;
}

/** The words of the present language; the object stays the same until the language changes. */
export const useWording = (): Wording => {
  const plan = useMessages(planMessages);
  const item = useMessages(planItemMessages);
  const { dueStates } = useMessages(sharedMessages);
  const { states: taskStates } = useMessages(taskStateMessages);
  const format = useFormat();
  return useMemo(
    () => ({ plan, item, dueStates, taskStates, format }),
    [plan, item, dueStates, taskStates, format],
  );
};
