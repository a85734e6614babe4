import { z } from 'zod';
import { TASK_WAITS } from '#core/task-state/task-wait.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { DecimalText, PlainDateText } from '#contract/schemas.ts';
import { TaskState } from '#contract/task-state.ts';

/** What stands in a week: a part of a task, a step of the own plan, a step of another's plan that was handed over. */
const WEEK_ITEM_KINDS = ['task', 'step', 'handed'] as const;

export const WeekItem = z
  .object({
    kind: z.enum(WEEK_ITEM_KINDS),
    /** Of the task or of the step. */
    id: z.uuid(),
    name: z.string(),
    task: z.object({ id: z.uuid(), name: z.string() }),
    /** Whose part of the task or whose plan it is. */
    organization: OrganizationName,
    state: TaskState,
    lastDay: PlainDateText.nullable(),
    doneOn: PlainDateText.nullable(),
    /** As reported last of a part of a task; null of a step. */
    percent: DecimalText.nullable(),
    /** Who does a step. */
    assignee: z.string().nullable(),
    waits: z.array(z.enum(TASK_WAITS)),
  })
  .meta({ id: 'WorkWeekItem' });
export type WeekItem = z.infer<typeof WeekItem>;

const Count = z.number().int();

const placeMembers = {
  /** The first of them, open ones before those that are done. */
  items: z.array(WeekItem),
  total: Count,
};
const WeekPlaceItems = z.object(placeMembers).meta({ id: 'WorkWeekItems' });

const WorkWeek = z
  .object({
    today: PlainDateText,
    monday: PlainDateText,
    sunday: PlainDateText,
    /** The organization whose week it is; null where the reader has to choose one. */
    organization: OrganizationName.nullable(),
    choices: z.array(OrganizationName),
    /** Open things whose last day was before the week. */
    earlier: WeekPlaceItems,
    days: z.array(z.object({ day: PlainDateText, isWorkingDay: z.boolean(), ...placeMembers })),
    /** Things of other days that were sent back or wait for a decision. */
    waiting: WeekPlaceItems,
    /** Of all of them, those that are not shown too. */
    counts: z.object({
      /** Due on a day of the week. */
      due: Count,
      /** Of those that are due in the week. */
      done: Count,
      /** Of the week, earlier days and waiting. */
      overdue: Count,
    }),
  })
  .meta({ id: 'WorkWeek' });
export type WorkWeek = z.infer<typeof WorkWeek>;

export const getWorkWeek = route({
  method: 'GET',
  path: '/work-week',
  operationId: 'getWorkWeek',
  summary:
    'The week of an organization: the first of what is overdue, of what is due on each day, of what was sent back or waits',
  access: 'execution.read',
  query: z.object({
    /** An organization within reach; the own one when it is not given. */
    organization: z.string().max(40).optional(),
    /** Any day of the week; today when it is not given. */
    day: PlainDateText.optional(),
    /** How many of each day, of earlier days and of those that wait: 20 when it is not given, 200 at most. */
    perPlace: z
      .string()
      .regex(/^\d{1,3}$/)
      .optional(),
  }),
  response: WorkWeek,
  refusals: ['record.not-found'],
  since: '0.1.0',
});
