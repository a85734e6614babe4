import { z } from 'zod';
import { DocumentName } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';

/** What a task may serve. */
const PURPOSE_KINDS = ['component', 'gap', 'target'] as const;

/** What a coordinator says of a task and a purpose. */
export const PURPOSE_DECISIONS = ['link', 'unlink'] as const;

const Purpose = z
  .object({
    kind: z.enum(PURPOSE_KINDS),
    /** The id of the target or gap, or the code of the component. */
    id: z.string(),
    name: z.string(),
    /** Of a target or gap, the document that states it. */
    document: DocumentName.nullable(),
  })
  .meta({ id: 'TaskPurpose' });
export type Purpose = z.infer<typeof Purpose>;

const TaskPurposes = z
  .object({
    linked: z.array(Purpose),
    /** What the task seems to serve by its words, and nobody has decided on yet. */
    proposed: z.array(Purpose),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'TaskPurposes' });
export type TaskPurposes = z.infer<typeof TaskPurposes>;

const PageNumber = z.string().regex(/^\d{1,6}$/);
const Id = z.object({ id: z.uuid() });

export const getTaskPurposes = route({
  method: 'GET',
  path: '/tasks/:id/purposes',
  operationId: 'getTaskPurposes',
  summary:
    'The targets, gaps and components of the index that a task serves, and those that it seems to serve',
  access: 'plan.read',
  params: Id,
  response: TaskPurposes,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const PurposeDecisionInput = z
  .object({
    purpose: z.object({ kind: z.enum(PURPOSE_KINDS), id: z.string().max(60) }),
    decision: z.enum(PURPOSE_DECISIONS),
    writeId: z.uuid(),
  })
  .meta({ id: 'TaskPurposeDecision' });
export type PurposeDecisionInput = z.infer<typeof PurposeDecisionInput>;

export const decideTaskPurpose = route({
  method: 'POST',
  path: '/tasks/:id/purposes',
  operationId: 'decideTaskPurpose',
  summary: 'Set that a task serves a target, a gap or a component of the index, or undo it',
  access: 'execution.decide',
  params: Id,
  body: PurposeDecisionInput,
  response: TaskPurposes,
  refusals: ['record.not-found', 'edit.conflict'],
  since: '0.1.0',
});

const PurposeQuery = z
  .object({
    text: z.string().max(200).optional(),
    offset: PageNumber.optional(),
    /** At most 200, 20 when not given. */
    limit: PageNumber.optional(),
  })
  .meta({ id: 'PurposeQuery' });
export type PurposeQuery = z.infer<typeof PurposeQuery>;

export const listPurposeChoices = route({
  method: 'GET',
  path: '/execution/purpose-choices',
  operationId: 'listPurposeChoices',
  summary:
    'Components of the index, targets and gaps by their words: what a task can be said to serve, page by page',
  access: 'execution.decide',
  query: PurposeQuery,
  response: z.object({ items: z.array(Purpose), total: z.number().int() }),
  since: '0.1.0',
});
