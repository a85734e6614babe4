import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import type { TargetFact, TaskFact } from '#core/report/writing/task-facts.ts';
import { wantedIn } from '#core/report/writing/wanted-value.ts';
import { deriveTaskLines, type TaskLine, type TaskLines } from '#core/task-state/derive-lines.ts';
import { computeTaskState } from '#core/task-state/task-state.ts';
import type { TargetItem, TaskItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { readExecutedTasks } from '#server/registers/executed-tasks.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { agencyNames } from './agency-names.ts';
import { planText } from './plan-text.ts';
import { listItemIds, listProgress, listYearValues, type ReportedProgress } from './task-reads.ts';

/** A task with where it stands for the whole and for each organization. */
export interface DerivedTask {
  readonly item: TaskItem;
  readonly lines: TaskLines;
  readonly progress: readonly ReportedProgress[];
}

/** The tasks of one document or of all, as they stand on a day: from the same facts as the pages of tasks. */
export const deriveTasks = async (
  db: Db,
  documentId: string | null,
  today: PlainDate,
): Promise<readonly DerivedTask[]> => {
  const ids = await listItemIds(db, 'task', documentId);
  const items = await listRegisterItems(db, ids, today);
  const executed = await readExecutedTasks(db, ids, await listOrganizations(db), today);
  const byId = new Map(executed.map((task) => [task.id, task]));
  const progress = groupBy(await listProgress(db, today), ({ taskId }) => taskId);
  return items.flatMap((item) => {
    const task = byId.get(item.id);
    if (!task || item.kind !== 'task') return [];
    return [{ item, lines: deriveTaskLines(task, duePolicy), progress: progress.get(item.id) ?? [] }];
  });
};

const latestOf = (progress: readonly ReportedProgress[]): readonly ReportedProgress[] =>
  [...groupBy(progress, ({ organizationCode }) => organizationCode).values()].flatMap(
    (some) => some.at(-1) ?? [],
  );

const joinWords = (words: readonly (string | null)[]): string | null => {
  const told = [...new Set(words.filter((one) => one !== null && one.trim() !== ''))];
  return told.length === 0 ? null : told.join('; ');
};

const MOST_NAMED = 6;

/** Who still owes a late task: by name where they are few, otherwise as the plan names them. */
const namesOfLate = (
  { item, lines }: DerivedTask,
  today: PlainDate,
  organizations: readonly Organization[],
): readonly string[] => {
  const late = lines.lines.filter(
    ({ role, standing }) => role === 'lead' && computeTaskState(standing, today) === 'overdue',
  );
  const named = late.flatMap(
    ({ organizationCode }) => organizations.find(({ code }) => code === organizationCode)?.name ?? [],
  );
  return named.length > 0 && named.length <= MOST_NAMED ? named : agencyNames(item, 'lead');
};

const factOf = (
  { item, lines, progress }: DerivedTask,
  line: TaskLine | undefined,
  today: PlainDate,
): TaskFact => {
  const standing = line?.standing ?? lines.whole;
  const leads = lines.lines.filter(({ role }) => role === 'lead');
  const told = latestOf(
    line ? progress.filter((one) => one.organizationCode === line.organizationCode) : progress,
  );
  const [only] = leads;
  return {
    name: item.name,
    plan: planText(item.document),
    leads: agencyNames(item, 'lead'),
    coordinating: agencyNames(item, 'coordinating'),
    due: item.dueColumn ?? item.due?.raw ?? null,
    lastDay: standing.lastDay,
    state: computeTaskState(standing, today),
    doneOn: standing.doneOn,
    percent: line ? line.percent : leads.length === 1 ? (only?.percent ?? null) : null,
    words: joinWords(told.map(({ words }) => words)),
    result: joinWords(told.map(({ result }) => result)),
    difficulties: joinWords(told.map(({ difficulties }) => difficulties)),
  };
};

/** Tasks as a report on plans tells of them: the whole of each. */
export const taskFacts = (tasks: readonly DerivedTask[], today: PlainDate): readonly TaskFact[] =>
  tasks.map((task) => factOf(task, undefined, today));

/** Overdue tasks, by those who owe them. */
export const lateTaskFacts = async (
  db: Db,
  tasks: readonly DerivedTask[],
  today: PlainDate,
): Promise<readonly TaskFact[]> => {
  const organizations = await listOrganizations(db);
  return tasks.flatMap((task) => {
    const fact = factOf(task, undefined, today);
    return fact.state === 'overdue' ? [{ ...fact, leads: namesOfLate(task, today, organizations) }] : [];
  });
};

/** The tasks that one organization leads, its own part of each. */
export const ownTaskFacts = (
  tasks: readonly DerivedTask[],
  organization: string,
  today: PlainDate,
): readonly TaskFact[] =>
  tasks.flatMap((task) => {
    const line = task.lines.lines.find(
      ({ organizationCode, role }) => organizationCode === organization && role === 'lead',
    );
    return line ? [factOf(task, line, today)] : [];
  });

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));

const concernsYear = ({ period, due }: TargetItem, year: number): boolean => {
  const start = yearOf(period?.start ?? due?.start ?? null);
  const end = yearOf(period?.end ?? due?.end ?? null);
  return (start === null || start <= year) && (end === null || end >= year);
};

const targetFact = (
  item: TargetItem,
  year: number,
  reached: { readonly value: string; readonly unit: string } | undefined,
): TargetFact => {
  const { rawTarget: raw, comparator, value: own } = item;
  const end = item.period?.end ?? item.due?.end ?? null;
  const wanted = wantedIn(year, { end, raw, comparator, value: own }, item.plannedValues);
  const stated = item.actuals.find(({ end, value }) => yearOf(end) === year && value !== null);
  const value = reached?.value ?? stated?.value ?? null;
  return {
    name: item.name,
    plan: planText(item.document),
    leads: agencyNames(item, 'lead'),
    ...{ wanted: wanted.raw, comparator: wanted.comparator, value: wanted.value },
    unit: item.unit,
    actual: value === null ? null : { value, period: `năm ${String(year)}` },
  };
};

/** Targets that speak of a year, of one document or of all; numbers inside tasks are left out. */
export const targetFacts = async (
  db: Db,
  documentId: string | null,
  { year, today }: { readonly year: number; readonly today: PlainDate },
  lead?: string,
): Promise<readonly TargetFact[]> => {
  const items = await listRegisterItems(db, await listItemIds(db, 'target', documentId), today);
  const reached = await listYearValues(db, year);
  return items
    .filter((item) => item.kind === 'target')
    .filter((item) => !item.embedded && concernsYear(item, year))
    .filter(
      ({ agencies }) =>
        lead === undefined || agencies.some((one) => one.role === 'lead' && one.organizationCode === lead),
    )
    .map((item) => targetFact(item, year, reached.get(item.id)));
};
