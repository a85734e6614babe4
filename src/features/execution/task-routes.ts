import { can } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { insertReadings } from './event-store.ts';
import * as contract from './task-contract.ts';
import {
  addTaskEvidence,
  addTaskEvidenceFile,
  answerTaskEvidence,
  answerTaskEvidenceFile,
} from './task-evidence.ts';
import { taskNotFound, viewHistories, viewTask } from './view-task.ts';
import { dayOf, type TaskWriter, type WantedTaskEvent, writeTaskEvent } from './write-event.ts';

/** Who writes; the HTTP layer has refused whoever is not signed in. */
export const writerOf = ({ db, clock, actor, caller }: RequestContext): TaskWriter => {
  if (!actor) throw new Error('A write without an actor');
  return { db, clock, actor, caller };
};

const readerOf = ({ db, clock, actor }: RequestContext) => ({ db, actor, today: clock.today() });

const write = async (
  context: RequestContext,
  id: string,
  wanted: WantedTaskEvent,
): Promise<contract.TaskExecution | Refusal> =>
  (await writeTaskEvent(writerOf(context), id, wanted)) ?? viewTask(context, id);

const wantedOf = (decision: contract.TaskDecision): WantedTaskEvent => {
  switch (decision.kind) {
    case 'grant-extension': {
      const { until, ...rest } = decision;
      return { ...rest, day: dayOf(until) };
    }
    case 'record-start': {
      const { day, dueDay, ...rest } = decision;
      return { ...rest, organization: null, day: dayOf(day), dueDay: dayOf(dueDay) };
    }
    case 'confirm':
    case 'send-back':
    case 'refuse-extension':
    case 'pause':
    case 'resume':
      return decision;
  }
};

const evidenceList = (
  context: RequestContext,
  part: { id: string; organization: string },
  added: string | null,
) => answerTaskEvidence(readerOf(context), part, { added, limitBytes: context.evidenceFiles.limitBytes });

/** What is said and decided of a task, and what reports rest on. */
export const taskExecutionRoutes: readonly HandledRoute[] = [
  handle(contract.getTaskExecution, ({ params: { id } }, context) => viewTask(context, id)),
  handle(contract.listTaskHistories, ({ params: { id } }, context) =>
    viewHistories(context, id.toLowerCase()),
  ),
  handle(contract.reportTask, ({ params: { id }, body: { doneOn, ...body } }, context) =>
    write(context, id, { ...body, kind: 'report', day: dayOf(doneOn) }),
  ),
  handle(contract.askExtension, ({ params: { id }, body: { until, ...body } }, context) =>
    write(context, id, { ...body, kind: 'ask-extension', day: dayOf(until) }),
  ),
  handle(contract.decideTask, ({ params: { id }, body }, context) => write(context, id, wantedOf(body))),
  handle(contract.readTask, async ({ params: { id } }, context) => {
    const { db, clock, actor } = writerOf(context);
    const task = await viewTask(context, id);
    if (isRefusal(task)) return task;
    const own = task.lines.filter(({ organization: { code } }) =>
      can(actor, 'execution.report', { organizationCode: code }),
    );
    if (own.length === 0) return taskNotFound(id);
    const codes = own.map(({ organization }) => organization.code);
    await insertReadings(db, id, codes, { accountId: actor.accountId, at: clock.now() });
    return {};
  }),
  handle(contract.listTaskEvidence, ({ params }, context) => evidenceList(context, params, null)),
  handle(contract.addTaskEvidenceFile, async ({ params, query, file }, context) => {
    if (!file) return refuse('file.missing');
    const upload = { ...file, writeId: query.writeId };
    const added = await addTaskEvidenceFile(writerOf(context), context.evidenceFiles, params, upload);
    return isRefusal(added) ? added : evidenceList(context, params, added);
  }),
  handle(contract.addTaskEvidenceReference, async ({ params, body }, context) => {
    const added = await addTaskEvidence(writerOf(context), params, body.reference, body.writeId);
    return isRefusal(added) ? added : evidenceList(context, params, added);
  }),
  handle(contract.getTaskEvidenceFile, ({ params }, context) =>
    answerTaskEvidenceFile(readerOf(context), context.evidenceFiles, params),
  ),
];
