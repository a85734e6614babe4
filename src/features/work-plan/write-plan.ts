import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import {
  DONE_BY_HANDED,
  findContentRefusal,
  findRoomRefusal,
  findStepRefusal,
  type StepContent,
} from '#core/work-plan/decide-step.ts';
import { putBefore } from '#core/work-plan/work-step.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { readExecutedTasks } from '#server/registers/executed-tasks.ts';
import type { StepChange, StepInput } from './contract.ts';
import { buildPlanAccess, type PlanAccess, planNotFound } from './plan-access.ts';
import { findPlannedTask, findStep, listOfficers, listStepsOfTask, type StepRow } from './reads.ts';
import {
  appendStepEvents,
  findPlanOfStep,
  insertSteps,
  listEventsOfWrite,
  lockPlan,
  type NewStepEvent,
  type PlanKey,
  type SaidOfStep,
  updateStep,
  writeOrder,
} from './store.ts';

/** Who writes a work plan, and when. */
export interface PlanWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

const trimmed = (text: string | null): string | null => {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
};

const contentOf = ({ firstDay, lastDay, ...input }: StepInput): StepContent => ({
  ...{ name: tidy(input.name), firstDay: firstDay === null ? null : plainDate(firstDay) },
  ...{ lastDay: plainDate(lastDay), assigneeId: input.assigneeId?.toLowerCase() ?? null },
  ...{ assigneeWords: trimmed(input.assigneeWords), handedTo: input.handedTo, result: trimmed(input.result) },
});

interface PlanState {
  readonly isEnded: boolean;
  readonly access: PlanAccess;
  /** Organizations that answer for the task today. */
  readonly answering: readonly string[];
  readonly people: readonly string[];
  readonly today: PlainDate;
}

const readState = async (
  tx: Tx,
  { clock, actor }: PlanWriter,
  { taskId, organization }: PlanKey,
): Promise<PlanState | undefined> => {
  const task = await findPlannedTask(tx, taskId);
  if (!task) return undefined;
  const today = clock.today();
  const organizations = await listOrganizations(tx);
  const access = buildPlanAccess(actor, organizations, today);
  const [executed] = await readExecutedTasks(tx, [taskId], organizations, today);
  return {
    ...{ isEnded: task.isEnded, access, today },
    answering: (executed?.answering ?? []).map(({ organizationCode }) => organizationCode),
    people: (await listOfficers(tx, access.ownersOf(organization), today)).map(({ id }) => id),
  };
};

const ENDED = refuse('task.wrong-state', { state: 'ended' });

const findAddRefusal = async (
  tx: Tx,
  state: PlanState,
  { taskId, organization }: PlanKey,
  contents: readonly StepContent[],
): Promise<Refusal | undefined> => {
  const { isEnded, answering, people } = state;
  if (isEnded) return ENDED;
  if (!answering.includes(organization)) return planNotFound(taskId);
  const rows = await listStepsOfTask(tx, taskId);
  const present = rows.filter(({ organizationCode }) => organizationCode === organization).length;
  const place = { organization, answering, people };
  return (
    findRoomRefusal(present, contents.length) ??
    contents.map((content, index) => findContentRefusal(content, place, index + 1)).find(Boolean)
  );
};

const keepNewSteps = async (
  tx: Tx,
  { caller }: PlanWriter,
  key: PlanKey,
  events: readonly (NewStepEvent & { readonly content: StepContent })[],
): Promise<void> => {
  await insertSteps(
    tx,
    key,
    events.map(({ stepId, content }) => ({ id: stepId, content })),
  );
  await appendStepEvents(tx, events);
  const at = events[0]?.at ?? '';
  await appendAuditEvent(tx, caller, {
    ...{ at, action: 'work-step.add', subject: `task:${key.taskId}` },
    details: { organization: key.organization, steps: events.length },
  });
};

/** Adds steps to the plan of an organization, all or none. A retry with the same write id adds nothing twice. */
export const addSteps = (
  writer: PlanWriter,
  key: PlanKey,
  { steps, writeId }: { readonly steps: readonly StepInput[]; readonly writeId: string },
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    await lockPlan(tx, key, writeId);
    const state = await readState(tx, writer, key);
    if (!state?.access.may('execution.read', key.organization)) return planNotFound(key.taskId);
    if (!state.access.may('execution.report', key.organization)) return refuse('access.denied');
    const by = writer.actor.accountId;
    const contents = steps.map(contentOf);
    const said = contents.map((content) => ({
      ...{ kind: 'add' as const, content, before: null, day: null, words: null, by },
    }));
    const earlier = await listEventsOfWrite(tx, writeId);
    if (earlier.length > 0) {
      const isRetry = isDeepStrictEqual(
        earlier.map(({ taskId, organization, said: one }) => ({ taskId, organization, ...one })),
        said.map((one) => ({ ...key, ...one })),
      );
      return isRetry ? undefined : refuse('edit.conflict', { field: 'writeId' });
    }
    const no = await findAddRefusal(tx, state, key, contents);
    if (no) return no;
    const at = writer.clock.now();
    const events = said.map((one, index) => ({
      ...{ ...one, stepId: newId(), version: 1, at, writeId, place: index + 1 },
    }));
    await keepNewSteps(tx, writer, key, events);
    return undefined;
  });

const saidOf = (wanted: StepChange, by: string): SaidOfStep => {
  const nothing = { kind: wanted.kind, content: null, before: null, day: null, words: null, by };
  switch (wanted.kind) {
    case 'edit':
      return { ...nothing, content: contentOf(wanted) };
    case 'move':
      return { ...nothing, before: wanted.before?.toLowerCase() ?? null };
    case 'complete':
      return { ...nothing, day: plainDate(wanted.doneOn), words: trimmed(wanted.words) };
    case 'reopen':
    case 'withdraw':
      return { ...nothing, words: wanted.words.trim() };
  }
};

const findAccessRefusal = (
  { access }: PlanState,
  { id, organizationCode, handedCode }: StepRow,
  kind: StepChange['kind'],
): Refusal | undefined => {
  if (access.may('execution.report', organizationCode)) return undefined;
  if (!access.may('execution.report', handedCode)) {
    return refuse('record.not-found', { kind: 'work-step', code: id });
  }
  return DONE_BY_HANDED.includes(kind) ? undefined : refuse('access.denied');
};

/** Who is named already may stay, also after leaving the organization or the task. */
const findEditRefusal = (
  state: PlanState,
  { organizationCode, assigneeId, handedCode }: StepRow,
  content: StepContent,
): Refusal | undefined =>
  findContentRefusal(
    content,
    {
      organization: organizationCode,
      answering: handedCode === null ? state.answering : [...state.answering, handedCode],
      people: assigneeId === null ? state.people : [...state.people, assigneeId],
    },
    1,
  );

const findChangeRefusal = (
  state: PlanState,
  step: StepRow,
  { kind, content, day }: SaidOfStep,
  version: number,
): Refusal | undefined => {
  if (state.isEnded) return ENDED;
  if (step.version !== version) return refuse('edit.conflict', { version: step.version });
  if (kind === 'add') throw new Error('A step is added once');
  return (
    findStepRefusal(step, { kind, doneOn: day }, state.today) ??
    (content === null ? undefined : findEditRefusal(state, step, content))
  );
};

const moveStep = async (tx: Tx, step: StepRow, before: string | null): Promise<Refusal | undefined> => {
  const rows = await listStepsOfTask(tx, step.taskId);
  const order = rows
    .filter(({ organizationCode }) => organizationCode === step.organizationCode)
    .map(({ id }) => id);
  const wanted = putBefore(order, step.id, before);
  if (!wanted) return refuse('record.not-found', { kind: 'work-step', code: before });
  await writeOrder(tx, wanted);
  return undefined;
};

const keepChange = async (
  tx: Tx,
  { caller }: PlanWriter,
  step: StepRow,
  event: NewStepEvent,
): Promise<Refusal | undefined> => {
  const { kind, content, day, words, at } = event;
  const no = kind === 'move' ? await moveStep(tx, step, event.before) : undefined;
  if (no) return no;
  await updateStep(tx, event);
  await appendStepEvents(tx, [event]);
  const { organizationCode, taskId, name, firstDay, lastDay } = step;
  await appendAuditEvent(tx, caller, {
    ...{ at, action: `work-step.${kind}`, subject: `task:${taskId}` },
    details: { organization: organizationCode, step: step.id, name, day, words },
    ...(content && {
      before: { name, firstDay, lastDay },
      after: { name: content.name, firstDay: content.firstDay, lastDay: content.lastDay },
    }),
  });
  return undefined;
};

const decideChange = async (
  tx: Tx,
  writer: PlanWriter,
  step: StepRow,
  wanted: StepChange,
): Promise<Refusal | undefined> => {
  const { writeId, version } = wanted;
  const state = await readState(tx, writer, { taskId: step.taskId, organization: step.organizationCode });
  if (!state) return planNotFound(step.taskId);
  const denied = findAccessRefusal(state, step, wanted.kind);
  if (denied) return denied;
  const said = saidOf(wanted, writer.actor.accountId);
  const [earlier] = await listEventsOfWrite(tx, writeId);
  if (earlier) {
    const isRetry = earlier.stepId === step.id && isDeepStrictEqual(earlier.said, said);
    return isRetry ? undefined : refuse('edit.conflict', { field: 'writeId' });
  }
  const at = writer.clock.now();
  const event = { ...said, stepId: step.id, version: version + 1, at, writeId, place: 1 };
  return findChangeRefusal(state, step, said, version) ?? (await keepChange(tx, writer, step, event));
};

/** Changes a step and answers its new version. A retry with the same write id changes nothing. */
export const changeStep = (
  writer: PlanWriter,
  id: string,
  wanted: StepChange,
): Promise<{ readonly id: string; readonly version: number } | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const notFound = refuse('record.not-found', { kind: 'work-step', code: id });
    const key = await findPlanOfStep(tx, id);
    if (!key) return notFound;
    await lockPlan(tx, key, wanted.writeId);
    const step = await findStep(tx, id);
    if (!step) return notFound;
    const no = await decideChange(tx, writer, step, wanted);
    if (isRefusal(no)) return no;
    return { id, version: (await findStep(tx, id))?.version ?? step.version };
  });
