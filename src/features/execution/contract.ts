import { z } from 'zod';
import { TASK_ROLES } from '#core/task-progress/task-role.ts';
import { TASK_WAITS } from '#core/task-state/task-wait.ts';
import { DocumentName, ItemAgency } from '#contract/plan-item.ts';
import { CommitteeMemberName } from '#contract/committee-member.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { DecimalText, Instant, PlainDateText } from '#contract/schemas.ts';
import { TaskState, TaskStateCounts } from '#contract/task-state.ts';

const Count = z.number().int();

const filterMembers = {
  plan: z.uuid().optional(),
  /** Code of an organization: its own part of each task instead of the whole. */
  agency: z.string().max(40).optional(),
  /** The parts of the organizations that the person reports for, whatever else the person may read. */
  whose: z.enum(['own']).optional(),
  role: z.enum(TASK_ROLES).optional(),
  /** The section of the plan that a task stands in. */
  area: z.string().max(500).optional(),
  /** What the task serves: the id of a target or gap, or the code of a component of the index. */
  serves: z.string().max(60).optional(),
  state: TaskState.optional(),
  waits: z.enum(TASK_WAITS).optional(),
  text: z.string().max(200).optional(),
  /** Tasks of which something was said or decided since this day. */
  since: PlainDateText.optional(),
  dueFrom: PlainDateText.optional(),
  dueTo: PlainDateText.optional(),
  /** What must be looked at this week: overdue, due by Sunday, waiting for somebody. */
  week: z.enum(['this']).optional(),
  /** Id of a member of the steering committee: the tasks of the area; `none` for those in nobody's own area. */
  responsible: z.union([z.uuid(), z.literal('none')]).optional(),
};

const ExecutionFilter = z.object(filterMembers).meta({ id: 'ExecutionFilter' });
export type ExecutionFilter = z.infer<typeof ExecutionFilter>;

/** A task as a whole, or the part of one organization, as it stands today. */
export const TaskCard = z
  .object({
    id: z.uuid(),
    name: z.string(),
    document: DocumentName,
    section: z.string().nullable(),
    /** When it is due, in the words of the plan. */
    due: z.string().nullable(),
    agencies: z.array(ItemAgency),
    /** Whose part it is; null for the whole. */
    organization: OrganizationName.nullable(),
    role: z.enum(TASK_ROLES).nullable(),
    state: TaskState,
    /** The next last day that counts, extension included. */
    lastDay: PlainDateText.nullable(),
    doneOn: PlainDateText.nullable(),
    percent: DecimalText.nullable(),
    /** Organizations that answer for it, and those that are done. */
    parts: Count,
    partsDone: Count,
    waits: z.array(z.enum(TASK_WAITS)),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'TaskCard' });
export type TaskCard = z.infer<typeof TaskCard>;

const PageNumber = z.string().regex(/^\d{1,6}$/);

export const getTaskBoard = route({
  method: 'GET',
  path: '/execution/board',
  operationId: 'getTaskBoard',
  summary:
    'Tasks by their state today, the first of each state; parts of own organizations, or wholes for who reads all',
  access: 'execution.read',
  query: ExecutionFilter.extend({
    /** How many of each state, 20 when not given. */
    perState: z
      .string()
      .regex(/^\d{1,3}$/)
      .optional(),
  }),
  response: z
    .object({
      today: PlainDateText,
      columns: z.array(z.object({ state: TaskState, total: Count, items: z.array(TaskCard) })),
      total: Count,
    })
    .meta({ id: 'TaskBoard' }),
  since: '0.1.0',
});

export const listTaskStates = route({
  method: 'GET',
  path: '/execution/tasks',
  operationId: 'listTaskStates',
  summary: 'Tasks with their state today, the next due first, page by page',
  access: 'execution.read',
  query: ExecutionFilter.extend({ offset: PageNumber.optional(), limit: PageNumber.optional() }),
  response: z
    .object({ today: PlainDateText, items: z.array(TaskCard), total: Count, states: TaskStateCounts })
    .meta({ id: 'TaskStateList' }),
  since: '0.1.0',
});

export const getTaskSchedule = route({
  method: 'GET',
  path: '/execution/schedule',
  operationId: 'getTaskSchedule',
  summary: 'How many tasks come due on each day, or in each quarter, of a span of days, by state',
  access: 'execution.read',
  query: z.object({
    ...filterMembers,
    by: z.enum(['day', 'quarter']),
    dueFrom: PlainDateText,
    dueTo: PlainDateText,
  }),
  response: z
    .object({
      today: PlainDateText,
      items: z.array(
        z.object({
          /** A day, or a quarter such as 2026-Q1. */
          period: z.string(),
          from: PlainDateText,
          to: PlainDateText,
          /** Of a day, whether administrative bodies work; null for a quarter. */
          isWorkingDay: z.boolean().nullable(),
          total: Count,
          states: TaskStateCounts,
        }),
      ),
      total: Count,
      /** Tasks without a day, whatever the span. */
      undated: Count,
    })
    .meta({ id: 'TaskSchedule' }),
  refusals: ['value.out-of-range'],
  since: '0.1.0',
});

export const listExecutionChoices = route({
  method: 'GET',
  path: '/execution/choices',
  operationId: 'listExecutionChoices',
  summary:
    'Plans with tasks, their sections, organizations within reach that answer for tasks, members of the steering committee',
  access: 'execution.read',
  response: z
    .object({
      plans: z.array(z.object({ document: DocumentName, tasks: Count, areas: z.array(z.string()) })),
      organizations: z.array(OrganizationName),
      /** The organizations that the person reports for. */
      own: z.array(OrganizationName),
      /** Tasks of all organizations are within reach, as wholes; otherwise parts of the own ones alone. */
      readsAll: z.boolean(),
      /** Members of the steering committee of today; empty for who may not see their areas. */
      members: z.array(CommitteeMemberName),
    })
    .meta({ id: 'ExecutionChoices' }),
  since: '0.1.0',
});
export type ExecutionChoices = z.infer<(typeof listExecutionChoices)['response']>;
