import { sql, type Selectable } from 'kysely';
import type { DueKind } from '#core/calendar/due-rule.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Comparator, RegisterKind } from '#core/plan/plan-item.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import type { GapItem, ProjectItem, RegisterItem, TargetItem, TaskItem } from '#contract/plan-item.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { storedDay } from './stored-day.ts';
import { taskStateOn } from './task-standings.ts';
import type { Gap, Project, Target, Task } from '#server/db/schema.gen.ts';

type Shared = 'id' | 'name' | 'indicatorCode' | 'document' | 'place' | 'due' | 'agencies' | 'hasQuote';
type WithoutShared<Item> = Item extends RegisterItem ? Omit<Item, Shared> : never;

/** What an item has beside the members that all registers share. */
export type Detail = WithoutShared<RegisterItem>;

const periodOf = (row: Selectable<Target>): TargetItem['period'] =>
  row.period_kind === null
    ? null
    : {
        kind: row.period_kind as DueKind,
        raw: row.period_raw ?? '',
        start: storedDay(row.period_start),
        end: storedDay(row.period_end),
      };

const targetDetail = (row: Selectable<Target>): WithoutShared<TargetItem> => ({
  kind: 'target',
  nameNote: row.name_note,
  rawTarget: row.raw_target,
  comparator: row.comparator as Comparator,
  value: row.value,
  values: row.value_list,
  unit: row.unit,
  basis: row.basis,
  aspirational: row.aspirational,
  embedded: row.embedded,
  qualitativeLevel: row.qualitative_level,
  baseline: row.baseline as TargetItem['baseline'],
  period: periodOf(row),
  phases: row.phases as TargetItem['phases'],
  actuals: row.actuals as TargetItem['actuals'],
  plannedValues: row.planned_values as TargetItem['plannedValues'],
  verdict: row.verdict,
  outlook: row.outlook,
  subgroup: row.subgroup,
});

interface TaskRow extends Selectable<Task> {
  readonly state: TaskState | null;
  readonly last_day: string | null;
}

const taskDetail = ({ state, last_day: lastDay, ...row }: TaskRow): WithoutShared<TaskItem> => ({
  kind: 'task',
  standing: state === null ? null : { state, lastDay: storedDay(lastDay) },
  form: row.form as TaskItem['form'],
  role: row.role,
  expectedResult: row.expected_result,
  dueColumn: row.due_column,
});

const projectDetail = (row: Selectable<Project>): WithoutShared<ProjectItem> => ({
  kind: 'project',
  projectGroup: row.project_group,
  fundingSource: row.funding_source,
  investorUnit: row.investor_unit,
  budget: row.budget as ProjectItem['budget'],
  remark: row.remark,
  legalBasis: row.legal_basis as ProjectItem['legalBasis'],
});

const gapDetail = (row: Selectable<Gap>): WithoutShared<GapItem> => ({
  kind: 'gap',
  score: row.score,
  maximumScore: row.maximum_score,
  scorePeriod: row.score_period,
  currentValue: row.current_value,
  currentUnit: row.current_unit,
  numerator: row.numerator,
  denominator: row.denominator,
  requiredValue: row.required_value,
  requiredComparator: row.required_comparator as Comparator | null,
  requiredPeriod: row.required_period,
  cause: row.cause,
  causeLine: row.cause_line,
  remedy: row.remedy,
  remedyLine: row.remedy_line,
  remark: row.remark,
});

const selectTasks = async (db: Db | Tx, ids: readonly string[], today: PlainDate) => {
  const found = await sql<TaskRow>`
    select task.*, standing.last_day, case when standing.task_id is not null then ${taskStateOn(today)} end as state
    from task left join task_standing as standing on standing.task_id = task.item_id
    where task.item_id = any(${ids}::uuid[])`.execute(db);
  return found.rows;
};

type Table = 'target' | 'project' | 'gap';

const selectRows = async <T extends Table>(db: Db | Tx, table: T, ids: readonly string[]) => {
  const found = await sql<
    Selectable<{ target: Target; project: Project; gap: Gap }[T]>
  >`select * from ${sql.table(table)} where item_id = any(${ids}::uuid[])`.execute(db);
  return found.rows;
};

type Details = ReadonlyMap<string, Detail>;

const LIST_DETAILS = {
  target: async (db, ids) =>
    new Map((await selectRows(db, 'target', ids)).map((row) => [row.item_id, targetDetail(row)])),
  task: async (db, ids, today) =>
    new Map((await selectTasks(db, ids, today)).map((row) => [row.item_id, taskDetail(row)])),
  project: async (db, ids) =>
    new Map((await selectRows(db, 'project', ids)).map((row) => [row.item_id, projectDetail(row)])),
  gap: async (db, ids) =>
    new Map((await selectRows(db, 'gap', ids)).map((row) => [row.item_id, gapDetail(row)])),
} as const satisfies Record<
  RegisterKind,
  (db: Db | Tx, ids: readonly string[], today: PlainDate) => Promise<Details>
>;

/** What items of one kind have beside the shared members, by item id. */
export const listDetails = (
  db: Db | Tx,
  kind: RegisterKind,
  ids: readonly string[],
  today: PlainDate,
): Promise<Details> => LIST_DETAILS[kind](db, ids, today);
