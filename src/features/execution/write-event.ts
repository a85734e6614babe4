import { isDeepStrictEqual } from 'node:util';
import { type Actor, can, decideAccess } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { decimal } from '#core/kernel/decimal.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findEventRefusal, findStartRefusal } from '#core/task-state/decide-event.ts';
import { deriveTaskLines, isPausedFor, type TaskLine } from '#core/task-state/derive-lines.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { listOwnEvidence } from '#server/registers/evidence-pieces.ts';
import { readExecutedTasks, type StoredTask } from '#server/registers/executed-tasks.ts';
import {
  appendTaskEvent,
  countLastReport,
  findEventOfWrite,
  lockTask,
  type NewTaskEvent,
  readVersion,
  type SaidOfTask,
} from './event-store.ts';
import { isTaskEnded } from './task-reads.ts';
import { taskNotFound } from './view-task.ts';

/** Who says or decides something of a task, and when. */
export interface TaskWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

type Said =
  'kind' | 'period' | 'percent' | 'words' | 'result' | 'reason' | 'document' | 'day' | 'dueDay' | 'evidence';

/** Something that a person says or decides; what a kind does not have is left out. */
export interface WantedTaskEvent extends Partial<Pick<NewTaskEvent, Exclude<Said, 'kind'>>> {
  readonly kind: NewTaskEvent['kind'];
  /** Whose part it concerns; null for the whole. */
  readonly organization: string | null;
  readonly version: number;
  readonly writeId: string;
}

const ACTION_OF = (kind: NewTaskEvent['kind']): Action =>
  kind === 'report' || kind === 'ask-extension' ? 'execution.report' : 'execution.decide';

const trimmed = (text: string | null | undefined): string | null => {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
};

const findTask = async (tx: Tx, taskId: string, today: PlainDate): Promise<StoredTask | undefined> =>
  (await readExecutedTasks(tx, [taskId], await listOrganizations(tx), today))[0];

/** Why nothing can be said of a task that is not worked on: another document has ended it, or it is not there. */
const refuseUnworked = async (tx: Tx, taskId: string): Promise<Refusal> =>
  (await isTaskEnded(tx, taskId)) ? refuse('task.wrong-state', { state: 'ended' }) : taskNotFound(taskId);

/** Why an actor may not write: what may not be known of is not there; what may be read but not written is denied. */
export const findPartRefusal = (
  actor: Actor,
  action: Action,
  taskId: string,
  organizationCode: string,
): Refusal | undefined => {
  if (!can(actor, 'execution.read', { organizationCode })) return taskNotFound(taskId);
  const access = decideAccess(actor, action, { organizationCode });
  return access.permitted ? undefined : refuse('access.denied', { reason: access.reason });
};

const findOccurrenceRefusal = (
  line: TaskLine,
  { kind, period = '', day = null }: WantedTaskEvent,
  today: PlainDate,
): Refusal | undefined => {
  if (kind === 'record-start') return undefined;
  const isOfAll = kind === 'pause' || kind === 'resume';
  const occurrence = isOfAll ? line : line.occurrences.find((one) => one.period === period);
  return occurrence
    ? findEventRefusal(occurrence, { kind, day }, today)
    : refuse('record.not-found', { kind: 'task-occurrence', code: period });
};

const findWholeRefusal = (
  task: StoredTask,
  { kind, day = null, dueDay = null }: WantedTaskEvent,
  today: PlainDate,
): Refusal | undefined => {
  if (kind === 'record-start') return findStartRefusal(task.due.kind, { day: day ?? today, dueDay }, today);
  const { whole } = deriveTaskLines(task, duePolicy);
  const isPaused = isPausedFor(task.events, null);
  if (kind === 'resume') return isPaused ? undefined : refuse('task.wrong-state', { state: 'not-paused' });
  const isRunning = whole.doneOn === null && !isPaused;
  return isRunning ? undefined : refuse('task.wrong-state', { state: 'not-running' });
};

const findStateRefusal = (
  task: StoredTask,
  wanted: WantedTaskEvent,
  today: PlainDate,
): Refusal | undefined => {
  const { organization } = wanted;
  if (organization === null) return findWholeRefusal(task, wanted, today);
  const line = deriveTaskLines(task, duePolicy).lines.find((one) => one.organizationCode === organization);
  return line ? findOccurrenceRefusal(line, wanted, today) : taskNotFound(task.id);
};

const findContentRefusal = async (tx: Tx, wanted: WantedTaskEvent): Promise<Refusal | undefined> => {
  const { percent = null, evidence = [], organization } = wanted;
  if (percent !== null && (decimal(percent).lt(0) || decimal(percent).gt(100))) {
    return refuse('value.out-of-range', { field: 'percent', minimum: '0', maximum: '100' });
  }
  if (evidence.length === 0 || organization === null) return undefined;
  const own = await listOwnEvidence(tx, organization, evidence);
  const foreign = evidence.filter((id) => !own.has(id));
  return foreign.length === 0
    ? undefined
    : refuse('evidence.not-of-this-organization', { evidence: foreign });
};

const eventFrom = (taskId: string, wanted: WantedTaskEvent, { clock, actor }: TaskWriter): NewTaskEvent => ({
  ...{ taskId, organization: wanted.organization, version: wanted.version + 1, kind: wanted.kind },
  ...{ period: wanted.period ?? '', percent: wanted.percent ?? null, words: trimmed(wanted.words) },
  ...{ result: trimmed(wanted.result), reason: trimmed(wanted.reason), document: trimmed(wanted.document) },
  ...{ day: wanted.day ?? null, dueDay: wanted.dueDay ?? null, evidence: wanted.evidence ?? [] },
  ...{ at: clock.now(), by: actor.accountId, writeId: wanted.writeId },
});

const keep = async (tx: Tx, { caller }: TaskWriter, event: NewTaskEvent): Promise<void> => {
  await appendTaskEvent(tx, event);
  const { taskId, organization, period, kind, percent, words, result, reason, document, day, dueDay } = event;
  if (kind === 'confirm' && organization !== null) {
    await countLastReport(tx, { taskId, organization, period }, event);
  }
  await appendAuditEvent(tx, caller, {
    ...{ at: event.at, action: `task.${kind}`, subject: `task:${taskId}` },
    details: {
      ...(organization !== null && { organization }),
      ...(period !== '' && { period }),
      ...{ percent, words, result, reason, document, day, dueDay },
    },
  });
};

const decide = async (
  tx: Tx,
  writer: TaskWriter,
  taskId: string,
  wanted: WantedTaskEvent,
): Promise<NewTaskEvent | Refusal> => {
  const { organization } = wanted;
  const action = ACTION_OF(wanted.kind);
  const today = writer.clock.today();
  const task = await findTask(tx, taskId, today);
  if (!task) return refuseUnworked(tx, taskId);
  if (organization !== null) {
    const no = findPartRefusal(writer.actor, action, taskId, organization);
    if (no) return no;
  }
  const version = await readVersion(tx, taskId, organization);
  if (version !== wanted.version) return refuse('edit.conflict', { version });
  const no = findStateRefusal(task, wanted, today) ?? (await findContentRefusal(tx, wanted));
  return no ?? eventFrom(taskId, wanted, writer);
};

const canonicalOf = ({ percent, evidence, ...said }: SaidOfTask) => ({
  ...said,
  percent: percent === null ? null : decimal(percent).toString(),
  evidence: [...new Set(evidence.map((id) => id.toLowerCase()))].toSorted(),
});

const saysTheSame = (earlier: SaidOfTask, { version: _, at: __, writeId: ___, ...said }: NewTaskEvent) =>
  isDeepStrictEqual(canonicalOf(earlier), canonicalOf(said));

/** Keeps what somebody says or decides of a task. A retry with the same write id changes nothing. */
export const writeTaskEvent = (
  writer: TaskWriter,
  taskId: string,
  wanted: WantedTaskEvent,
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    await lockTask(tx, taskId, wanted.writeId);
    const earlier = await findEventOfWrite(tx, wanted.writeId);
    const decided = await decide(tx, writer, taskId, wanted);
    if (earlier) {
      const isRetry = saysTheSame(earlier, eventFrom(taskId, wanted, writer));
      if (isRetry && (!isRefusal(decided) || decided.code === 'edit.conflict')) return undefined;
      return isRefusal(decided) ? decided : refuse('edit.conflict', { field: 'writeId' });
    }
    if (isRefusal(decided)) return decided;
    await keep(tx, writer, decided);
    return undefined;
  });

/** A day that came in with a request, checked by its contract. */
export const dayOf = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));
