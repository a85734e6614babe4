import { z } from 'zod';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import { PlainDateText } from './schemas.ts';

export const TaskState = z.enum(TASK_STATES).meta({ id: 'TaskState' });

/** How a task, or an organization's part of it, stands today. */
export const TaskDay = z
  .object({
    state: TaskState,
    /** The last day on which it is kept, extensions included; null where there is none. */
    lastDay: PlainDateText.nullable(),
  })
  .meta({ id: 'TaskDay' });
export type TaskDay = z.infer<typeof TaskDay>;

const Count = z.number().int();

/** How many tasks are in each state; every state has a number, zero included. */
export const TaskStateCounts = z
  .object({
    overdue: Count,
    'due-soon': Count,
    'in-progress': Count,
    'not-yet-due': Count,
    paused: Count,
    'completed-on-time': Count,
    'completed-late': Count,
  })
  .meta({ id: 'TaskStateCounts' });
export type TaskStateCounts = z.infer<typeof TaskStateCounts>;
