import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { Organization } from '#core/organization/organization.ts';
import { deriveTaskLines, type TaskLine } from '#core/task-state/derive-lines.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import { computeStepState, countSteps } from '#core/work-plan/work-step.ts';
import type { z } from 'zod';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { readExecutedTasks } from '#server/registers/executed-tasks.ts';
import type { listWorkPlans, WorkPlan, WorkStep } from './contract.ts';
import { buildPlanAccess, type PlanAccess, planNotFound } from './plan-access.ts';
import { findPlannedTask, listOfficers, listStepsOfTask, type StepRow } from './reads.ts';
import type { PlanKey } from './store.ts';

/** Who looks at work plans, and when. */
export interface PlanReader {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor | undefined;
}

interface TaskPlans {
  readonly task: { readonly id: string; readonly name: string; readonly isEnded: boolean };
  readonly today: PlainDate;
  readonly access: PlanAccess;
  readonly lines: readonly TaskLine[];
  readonly rows: readonly StepRow[];
}

const linesOf = async (
  db: Db,
  taskId: string,
  organizations: readonly Organization[],
  today: PlainDate,
): Promise<readonly TaskLine[]> => {
  const [executed] = await readExecutedTasks(db, [taskId], organizations, today);
  return executed ? deriveTaskLines(executed, duePolicy).lines : [];
};

const readPlans = async (
  { db, clock, actor }: PlanReader,
  taskId: string,
): Promise<TaskPlans | undefined> => {
  const task = await findPlannedTask(db, taskId);
  if (!task) return undefined;
  const today = clock.today();
  const organizations = await listOrganizations(db);
  return {
    ...{ task, today, access: buildPlanAccess(actor, organizations, today) },
    lines: await linesOf(db, taskId, organizations, today),
    rows: await listStepsOfTask(db, taskId),
  };
};

const lineOf = ({ lines }: TaskPlans, code: string): TaskLine | undefined =>
  lines.find(({ organizationCode }) => organizationCode === code);

/** The last day of all occurrences: what recurs has steps for each of them, and which a step is for nobody says. */
const lastDayOf = (line: TaskLine | undefined): PlainDate | null => {
  const days = (line?.occurrences ?? []).map(({ standing }) => standing.lastDay);
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
};

const stateOf = (plans: TaskPlans, row: StepRow): TaskState =>
  computeStepState(row, {
    ...{ today: plans.today, calendar: duePolicy.calendar },
    // Nobody works on a task that another document has ended: what was left of it is late for nobody.
    isPaused: plans.task.isEnded || (lineOf(plans, row.organizationCode)?.standing.isPaused ?? false),
  });

const stepOf = (plans: TaskPlans, row: StepRow): WorkStep => {
  const { access, task } = plans;
  const taskLastDay = lastDayOf(lineOf(plans, row.organizationCode));
  const mayWrite = !task.isEnded && access.may('execution.report', row.organizationCode);
  return {
    ...{ id: row.id, organization: access.nameOf(row.organizationCode), name: row.name },
    ...{ firstDay: row.firstDay, lastDay: row.lastDay, result: row.result, doneOn: row.doneOn },
    assignee: row.assignee === null ? null : { id: row.assigneeId, name: row.assignee },
    handedTo: row.handedCode === null ? null : access.nameOf(row.handedCode),
    doneWords:
      row.doneOn === null ? null : (row.history.find(({ kind }) => kind === 'complete')?.words ?? null),
    state: stateOf(plans, row),
    endsAfterTask: taskLastDay !== null && isAfter(row.lastDay, taskLastDay),
    ...{ version: row.version, history: [...row.history], mayWrite },
    mayComplete: mayWrite || (!task.isEnded && access.may('execution.report', row.handedCode)),
  };
};

const isHandedTo = (
  { access }: TaskPlans,
  { handedCode, organizationCode }: StepRow,
  code: string,
): boolean => handedCode !== null && organizationCode !== code && access.ownersOf(handedCode).includes(code);

const isTakenOverBy = ({ access }: TaskPlans, { organizationCode }: StepRow, code: string): boolean =>
  organizationCode !== code && access.ownersOf(organizationCode).includes(code);

/** The work plan of an organization under a task, with what was handed to it and what it has taken over. */
export const viewPlan = async (
  reader: PlanReader,
  { taskId, organization }: PlanKey,
): Promise<WorkPlan | Refusal> => {
  const plans = await readPlans(reader, taskId);
  if (!plans?.access.may('execution.read', organization)) return planNotFound(taskId);
  const { task, today, access, lines, rows } = plans;
  const line = lineOf(plans, organization);
  const own = rows.filter(({ organizationCode }) => organizationCode === organization);
  const handed = rows.filter((row) => isHandedTo(plans, row, organization));
  const takenOver = rows.filter((row) => isTakenOverBy(plans, row, organization));
  if (!line && own.length + handed.length + takenOver.length === 0) return planNotFound(taskId);
  const mayReport = !task.isEnded && access.may('execution.report', organization);
  const steps = own.map((row) => stepOf(plans, row));
  const counts = countSteps(steps.map(({ state }) => state));
  return {
    ...{ organization: access.nameOf(organization), task, today, taskLastDay: lastDayOf(line) },
    ...{ steps, done: counts.done, overdue: counts.overdue },
    handed: handed.map((row) => stepOf(plans, row)),
    takenOver: takenOver.map((row) => stepOf(plans, row)),
    mayWrite: mayReport && line !== undefined,
    people: mayReport ? [...(await listOfficers(reader.db, access.ownersOf(organization), today))] : [],
    partners: mayReport
      ? lines
          .filter(({ organizationCode }) => organizationCode !== organization)
          .map(({ organizationCode }) => access.nameOf(organizationCode))
      : [],
  };
};

/** How far the plans under a task have come, of those within reach. */
export const listPlans = async (
  reader: PlanReader,
  taskId: string,
): Promise<z.input<(typeof listWorkPlans)['response']> | Refusal> => {
  const plans = await readPlans(reader, taskId);
  if (!plans) return planNotFound(taskId);
  const byOwner = groupBy(plans.rows, ({ organizationCode }) => organizationCode);
  const items = [...byOwner]
    .filter(([code]) => plans.access.may('execution.read', code))
    .map(([code, rows]) => ({
      ...{ organization: plans.access.nameOf(code), answers: lineOf(plans, code) !== undefined },
      ...countSteps(rows.map((row) => stateOf(plans, row))),
    }));
  return { items, total: items.length };
};
