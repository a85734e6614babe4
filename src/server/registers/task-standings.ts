import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import type { DuePolicy } from '#core/calendar/due-state.ts';
import type { WorkingCalendar } from '#core/calendar/working-days.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { TASK_STATES, type TaskState } from '#core/task-state/task-state.ts';
import type { TaskStateCounts } from '#contract/task-state.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { JobWork } from '#server/jobs/job-kind.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from './agency-directory.ts';
import { latestAdoptedEntry, refreshCalendar } from './entered-days.ts';
import { readExecutedTasks } from './executed-tasks.ts';
import { writeStandings } from './write-standings.ts';

// Raised whenever other states follow from the same facts: standings that were derived before are derived anew.
const DERIVATION = 6;

const policies = new WeakMap<WorkingCalendar, string>();

/** What the states of all tasks rest on beside what is said of each: the calendar and what counts as soon. */
const policyOf = ({ dueSoonDays, calendar }: DuePolicy): string => {
  const known = policies.get(calendar);
  if (known !== undefined) return known;
  const { daysOff, extraWorkingDays } = calendar;
  // In one order, whichever way the days came.
  const days = [daysOff, extraWorkingDays].map((some) => [...some].sort());
  const policy = createHash('sha256')
    .update(JSON.stringify([DERIVATION, dueSoonDays, ...days]))
    .digest('hex');
  policies.set(calendar, policy);
  return policy;
};

// So many that one statement stays quick, and so few that their lines fit in memory.
const TASKS_AT_ONCE = 1000;
// A task that is written in parts has many.
const MARKS_AT_ONCE = 20 * TASKS_AT_ONCE;

// What a mark tells of was committed with it, so that whoever reads after taking it away sees the change. Two statements: joined in
// one, by statistics from before many marks, each would be compared with each.
const takeMarks = async (tx: Tx): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct task_id as id from (select task_id from stale_task order by mark limit ${MARKS_AT_ONCE}) as first
    limit ${TASKS_AT_ONCE}`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`delete from stale_task where task_id = any(${ids}::uuid[])`.execute(tx);
  return ids;
};

const markAll = async (tx: Tx, today: PlainDate): Promise<void> => {
  await sql`insert into stale_task (task_id) select id from document_item where kind = 'task'`.execute(tx);
  await sql`
    insert into standing_basis (is_only, policy, day) values (true, ${policyOf(duePolicy)}, ${today}::date)
    on conflict (is_only) do update set policy = excluded.policy, day = excluded.day`.execute(tx);
};

interface Freshness {
  readonly isMarked: boolean;
  /** The calendar or an organization has changed, or one has come or gone with the day. */
  readonly isBasisOld: boolean;
  /** The latest mark; null without one. */
  readonly latestMark: number | null;
}

const NEWEST_MARK = Number.MAX_SAFE_INTEGER;

// A server may have been told of a holiday that this one does not know yet: its states are not told by an old calendar.
const readFreshness = async (db: Db | Tx, today: PlainDate, upTo = NEWEST_MARK): Promise<Freshness> => {
  const { rows } = await sql<Freshness & { readonly calendarEntry: string | null }>`
    select exists (select from stale_task where mark <= ${upTo}) as "isMarked",
      (select max(mark) from stale_task) as "latestMark",
      (select calendar_entry_id from calendar_entry order by position desc limit 1) as "calendarEntry",
      not exists (
        select from standing_basis as basis
        where basis.policy = ${policyOf(duePolicy)} and not exists (
          select from organization
          where (valid_from > least(basis.day, ${today}::date) and valid_from <= greatest(basis.day, ${today}::date))
            or (valid_to >= least(basis.day, ${today}::date) and valid_to < greatest(basis.day, ${today}::date)))
      ) as "isBasisOld"`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('A statement that always answers gave no row');
  if (found.calendarEntry === latestAdoptedEntry()) return found;
  await refreshCalendar(db);
  return readFreshness(db, today, upTo);
};

const isFresh = ({ isMarked, isBasisOld }: Freshness): boolean => !isMarked && !isBasisOld;

type Step = 'some-left' | 'all-taken' | 'others-derive';

// One transaction for each step: who waits for another's derivation goes on with what is left. Nobody waits inside one:
// deriving everything anew takes longer than a statement may wait for a lock.
const deriveSome = (db: Db, today: PlainDate): Promise<Step> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isMine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('task-standing')) as "isMine"`.execute(tx);
    if (!rows[0]?.isMine) return 'others-derive';
    const { isBasisOld } = await readFreshness(tx, today);
    if (isBasisOld) await markAll(tx, today);
    const ids = await takeMarks(tx);
    if (ids.length > 0) {
      const tasks = await readExecutedTasks(tx, ids, await listOrganizations(tx), today);
      await writeStandings(tx, ids, tasks, duePolicy);
    }
    return ids.length < TASKS_AT_ONCE ? 'all-taken' : 'some-left';
  });

/** Who follows a derivation, and may end it after a step. */
type DerivationWatch = Pick<JobWork, 'tell' | 'unwanted'>;

const countMarked = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct task_id) as count from stale_task`.execute(db);
  return rows[0]?.count ?? 0;
};

const SHORTEST_PAUSE_MILLISECONDS = 25;
const LONGEST_PAUSE_MILLISECONDS = 400;

/** Derives until all is taken that was marked, here or by another server, or until nobody watches any more. */
const deriveTaken = async (db: Db, today: PlainDate, watch?: DerivationWatch): Promise<void> => {
  let pause = SHORTEST_PAUSE_MILLISECONDS;
  let most = 0;
  while (!watch?.unwanted.aborted) {
    const step = await deriveSome(db, today);
    if (step === 'all-taken') return;
    if (step === 'some-left') {
      pause = SHORTEST_PAUSE_MILLISECONDS;
    } else {
      await setTimeout(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS);
      if (isFresh(await readFreshness(db, today))) return;
    }
    if (!watch) continue;
    const left = await countMarked(db);
    most = Math.max(most, left + TASKS_AT_ONCE);
    watch.tell(1 - left / most, 'deriving');
  }
};

const underWay = new WeakMap<Db, Promise<void>>();

// All who wait in one process wait for one derivation, without a connection.
const deriveTogether = (db: Db, today: PlainDate, watch?: DerivationWatch): Promise<void> => {
  const running = underWay.get(db);
  if (running) return running;
  const derivation = deriveTaken(db, today, watch).finally(() => underWay.delete(db));
  underWay.set(db, derivation);
  return derivation;
};

/**
 * Derives the standings of all tasks that something has changed of since. Whoever reads states calls it first; it costs
 * one small statement where nothing has changed, and nothing has to run when a day passes. What is marked while it works
 * is not waited for. A watch is told how far it is, and throws its reason when it is aborted.
 */
export const refreshTaskStandings = async (
  db: Db,
  today: PlainDate,
  watch?: DerivationWatch,
): Promise<void> => {
  const found = await readFreshness(db, today);
  // What is marked because the basis is old is marked later.
  const upTo = found.isBasisOld ? NEWEST_MARK : (found.latestMark ?? 0);
  for (let now = found; !isFresh(now); now = await readFreshness(db, today, upTo)) {
    await deriveTogether(db, today, watch);
    watch?.unwanted.throwIfAborted();
  }
};

/** Whether so many tasks are to be derived anew that whoever reads states next would wait for it. */
export const isMuchStale = async (db: Db, today: PlainDate): Promise<boolean> => {
  const { isMarked, isBasisOld } = await readFreshness(db, today);
  return isBasisOld || (isMarked && (await countMarked(db)) > TASKS_AT_ONCE);
};

const STATE = {
  late: 'completed-late',
  inTime: 'completed-on-time',
  paused: 'paused',
  overdue: 'overdue',
  soon: 'due-soon',
  running: 'in-progress',
  ahead: 'not-yet-due',
} as const satisfies Record<string, TaskState>;

/** The state of `standing`, a row of `task_standing` or `part_standing`, on a day: what `computeTaskState` says, in SQL. */
export const taskStateOn = (today: PlainDate): RawBuilder<TaskState> => sql<TaskState>`case
  when standing.done_on is not null then
    case when standing.is_done_late then ${sql.lit(STATE.late)} else ${sql.lit(STATE.inTime)} end
  when standing.is_paused then ${sql.lit(STATE.paused)}
  when standing.late_after < ${today}::date then ${sql.lit(STATE.overdue)}
  when standing.soon_from <= ${today}::date then ${sql.lit(STATE.soon)}
  when standing.has_begun then ${sql.lit(STATE.running)}
  else ${sql.lit(STATE.ahead)} end`;

/** Counts states; every state has a number, zero included. */
export const countStates = (states: readonly TaskState[]): TaskStateCounts => {
  const counts = countEveryState(new Map());
  for (const state of states) counts[state] += 1;
  return counts;
};

/** Counts by state with a number for every state, zero included. */
export const countEveryState = (counts: ReadonlyMap<TaskState, number>): TaskStateCounts =>
  Object.fromEntries(TASK_STATES.map((state) => [state, counts.get(state) ?? 0])) as TaskStateCounts;
