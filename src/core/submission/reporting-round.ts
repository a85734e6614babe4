import { decideAccess, type Actor } from '#core/access/access.ts';
import { findDueSchedule, type DueSchedule } from '#core/calendar/due-state.ts';
import type { WorkingCalendar } from '#core/calendar/working-days.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';

export const ROUND_STATES = ['draft', 'open', 'locked', 'published', 'cancelled'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_ACTIONS = ['open', 'lock', 'unlock', 'publish', 'cancel', 'extend'] as const;
export type RoundAction = (typeof ROUND_ACTIONS)[number];

/** Deadlines fall before periods end: a figure is the estimate at the deadline or the final one. */
export const VALUE_KINDS = ['estimate', 'final'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** When figures of a round are due, as a plan says it. */
export interface RoundDue {
  readonly dueDay: PlainDate;
  /** The wording is "before the day". */
  readonly dueBefore: boolean;
}

/** The due day of a round on the working calendar. */
export const getRoundSchedule = ({ dueDay, dueBefore }: RoundDue, calendar: WorkingCalendar): DueSchedule => {
  const rule = { kind: 'by-date', raw: null, start: null, end: dueDay, before: dueBefore } as const;
  const schedule = findDueSchedule(rule, calendar);
  if (!schedule) throw new Error(`A due day has no schedule: ${dueDay}`);
  return schedule;
};

const NEXT: Readonly<Record<RoundAction, { readonly from: readonly RoundState[]; readonly to: RoundState }>> =
  {
    open: { from: ['draft'], to: 'open' },
    lock: { from: ['open'], to: 'locked' },
    unlock: { from: ['locked'], to: 'open' },
    publish: { from: ['locked'], to: 'published' },
    cancel: { from: ['draft'], to: 'cancelled' },
    extend: { from: ['open'], to: 'open' },
  };

/** Decides an action on a round: the state it leads to, or why not. */
export const decideRound = (
  state: RoundState,
  action: RoundAction,
  actor: Actor | undefined,
): RoundState | Refusal<'access.denied' | 'round.wrong-state'> => {
  const decision = decideAccess(actor, 'round.write');
  if (!decision.permitted) return refuse('access.denied', { reason: decision.reason });
  const next = NEXT[action];
  return next.from.includes(state) ? next.to : refuse('round.wrong-state', { action, state });
};

/** What a person may do with a round now. */
export const listRoundActions = (state: RoundState, actor: Actor | undefined): readonly RoundAction[] =>
  ROUND_ACTIONS.filter((action) => typeof decideRound(state, action, actor) === 'string');

/** Whether a round takes figures from an organization on a day: while open, until its lock day or a later exception. */
export const takesFigures = (
  round: { readonly state: RoundState; readonly lockDay: PlainDate | null },
  extendedUntil: PlainDate | null,
  today: PlainDate,
): boolean => {
  if (round.state !== 'open') return false;
  if (round.lockDay === null || !isAfter(today, round.lockDay)) return true;
  return extendedUntil !== null && !isAfter(today, extendedUntil);
};

/** Whether an organization is late on a day, or was when it sent: after the day as moved forward, or its exception. */
export const isLate = (
  lateAfterDay: PlainDate,
  extendedUntil: PlainDate | null,
  sentOrToday: PlainDate,
): boolean => {
  const last = extendedUntil !== null && isAfter(extendedUntil, lateAfterDay) ? extendedUntil : lateAfterDay;
  return isAfter(sentOrToday, last);
};
