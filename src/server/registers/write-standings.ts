import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { DuePolicy } from '#core/calendar/due-state.ts';
import { deriveTaskLines, type TaskLine } from '#core/task-state/derive-lines.ts';
import type { Tx } from '#server/db/database.ts';
import type { StoredTask } from './executed-tasks.ts';

/** Columns that wholes and parts have alike, with their types. */
const STANDING = {
  ...{ task_id: 'uuid', document_id: 'uuid', last_day: 'date', soon_from: 'date', late_after: 'date' },
  ...{ done_on: 'date', is_done_late: 'boolean', is_paused: 'boolean', has_begun: 'boolean' },
  ...{ waits_for_event: 'boolean', awaits_confirmation: 'boolean', awaits_extension: 'boolean' },
  ...{ is_sent_back: 'boolean', percent: 'numeric', changed_at: 'timestamptz' },
} as const;
const WHOLE = { ...STANDING, parts: 'integer', parts_done: 'integer', fingerprint: 'text' } as const;
const PART = { ...STANDING, role: 'text' } as const;

type Row<Columns> = Readonly<Record<keyof Columns, string | number | boolean | null>>;
type WholeRow = Row<typeof WHOLE>;

/** Organizations whose parts of a task stand alike: a task of all communes has a hundred of them. */
interface PartsRow extends Row<typeof PART> {
  readonly organization_codes: string[];
}

interface Alike {
  readonly line: TaskLine;
  readonly changedAt: string | null;
  readonly codes: string[];
}

/** Gathers what stands alike: in the order of the parts, each group with one of its lines. */
const groupAlike = (lines: readonly TaskLine[], { changes }: StoredTask): readonly Alike[] => {
  const groups: Alike[] = [];
  const byOccurrences = new Map<TaskLine['occurrences'], Alike[]>();
  for (const line of lines) {
    const changedAt = changes[line.organizationCode] ?? changes[''] ?? null;
    const some = byOccurrences.get(line.occurrences) ?? [];
    let group = some.find((known) => known.line.role === line.role && known.changedAt === changedAt);
    if (group === undefined) {
      group = { line, changedAt, codes: [] };
      groups.push(group);
      byOccurrences.set(line.occurrences, [...some, group]);
    }
    group.codes.push(line.organizationCode);
  }
  return groups;
};

interface DerivedTask {
  readonly whole: WholeRow;
  readonly parts: readonly PartsRow[];
}

// Written out, not spread from shared pieces: of hundreds of thousands of rows that alone took a third of the time.
const partsRowOf = (task: StoredTask, { line, changedAt, codes }: Alike, waits: boolean): PartsRow => ({
  task_id: task.id,
  document_id: task.documentId,
  last_day: line.standing.lastDay,
  soon_from: line.standing.soonFrom,
  late_after: line.standing.lateAfter,
  done_on: line.standing.doneOn,
  is_done_late: line.standing.isDoneLate,
  is_paused: line.standing.isPaused,
  has_begun: line.standing.hasBegun,
  waits_for_event: waits,
  awaits_confirmation: line.awaitsConfirmation,
  awaits_extension: line.awaitsExtension,
  is_sent_back: line.isSentBack,
  percent: line.percent,
  changed_at: changedAt,
  role: line.role,
  organization_codes: codes,
});

const countOf = (groups: readonly Alike[]): number =>
  groups.reduce((count, { codes }) => count + codes.length, 0);

const rowsOf = (task: StoredTask, policy: DuePolicy): DerivedTask => {
  const { whole, lines, waitsForEvent } = deriveTaskLines(task, policy);
  const groups = groupAlike(lines, task);
  const parts = groups.map((group) => partsRowOf(task, group, waitsForEvent));
  const row = {
    task_id: task.id,
    document_id: task.documentId,
    last_day: whole.lastDay,
    soon_from: whole.soonFrom,
    late_after: whole.lateAfter,
    done_on: whole.doneOn,
    is_done_late: whole.isDoneLate,
    is_paused: whole.isPaused,
    has_begun: whole.hasBegun,
    waits_for_event: waitsForEvent,
    awaits_confirmation: groups.some(({ line }) => line.awaitsConfirmation),
    awaits_extension: groups.some(({ line }) => line.awaitsExtension),
    is_sent_back: groups.some(({ line }) => line.isSentBack),
    // Shares of several organizations make no share of the whole.
    percent: lines.length === 1 ? (lines[0]?.percent ?? null) : null,
    changed_at: task.changedAt,
    parts: lines.length,
    parts_done: countOf(groups.filter(({ line }) => line.standing.doneOn !== null)),
    fingerprint: '',
  };
  row.fingerprint = createHash('sha256')
    .update(JSON.stringify([row, parts]))
    .digest('base64');
  return { whole: row, parts };
};

const namesOf = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((name) => sql.ref(name)));

const recordOf = (columns: Readonly<Record<string, string>>): RawBuilder<unknown> =>
  sql.join(Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));

interface Target {
  readonly table: 'task_standing' | 'part_standing';
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Reads what was derived as rows with these columns. */
  readonly given: RawBuilder<unknown>;
}

/**
 * Makes the rows of these tasks those that are given, and writes only what differs: a holiday moves few standings of
 * hundreds of thousands.
 */
const writeDiffering = async (
  tx: Tx,
  taskIds: readonly string[],
  { table, key, columns, given }: Target,
): Promise<void> => {
  const target = sql.table(table);
  const [names, keys] = [namesOf(columns), namesOf(key)];
  // Grouped, never joined: with statistics from before an import a join may compare each row with each.
  const others = columns.filter((name) => !key.includes(name));
  await sql`
    with differing as materialized (
        select ${names}, min(place) as place
        from (
          select ctid as place, ${names} from ${target} where task_id = any(${[...taskIds]}::uuid[])
          union all select null::tid, ${names} from (${given}) as given) as known
        group by ${names} having count(*) = 1),
      removed as (delete from ${target} where ctid = any(array(
        select min(place) from differing group by ${keys} having count(*) = 1 and min(place) is not null)))
    insert into ${target} (${names}) select ${names} from differing where place is null
    on conflict (${keys}) do update set ${sql.join(
      others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
    )}`.execute(tx);
};

const readFingerprints = async (
  tx: Tx,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const { rows } = await sql<{ id: string; fingerprint: string | null }>`
    select task_id as id, fingerprint from task_standing where task_id = any(${[...taskIds]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
};

/** Writes the standings of tasks; of the ids, what is no task any more has none afterwards. */
const writeDerived = async (
  tx: Tx,
  taskIds: readonly string[],
  derived: readonly DerivedTask[],
): Promise<void> => {
  const wholes = JSON.stringify(derived.map(({ whole }) => whole));
  const parts = JSON.stringify(derived.flatMap(({ parts: some }) => some));
  await writeDiffering(tx, taskIds, {
    ...{ table: 'task_standing', key: ['task_id'], columns: Object.keys(WHOLE) },
    given: sql`select * from jsonb_to_recordset(${wholes}::jsonb) as whole (${recordOf(WHOLE)})`,
  });
  await writeDiffering(tx, taskIds, {
    ...{ table: 'part_standing', key: ['organization_code', 'task_id'] },
    columns: ['organization_code', ...Object.keys(PART)],
    given: sql`select part.*, organization_code
      from jsonb_to_recordset(${parts}::jsonb) as part (${recordOf(PART)}, organization_codes text[]),
        unnest(part.organization_codes) as organization_code`,
  });
};

/**
 * Derives the standings of tasks and writes those that differ; of these ids, what is no task of the given ones any more has
 * none afterwards. Of one task at a time only one transaction may do it.
 */
export const writeStandings = async (
  tx: Tx,
  taskIds: readonly string[],
  tasks: readonly StoredTask[],
  policy: DuePolicy,
): Promise<void> => {
  const known = await readFingerprints(tx, taskIds);
  const derived = tasks.map((task) => rowsOf(task, policy));
  const same = new Set(
    derived.flatMap(({ whole: { task_id: id, fingerprint } }) =>
      known.get(String(id)) === fingerprint ? [id] : [],
    ),
  );
  const changedIds = taskIds.filter((id) => !same.has(id));
  if (changedIds.length === 0) return;
  await writeDerived(
    tx,
    changedIds,
    derived.filter(({ whole }) => !same.has(whole.task_id)),
  );
};
