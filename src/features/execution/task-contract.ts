import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { TASK_EVENT_KINDS } from '#core/task-state/task-event.ts';
import { TASK_ROLES } from '#core/task-progress/task-role.ts';
import { EVIDENCE_FILE_REFUSALS, EvidencePiece, EvidenceReference } from '#contract/evidence.ts';
import { DocumentName } from '#contract/plan-item.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { DecimalText, FileAnswer, Instant, Nothing, PlainDateText } from '#contract/schemas.ts';
import { TaskState } from '#contract/task-state.ts';

const Id = z.object({ id: z.uuid() });
const Count = z.number().int();
const Words = z.string().max(4000);
const Reason = z.string().max(2000).regex(SAYS_SOMETHING);
const Document = z.string().max(500);
const Period = z.string().max(10);

const EventView = z
  .object({
    id: z.uuid(),
    kind: z.enum(TASK_EVENT_KINDS),
    period: z.string(),
    percent: DecimalText.nullable(),
    words: z.string().nullable(),
    result: z.string().nullable(),
    reason: z.string().nullable(),
    /** The document by which it was decided, as written. */
    document: z.string().nullable(),
    day: PlainDateText.nullable(),
    dueDay: PlainDateText.nullable(),
    evidence: z.array(z.object({ id: z.uuid(), title: z.string(), isFile: z.boolean() })),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'TaskEvent' });
export type EventView = z.infer<typeof EventView>;

const standingMembers = {
  state: TaskState,
  lastDay: PlainDateText.nullable(),
  lateAfter: PlainDateText.nullable(),
  doneOn: PlainDateText.nullable(),
};

const OccurrenceView = z
  .object({
    /** The period of a recurring task or the year of a milestone; empty where there is one occurrence alone. */
    period: z.string(),
    ...standingMembers,
    percent: DecimalText.nullable(),
    awaitsConfirmation: z.boolean(),
    awaitsExtension: z.boolean(),
    isSentBack: z.boolean(),
    /** A year's end within a span of years, before its last; the last occurrence of a span is the whole. */
    isMilestone: z.boolean(),
    /** The day that an extension was asked for; null where none is. */
    askedDay: PlainDateText.nullable(),
  })
  .meta({ id: 'TaskOccurrence' });
export type OccurrenceView = z.infer<typeof OccurrenceView>;

const LineView = z
  .object({
    organization: OrganizationName,
    role: z.enum(TASK_ROLES),
    ...standingMembers,
    percent: DecimalText.nullable(),
    isPaused: z.boolean(),
    occurrences: z.array(OccurrenceView),
    /** What was said and decided of this part, the latest first. */
    history: z.array(EventView),
    /** Counts what was said of it: a write names the version that it saw. */
    version: Count,
    mayReport: z.boolean(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'TaskLine' });
export type LineView = z.infer<typeof LineView>;

const TaskExecution = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The document that gives it. */
    document: DocumentName,
    /** When it is due, in the words of the document. */
    due: z.string().nullable(),
    today: PlainDateText,
    /** The whole; null for who sees the own part alone. */
    whole: z
      .object({
        ...standingMembers,
        isPaused: z.boolean(),
        parts: Count,
        partsDone: Count,
        history: z.array(EventView),
        version: Count,
      })
      .nullable(),
    waitsForEvent: z.boolean(),
    mayDecide: z.boolean(),
    lines: z.array(LineView),
  })
  .meta({ id: 'TaskExecution' });
export type TaskExecution = z.infer<typeof TaskExecution>;

export const getTaskExecution = route({
  method: 'GET',
  path: '/tasks/:id/execution',
  operationId: 'getTaskExecution',
  summary:
    'Where a task stands today: the whole, each organization’s part within reach, and what was said and decided',
  access: 'execution.read',
  params: Id,
  response: TaskExecution,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const TaskHistories = z
  .object({
    /** By organization within reach, the whole task first; those of which nothing was said are left out. */
    items: z.array(
      z.object({
        /** Null for the whole task. */
        organization: OrganizationName.nullable(),
        history: z.array(EventView),
      }),
    ),
    total: Count,
  })
  .meta({ id: 'TaskHistories' });

export const listTaskHistories = route({
  method: 'GET',
  path: '/tasks/:id/histories',
  operationId: 'listTaskHistories',
  summary: 'What was said and decided of a task, also of one that has ended, by organization within reach',
  access: 'execution.read',
  params: Id,
  response: TaskHistories,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const WRITE_REFUSALS = ['record.not-found', 'access.denied', 'edit.conflict', 'task.wrong-state'] as const;

const ofPart = {
  organization: z.string().max(40),
  period: Period,
  /** The version of the part that the writer saw; 0 where nothing was said yet. */
  version: Count.min(0),
  writeId: z.uuid(),
};

export const reportTask = route({
  method: 'POST',
  path: '/tasks/:id/reports',
  operationId: 'reportTask',
  summary:
    'Report how far an organization has come with its part; 100 asks the coordinator to confirm that it is done',
  access: 'execution.report',
  params: Id,
  body: z
    .object({
      ...ofPart,
      percent: DecimalText,
      words: Words.nullable(),
      result: Words.nullable(),
      /** When the work was done; the day of the report where it is null. */
      doneOn: PlainDateText.nullable(),
      evidence: z.array(z.uuid()).max(50),
    })
    .meta({ id: 'TaskReportInput' }),
  response: TaskExecution,
  refusals: [
    ...WRITE_REFUSALS,
    ...(['value.out-of-range', 'task.day-ahead', 'evidence.not-of-this-organization'] as const),
  ],
  since: '0.1.0',
});

export const askExtension = route({
  method: 'POST',
  path: '/tasks/:id/extension-requests',
  operationId: 'askTaskExtension',
  summary: 'Ask for a later last day of an organization’s part, with the reason',
  access: 'execution.report',
  params: Id,
  body: z.object({ ...ofPart, until: PlainDateText, reason: Reason }).meta({ id: 'TaskExtensionInput' }),
  response: TaskExecution,
  refusals: [...WRITE_REFUSALS, 'task.no-due-day', 'task.extension-not-later'],
  since: '0.1.0',
});

/** What the coordinator decides; of the whole task where `organization` is null. */
const TaskDecision = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('confirm'), ...ofPart, reason: Reason.nullable() }),
    z.object({ kind: z.literal('send-back'), ...ofPart, reason: Reason }),
    z.object({
      ...{ kind: z.literal('grant-extension'), ...ofPart, until: PlainDateText },
      ...{ reason: Reason.nullable(), document: Document.nullable() },
    }),
    z.object({ kind: z.literal('refuse-extension'), ...ofPart, reason: Reason }),
    z.object({
      ...{ kind: z.enum(['pause', 'resume']), organization: z.string().max(40).nullable() },
      ...{ reason: Reason, document: Document.nullable(), version: Count.min(0), writeId: z.uuid() },
    }),
    z.object({
      ...{ kind: z.literal('record-start'), day: PlainDateText, dueDay: PlainDateText.nullable() },
      ...{ document: Document.nullable(), reason: Reason.nullable() },
      ...{ version: Count.min(0), writeId: z.uuid() },
    }),
  ])
  .meta({ id: 'TaskDecision' });
export type TaskDecision = z.infer<typeof TaskDecision>;

export const decideTask = route({
  method: 'POST',
  path: '/tasks/:id/decisions',
  operationId: 'decideTask',
  summary:
    'Confirm or send back a report, decide on an extension, pause and resume, record the event that a task waits for',
  access: 'execution.decide',
  params: Id,
  body: TaskDecision,
  response: TaskExecution,
  refusals: [
    ...WRITE_REFUSALS,
    ...(['task.nothing-to-decide', 'task.no-due-day', 'task.extension-not-later'] as const),
    ...(['task.not-conditional', 'task.day-ahead', 'task.due-before-start'] as const),
  ],
  since: '0.1.0',
});

export const readTask = route({
  method: 'POST',
  path: '/tasks/:id/readings',
  operationId: 'readTask',
  summary: 'Note that the signed-in person has seen what was decided of the own part of a task',
  access: 'execution.report',
  params: Id,
  response: Nothing,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const PartOf = Id.extend({ organization: z.string().max(40) });

const TaskEvidenceList = z
  .object({
    items: z.array(EvidencePiece),
    total: Count,
    /** What the write added, to be named in a report; null when nothing was written. */
    added: z.uuid().nullable(),
    /** The largest file that is taken, in bytes. */
    limitBytes: Count,
  })
  .meta({ id: 'TaskEvidenceList' });
export type TaskEvidenceList = z.infer<typeof TaskEvidenceList>;

export const listTaskEvidence = route({
  method: 'GET',
  path: '/tasks/:id/evidence/:organization',
  operationId: 'listTaskEvidence',
  summary:
    'What an organization has to prove its report with; for others, what its reports on this task rest on',
  access: 'execution.read',
  params: PartOf,
  response: TaskEvidenceList,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const addTaskEvidenceFile = route({
  method: 'POST',
  path: '/tasks/:id/evidence/:organization/files',
  operationId: 'addTaskEvidenceFile',
  summary: 'Send a file to be named in a report on a task; a retry keeps nothing twice',
  access: 'execution.report',
  params: PartOf,
  query: z.object({ writeId: z.uuid() }),
  body: 'multipart',
  fileLimit: 'evidence',
  response: TaskEvidenceList,
  refusals: ['record.not-found', 'access.denied', 'edit.conflict', ...EVIDENCE_FILE_REFUSALS],
  since: '0.1.0',
});

export const addTaskEvidenceReference = route({
  method: 'POST',
  path: '/tasks/:id/evidence/:organization/references',
  operationId: 'addTaskEvidenceReference',
  summary: 'Name a page or a document of the register, to be named in a report on a task',
  access: 'execution.report',
  params: PartOf,
  body: z.object({ reference: EvidenceReference, writeId: z.uuid() }),
  response: TaskEvidenceList,
  refusals: ['record.not-found', 'access.denied', 'edit.conflict'],
  since: '0.1.0',
});

export const getTaskEvidenceFile = route({
  method: 'GET',
  path: '/tasks/:id/evidence/:organization/:evidenceId/file',
  operationId: 'getTaskEvidenceFile',
  summary: 'The file of a piece of evidence, to save',
  access: 'execution.read',
  params: PartOf.extend({ evidenceId: z.uuid() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});
