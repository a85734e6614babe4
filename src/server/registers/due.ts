import { sql } from 'kysely';
import { findLastDay, type DueKind, type DueRule } from '#core/calendar/due-rule.ts';
import { computeDueState, DUE_STATES, type DueOutcome, type DueState } from '#core/calendar/due-state.ts';
import type { WorkingCalendar } from '#core/calendar/working-days.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DueStateCounts, ItemDue } from '#contract/plan-item.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { storedDay } from './stored-day.ts';

/** The columns in which a due rule is stored. */
export interface DueColumns {
  readonly due_kind: string | null;
  readonly due_raw: string | null;
  readonly due_start: string | null;
  readonly due_end: string | null;
  readonly due_before: boolean;
  /** Whether a document says what came of a target in the last year of its period; null of what is no target. */
  readonly result_stated?: boolean | null;
}

/**
 * Selects `result_stated` of `item`, an entry of `document`. An interim verdict, printed before the period is over,
 * is no final result.
 */
export const resultStated = sql<boolean | null>`case when item.kind = 'target' then exists (
  select from target
  where target.item_id = item.id
    and ((target.verdict is not null and document.issue_date > item.due_end)
      or exists (
        select from jsonb_array_elements(target.actuals) as actual
        where actual->>'value' is not null and (actual->>'end')::date >= item.due_end))) end`;

const outcomeOf = ({ result_stated: stated }: DueColumns): DueOutcome => {
  if (stated === undefined || stated === null) return 'delivery';
  return stated ? 'target-with-result' : 'target-without-result';
};

const ruleOf = (row: DueColumns, kind: string): DueRule => ({
  kind: kind as DueKind,
  raw: row.due_raw,
  start: storedDay(row.due_start),
  end: storedDay(row.due_end),
  before: row.due_before,
});

/** Tells how stored due rules stand on a day. Registers repeat few rules many times, so each is worked out once. */
export interface DueReader {
  /** The rule with its state; null when the item states no time. */
  findDue(row: DueColumns): ItemDue | null;
  /** The state; `no-due-date` when the item states no time. */
  getState(row: DueColumns): DueState;
}

const buildDueReader = (today: PlainDate): DueReader => {
  const known = new Map<string, ItemDue>();
  const findDue = (row: DueColumns): ItemDue | null => {
    if (row.due_kind === null) return null;
    const outcome = outcomeOf(row);
    const { due_kind, due_raw, due_start, due_end, due_before } = row;
    const key = JSON.stringify([due_kind, due_raw, due_start, due_end, due_before, outcome]);
    const found = known.get(key);
    if (found) return found;
    const rule = ruleOf(row, row.due_kind);
    const due: ItemDue = {
      ...rule,
      lastDay: findLastDay(rule) ?? null,
      state: computeDueState(rule, today, duePolicy, outcome),
    };
    known.set(key, due);
    return due;
  };
  return { findDue, getState: (row) => findDue(row)?.state ?? 'no-due-date' };
};

let latest:
  { readonly today: PlainDate; readonly calendar: WorkingCalendar; readonly reader: DueReader } | undefined;

/** The reader for a day. It is kept until another day is asked for or the calendar changes: registers of the whole day repeat the same rules. */
export const dueReaderFor = (today: PlainDate): DueReader => {
  const { calendar } = duePolicy;
  if (latest?.today !== today || latest.calendar !== calendar) {
    latest = { today, calendar, reader: buildDueReader(today) };
  }
  return latest.reader;
};

/** Counts states; every state has a number, zero included. */
export const countDueStates = (states: readonly DueState[]): DueStateCounts => {
  const counts = Object.fromEntries(DUE_STATES.map((state) => [state, 0])) as DueStateCounts;
  for (const state of states) counts[state] += 1;
  return counts;
};
