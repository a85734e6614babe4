import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import {
  LONGEST_ASSIGNEE,
  LONGEST_NAME,
  LONGEST_RESULT,
  MOST_STEPS,
  WORK_STEP_EVENTS,
} from '#core/work-plan/work-step.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant, PlainDateText } from '#contract/schemas.ts';
import { TaskState } from '#contract/task-state.ts';

const Count = z.number().int();
const Words = z.string().max(2000);
const Reason = Words.regex(SAYS_SOMETHING);
const PartOf = z.object({ id: z.uuid(), organization: z.string().max(40) });

/** Who does a step: somebody with an account, or a person or unit as typed. */
const Assignee = z.object({ id: z.uuid().nullable(), name: z.string() });

const StepEvent = z
  .object({
    kind: z.enum(WORK_STEP_EVENTS),
    /** What the step said from then on; of what was written or edited. */
    name: z.string().nullable(),
    firstDay: PlainDateText.nullable(),
    lastDay: PlainDateText.nullable(),
    day: PlainDateText.nullable(),
    words: z.string().nullable(),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'WorkStepEvent' });

export const WorkStep = z
  .object({
    id: z.uuid(),
    /** Whose plan it stands in. */
    organization: OrganizationName,
    name: z.string(),
    firstDay: PlainDateText.nullable(),
    lastDay: PlainDateText,
    assignee: Assignee.nullable(),
    /** Another organization that answers for the task and was handed the step. */
    handedTo: OrganizationName.nullable(),
    result: z.string().nullable(),
    doneOn: PlainDateText.nullable(),
    /** What was said of it when it was done. */
    doneWords: z.string().nullable(),
    state: TaskState,
    /** It ends after the last day of the organization's part of the task. */
    endsAfterTask: z.boolean(),
    version: Count,
    /** What was written and changed, the latest first. */
    history: z.array(StepEvent),
    mayWrite: z.boolean(),
    mayComplete: z.boolean(),
  })
  .meta({ id: 'WorkStep' });
export type WorkStep = z.infer<typeof WorkStep>;

const countMembers = { done: Count, overdue: Count };

const WorkPlan = z
  .object({
    organization: OrganizationName,
    task: z.object({ id: z.uuid(), name: z.string(), isEnded: z.boolean() }),
    today: PlainDateText,
    /** The last day of the organization's part of the task; null where there is none. */
    taskLastDay: PlainDateText.nullable(),
    ...countMembers,
    steps: z.array(WorkStep),
    /** Steps of other organizations that were handed to this one. */
    handed: z.array(WorkStep),
    /** Plans of organizations whose work this one has taken over. */
    takenOver: z.array(WorkStep),
    mayWrite: z.boolean(),
    /** Who can be named in a step, and which organizations can be handed one; empty for who may not write. */
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
    partners: z.array(OrganizationName),
  })
  .meta({ id: 'WorkPlan' });
export type WorkPlan = z.infer<typeof WorkPlan>;

export const listWorkPlans = route({
  method: 'GET',
  path: '/tasks/:id/work-plans',
  operationId: 'listWorkPlans',
  summary: 'How far the work plans under a task have come, of the organizations within reach',
  access: 'execution.read',
  params: z.object({ id: z.uuid() }),
  response: z
    .object({
      items: z.array(
        z.object({
          organization: OrganizationName,
          /** It answers for the task today; otherwise its plan is kept from before. */
          answers: z.boolean(),
          steps: Count,
          ...countMembers,
        }),
      ),
      total: Count,
    })
    .meta({ id: 'WorkPlanList' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const getWorkPlan = route({
  method: 'GET',
  path: '/tasks/:id/work-plans/:organization',
  operationId: 'getWorkPlan',
  summary: 'The steps by which an organization carries out its part of a task, and those handed to it',
  access: 'execution.read',
  params: PartOf,
  response: WorkPlan,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const StepInput = z
  .object({
    name: z.string().max(LONGEST_NAME).regex(SAYS_SOMETHING),
    firstDay: PlainDateText.nullable(),
    lastDay: PlainDateText,
    assigneeId: z.uuid().nullable(),
    assigneeWords: z.string().max(LONGEST_ASSIGNEE).nullable(),
    handedTo: z.string().max(40).nullable(),
    result: z.string().max(LONGEST_RESULT).nullable(),
  })
  .meta({ id: 'WorkStepInput' });
export type StepInput = z.infer<typeof StepInput>;

const CONTENT_REFUSALS = [
  ...(['record.not-found', 'access.denied', 'edit.conflict', 'task.wrong-state'] as const),
  ...(['work-step.days-reversed', 'work-step.not-of-organization', 'work-step.not-answering'] as const),
] as const;

export const addWorkSteps = route({
  method: 'POST',
  path: '/tasks/:id/work-plans/:organization/steps',
  operationId: 'addWorkSteps',
  summary: 'Add steps to the own work plan, all or none of them',
  access: 'execution.report',
  params: PartOf,
  body: z
    .object({ steps: z.array(StepInput).min(1).max(MOST_STEPS), writeId: z.uuid() })
    .meta({ id: 'WorkStepsInput' }),
  response: WorkPlan,
  refusals: [...CONTENT_REFUSALS, 'work-step.too-many'],
  since: '0.1.0',
});

const written = { version: Count.min(1), writeId: z.uuid() };

const StepChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('edit'), ...StepInput.shape, ...written }),
    /** Puts it before another step of the plan, or at the end. */
    z.object({ kind: z.literal('move'), before: z.uuid().nullable(), ...written }),
    z.object({ kind: z.literal('complete'), doneOn: PlainDateText, words: Words.nullable(), ...written }),
    z.object({ kind: z.enum(['reopen', 'withdraw']), words: Reason, ...written }),
  ])
  .meta({ id: 'WorkStepChange' });
export type StepChange = z.infer<typeof StepChange>;

export const changeWorkStep = route({
  method: 'POST',
  path: '/work-steps/:id/changes',
  operationId: 'changeWorkStep',
  summary: 'Edit, move, complete, reopen or withdraw a step; who was handed it completes and reopens it',
  access: 'execution.report',
  params: z.object({ id: z.uuid() }),
  body: StepChange,
  response: z.object({ id: z.uuid(), version: Count }).meta({ id: 'WorkStepChanged' }),
  refusals: [...CONTENT_REFUSALS, 'work-step.wrong-state', 'task.day-ahead'],
  since: '0.1.0',
});

export const getWorkPlanSheet = route({
  method: 'GET',
  path: '/tasks/:id/work-plans/:organization/sheet',
  operationId: 'getWorkPlanSheet',
  summary: 'The work plan of an organization as a workbook',
  access: 'execution.read',
  params: PartOf,
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});
