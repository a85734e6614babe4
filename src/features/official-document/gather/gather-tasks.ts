import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { firstWorkingDayFrom } from '#core/calendar/working-days.ts';
import type { Organization } from '#core/organization/organization.ts';
import { findStandingFor } from '#core/organization/successor.ts';
import { bodyName } from '#core/report/letterhead.ts';
import { citeDocument } from '#core/report/cite-document.ts';
import { dueWords } from '#core/plan/wording.ts';
import { withDecimalCommas } from '#core/report/official-wording.ts';
import type { TargetFact, TaskFact } from '#core/report/writing/task-facts.ts';
import { wantedIn } from '#core/report/writing/wanted-value.ts';
import { deriveTaskLines, type TaskLine, type TaskLines } from '#core/task-state/derive-lines.ts';
import { computeTaskState } from '#core/task-state/task-state.ts';
import { isToldDone } from '#core/task-state/told-done.ts';
import { isAllDone } from '#core/task-state/told-percent.ts';
import type { ItemAgency, TargetItem, TaskItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { readExecutedTasks, type StoredTask } from '#server/registers/executed-tasks.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { isGone, nameAgenciesOn, type NameAgencies } from './agency-names.ts';
import {
  listItemIds,
  listOpenDifficulties,
  listOpenReports,
  listProgress,
  listYearValues,
  type ReportedProgress,
  type ToldWords,
  type YearValue,
} from './task-reads.ts';

/** A task with where it stands for the whole and for each organization. */
export interface DerivedTask {
  readonly item: TaskItem;
  readonly lines: TaskLines;
  readonly progress: readonly ReportedProgress[];
  /** Reports that nobody has confirmed yet. */
  readonly openReports: readonly ToldWords[];
  /** What organizations have raised and nobody has answered. */
  readonly openDifficulties: readonly RaisedDifficulty[];
  /** As they are called on the day. */
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  readonly reportedDoneOn: PlainDate | null;
}

interface RaisedDifficulty {
  readonly organizationCode: string;
  readonly organization: string;
  readonly words: string;
}

/** Lines that somebody typed as one: "gồm: máy chủ; đường truyền". */
const inOneLine = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.trim().replace(/^[-–+•]\s*/u, ''))
    .filter((line) => line !== '')
    .reduce((text, line) => `${text}${/[.:;,]$/u.test(text) ? '' : ';'} ${line}`);

/** What was known of a task on a day. */
const knownOn = (task: StoredTask, progress: readonly ReportedProgress[], day: PlainDate): StoredTask => ({
  ...task,
  events: task.events.filter(({ on }) => on <= day),
  accepted: progress,
});

/** The tasks of one document or of all, as they stood on a day by what was known then: as the pages of tasks tell them. */
export const deriveTasks = async (
  db: Db,
  documentId: string | null,
  day: PlainDate,
): Promise<readonly DerivedTask[]> => {
  const ids = await listItemIds(db, 'task', documentId);
  const items = await listRegisterItems(db, ids, day);
  const organizations = await listOrganizations(db);
  const executed = await readExecutedTasks(db, ids, organizations, day);
  const byId = new Map(executed.map((task) => [task.id, task]));
  const progress = groupBy(await listProgress(db, day), ({ taskId }) => taskId);
  const openReports = groupBy(await listOpenReports(db, day), ({ taskId }) => taskId);
  const raised = groupBy(await listOpenDifficulties(db, day), ({ taskId }) => taskId);
  const nameOf = ({ organizationCode }: Pick<RaisedDifficulty, 'organizationCode'>): string => {
    const found = organizations.find(({ code }) => code === organizationCode);
    return found ? bodyName(found) : organizationCode;
  };
  const nameAgencies = nameAgenciesOn(organizations, day);
  return items.flatMap((item) => {
    const task = byId.get(item.id);
    if (!task || item.kind !== 'task') return [];
    const known = progress.get(item.id) ?? [];
    const told = knownOn(task, known, day);
    return [
      {
        ...{ item, progress: known, lines: deriveTaskLines(told, duePolicy) },
        openReports: openReports.get(item.id) ?? [],
        openDifficulties: (raised.get(item.id) ?? []).map((one) => ({
          organizationCode: one.organizationCode,
          organization: nameOf(one),
          words: withDecimalCommas(inOneLine(one.words ?? '')),
        })),
        leads: nameAgencies(item, 'lead'),
        coordinating: nameAgencies(item, 'coordinating'),
        reportedDoneOn: findReportedDone(told),
      },
    ];
  });
};

/** The first day on which somebody said that all of it is done; null where nobody did outside of rounds. */
const findReportedDone = ({ events }: StoredTask): PlainDate | null =>
  events.find(({ kind, percent }) => kind === 'report' && isAllDone(percent))?.on ?? null;

/** What each organization told last. */
const latestOf = <Told extends ToldWords>(told: readonly Told[]): readonly Told[] =>
  [...groupBy(told, ({ organizationCode }) => organizationCode).values()].flatMap(
    (some) => some.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? [],
  );

const joinWords = (words: readonly (string | null)[]): string | null => {
  const told = [...new Set(words.filter((one) => one !== null && one.trim() !== ''))];
  return told.length === 0 ? null : withDecimalCommas(told.join('; '));
};

const MOST_NAMED = 6;

/** An organization's own late part of a task, with who stands for the organization. */
interface LatePart {
  readonly line: TaskLine;
  readonly standing: Organization;
}

/** The late parts of those who lead, which nobody has reported as done; of nobody who is no more. */
const listLateParts = (
  { lines }: DerivedTask,
  organizations: readonly Organization[],
  today: PlainDate,
): readonly LatePart[] =>
  lines.lines.flatMap((line) => {
    const isLate = line.role === 'lead' && computeTaskState(line.standing, today) === 'overdue';
    if (!isLate || isToldDone([line], today)) return [];
    const standing = findStandingFor(organizations, line.organizationCode, today);
    return standing ? [{ line, standing }] : [];
  });

const factOf = (
  { item, lines, progress, openReports, openDifficulties, ...task }: DerivedTask,
  line: TaskLine | undefined,
  today: PlainDate,
): TaskFact => {
  const standing = line?.standing ?? lines.whole;
  const leads = lines.lines.filter(({ role }) => role === 'lead');
  const isOf = ({ organizationCode }: Pick<ToldWords, 'organizationCode'>): boolean =>
    line === undefined || organizationCode === line.organizationCode;
  const told = latestOf([...progress, ...openReports].filter(isOf));
  const hindering = latestOf(progress.filter(isOf));
  const counted = line ? [line] : leads.length > 0 ? leads : lines.lines;
  const [only] = leads;
  const state = computeTaskState(standing, today);
  const { reportedDoneOn } = task;
  // The day of the work was confirmed as in time, though nobody had told of it by then.
  const isToldLate =
    state === 'completed-on-time' &&
    reportedDoneOn !== null &&
    standing.lastDay !== null &&
    reportedDoneOn > firstWorkingDayFrom(standing.lastDay, duePolicy.calendar);
  return {
    name: item.name,
    plan: citeDocument(item.document),
    leads: task.leads,
    coordinating: task.coordinating,
    due: dueWords(item.dueColumn, item.due?.raw ?? null),
    lastDay: standing.lastDay,
    state,
    doneOn: standing.doneOn,
    ...(isToldLate && { isToldLate }),
    ...(isToldDone(counted, today) && { isToldDone: true }),
    percent: line ? line.percent : leads.length === 1 ? (only?.percent ?? null) : null,
    words: joinWords(told.map(({ words }) => words)),
    result: joinWords(told.map(({ result }) => result)),
    difficulties: joinWords(hindering.map(({ difficulties }) => difficulties)),
    raised: openDifficulties.filter(isOf).map(({ organization, words }) => ({ organization, words })),
  };
};

/** Tasks as a report on plans tells of them: the whole of each. */
export const taskFacts = (tasks: readonly DerivedTask[], today: PlainDate): readonly TaskFact[] =>
  tasks.map((task) => factOf(task, undefined, today));

/**
 * Overdue tasks, by those who owe them: by name where they are few, otherwise as the plan names them, without those who are no
 * more. Who has reported all as done waits for others.
 */
export const lateTaskFacts = (
  tasks: readonly DerivedTask[],
  organizations: readonly Organization[],
  today: PlainDate,
): readonly TaskFact[] => {
  const nameAgencies = nameAgenciesOn(organizations, today);
  const isStanding = ({ organizationCode }: ItemAgency): boolean =>
    organizationCode === null || !isGone(organizations, organizationCode, today);
  return tasks.flatMap((task) => {
    const fact = factOf(task, undefined, today);
    if (fact.state !== 'overdue' || fact.isToldDone === true) return [];
    const named = listLateParts(task, organizations, today).map(({ standing }) => bodyName(standing));
    const isShort = named.length > 0 && named.length <= MOST_NAMED;
    const agencies = task.item.agencies.filter(isStanding);
    return [{ ...fact, leads: isShort ? named : nameAgencies({ agencies }, 'lead') }];
  });
};

/** What chosen organizations owe and is late, by their names: their own parts alone. */
export const lateTaskFactsOf = (
  chosen: readonly Organization[],
  tasks: readonly DerivedTask[],
  organizations: readonly Organization[],
  today: PlainDate,
): readonly TaskFact[] => {
  const codes = new Set(chosen.map(({ code }) => code));
  return tasks.flatMap((task) => {
    const parts = listLateParts(task, organizations, today).filter(({ standing }) =>
      codes.has(standing.code),
    );
    const [first, ...others] = parts;
    if (!first) return [];
    const leads = [...new Set(parts.map(({ standing }) => bodyName(standing)))];
    return [{ ...factOf(task, others.length === 0 ? first.line : undefined, today), leads }];
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

/** A figure that a plan itself calls an estimate (ước). */
const saysEstimate = ({ label, raw }: TargetItem['actuals'][number]): boolean =>
  /(?:^|[^\p{L}])ước(?:[^\p{L}]|$)/iu.test(`${label} ${raw}`);

const targetFact = (
  item: TargetItem,
  year: number,
  reached: YearValue | undefined,
  nameAgencies: NameAgencies,
): TargetFact => {
  const { rawTarget: raw, comparator, value: own } = item;
  const end = item.period?.end ?? item.due?.end ?? null;
  const wanted = wantedIn(year, { end, raw, comparator, value: own }, item.plannedValues);
  const stated = item.actuals.find(({ end, value }) => yearOf(end) === year && value !== null);
  const value = reached?.value ?? stated?.value ?? null;
  const isEstimate = reached ? reached.isEstimate : stated !== undefined && saysEstimate(stated);
  return {
    name: item.name,
    plan: citeDocument(item.document),
    leads: nameAgencies(item, 'lead'),
    ...{ wanted: wanted.raw, comparator: wanted.comparator, value: wanted.value },
    unit: item.unit,
    actual: value === null ? null : { value, period: `năm ${String(year)}`, isEstimate },
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
  const reached = await listYearValues(db, year, today);
  const nameAgencies = nameAgenciesOn(await listOrganizations(db), today);
  return items
    .filter((item) => item.kind === 'target')
    .filter((item) => !item.embedded && concernsYear(item, year))
    .filter(
      ({ agencies }) =>
        lead === undefined || agencies.some((one) => one.role === 'lead' && one.organizationCode === lead),
    )
    .map((item) => targetFact(item, year, reached.get(item.id), nameAgencies));
};
