import { type AccessReach, type Actor, can, findReach } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { z } from 'zod';
import { dueWords } from '#core/plan/wording.ts';
import { deriveTaskLines, type TaskLine } from '#core/task-state/derive-lines.ts';
import type { OccurrenceLine } from '#core/task-state/derive-occurrence.ts';
import { computeTaskState, type TaskStanding } from '#core/task-state/task-state.ts';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { isTaskInAreas } from '#server/registers/committee-areas.ts';
import { readExecutedTasks } from '#server/registers/executed-tasks.ts';
import { listOrganizationNames } from '#server/registers/organization-names.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import type {
  EventView,
  LineView,
  listTaskHistories,
  OccurrenceView,
  TaskExecution,
} from './task-contract.ts';
import { type EventRow, findTaskName, listTaskEvents } from './task-reads.ts';

interface Reader {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor | undefined;
}

/** That a task is not there, or not for this person. */
export const taskNotFound = (id: string): Refusal => refuse('record.not-found', { kind: 'task', code: id });

const standingOf = (standing: TaskStanding, today: PlainDate) => ({
  ...{ state: computeTaskState(standing, today), lastDay: standing.lastDay },
  ...{ lateAfter: standing.lateAfter, doneOn: standing.doneOn },
});

const eventOf = ({ organizationCode: _, version: __, ...event }: EventRow): EventView => event;

const occurrenceOf = (
  { standing, ...line }: OccurrenceLine,
  history: readonly EventRow[],
  today: PlainDate,
): OccurrenceView => ({
  ...line,
  ...standingOf(standing, today),
  askedDay: line.awaitsExtension
    ? (history.find(({ kind, period }) => kind === 'ask-extension' && period === line.period)?.day ?? null)
    : null,
});

/** Whose parts of a task a person may read: all in an area that the account answers for, otherwise those within reach. */
export const findTaskReach = async (
  { db, actor, today }: { readonly db: Db; readonly actor: Actor | undefined; readonly today: PlainDate },
  taskId: string,
): Promise<AccessReach> => {
  const reach = findReach(actor, 'execution.read');
  if (reach.kind === 'all') return reach;
  return (await isTaskInAreas(db, taskId, actor?.memberships ?? [], today)) ? { kind: 'all' } : reach;
};

export const isWithin = (reach: AccessReach, code: string): boolean =>
  reach.kind === 'all' || reach.organizationCodes.includes(code);

interface LineContext {
  readonly actor: Actor | undefined;
  readonly today: PlainDate;
  readonly events: readonly EventRow[];
  readonly names: ReadonlyMap<string, string>;
}

const lineOf = (line: TaskLine, { actor, today, events, names }: LineContext): LineView => {
  const { organizationCode, role, standing, percent } = line;
  const history = events.filter((event) => event.organizationCode === organizationCode);
  const isOpen = standing.doneOn === null;
  return {
    organization: { code: organizationCode, name: names.get(organizationCode) ?? organizationCode },
    ...{ role, ...standingOf(standing, today), percent, isPaused: standing.isPaused },
    occurrences: line.occurrences.map((one) => occurrenceOf(one, history, today)),
    history: history.map(eventOf),
    version: Math.max(0, ...history.map(({ version }) => version)),
    mayReport: isOpen && can(actor, 'execution.report', { organizationCode }),
    mayDecide: can(actor, 'execution.decide', { organizationCode }),
  };
};

/** Where a task stands today, as far as it is within the person's reach. */
export const viewTask = async (
  { db, clock, actor }: Reader,
  taskId: string,
): Promise<TaskExecution | Refusal> => {
  const today = clock.today();
  const organizations = await listOrganizations(db);
  const [task] = await readExecutedTasks(db, [taskId], organizations, today);
  const [item] = await listRegisterItems(db, [taskId], today);
  if (!task || item?.kind !== 'task') return taskNotFound(taskId);
  const reach = await findTaskReach({ db, actor, today }, taskId);
  const events = await listTaskEvents(db, taskId);
  const { whole, lines, waitsForEvent } = deriveTaskLines(task, duePolicy);
  const names = new Map(organizations.map((one) => [one.code, one.name]));
  const ofWhole = events.filter(({ organizationCode }) => organizationCode === null);
  return {
    ...{ id: taskId, name: item.name, document: item.document },
    due: dueWords(item.dueColumn, item.due?.raw ?? null),
    ...{ today, waitsForEvent, mayDecide: can(actor, 'execution.decide') },
    whole:
      reach.kind === 'all'
        ? {
            ...{ ...standingOf(whole, today), isPaused: whole.isPaused, parts: lines.length },
            partsDone: lines.filter(({ standing }) => standing.doneOn !== null).length,
            history: ofWhole.map(eventOf),
            version: Math.max(0, ...ofWhole.map(({ version }) => version)),
          }
        : null,
    lines: lines
      .filter(({ organizationCode }) => isWithin(reach, organizationCode))
      .map((line) => lineOf(line, { actor, today, events, names })),
  };
};

/** What was said and decided of a task within the person's reach; the task may have ended since. */
export const viewHistories = async (
  { db, actor }: Reader,
  taskId: string,
): Promise<z.input<(typeof listTaskHistories)['response']> | Refusal> => {
  if ((await findTaskName(db, taskId)) === undefined) return taskNotFound(taskId);
  const reach = findReach(actor, 'execution.read');
  const events = (await listTaskEvents(db, taskId)).filter(({ organizationCode }) =>
    organizationCode === null ? reach.kind === 'all' : isWithin(reach, organizationCode),
  );
  const byCode = groupBy(events, ({ organizationCode }) => organizationCode);
  const names = await listOrganizationNames(
    db,
    [...byCode.keys()].filter((code) => code !== null),
  );
  const items = [...byCode]
    .map(([code, history]) => ({
      organization: code === null ? null : { code, name: names.get(code) ?? code },
      history: history.map(eventOf),
    }))
    .toSorted((one, other) => Number(one.organization !== null) - Number(other.organization !== null));
  return { items, total: items.length };
};
