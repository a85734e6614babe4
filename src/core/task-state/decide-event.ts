import { CONDITIONAL_KINDS, type DueKind } from '#core/calendar/due-rule.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { OccurrenceLine } from './derive-occurrence.ts';
import type { TaskEventKind } from './task-event.ts';

/** What somebody wants to say or decide of one occurrence of an organization's part. */
export interface WantedEvent {
  readonly kind: Exclude<TaskEventKind, 'record-start'>;
  /** Of a report, when the work was done; of an extension, until when. */
  readonly day: PlainDate | null;
}

/** One occurrence, or all of a part. */
type SaidOf = Pick<OccurrenceLine, 'standing' | 'awaitsConfirmation' | 'awaitsExtension'>;

const wrongState = (state: string): Refusal => refuse('task.wrong-state', { state });

const NOTHING_TO_DECIDE: Refusal = refuse('task.nothing-to-decide');

const decideExtension = (line: SaidOf, day: PlainDate | null): Refusal | undefined => {
  const { lastDay, doneOn } = line.standing;
  if (doneOn !== null) return wrongState('completed');
  if (lastDay === null) return refuse('task.no-due-day');
  if (day === null || !isAfter(day, lastDay)) return refuse('task.extension-not-later', { lastDay });
  return undefined;
};

const decideReport = (line: SaidOf, day: PlainDate | null, today: PlainDate): Refusal | undefined => {
  if (line.standing.doneOn !== null) return wrongState('completed');
  if (line.standing.isPaused) return wrongState('paused');
  return day !== null && isAfter(day, today) ? refuse('task.day-ahead', { today }) : undefined;
};

/** Why something can't be said or decided of a part as it stands; undefined when it can. */
export const findEventRefusal = (
  line: SaidOf,
  { kind, day }: WantedEvent,
  today: PlainDate,
): Refusal | undefined => {
  switch (kind) {
    case 'report':
      return decideReport(line, day, today);
    case 'confirm':
    case 'send-back':
      return line.awaitsConfirmation ? undefined : NOTHING_TO_DECIDE;
    case 'ask-extension':
      return decideExtension(line, day);
    case 'grant-extension':
      return line.awaitsExtension ? decideExtension(line, day) : NOTHING_TO_DECIDE;
    case 'refuse-extension':
      return line.awaitsExtension ? undefined : NOTHING_TO_DECIDE;
    case 'pause':
      return line.standing.isPaused || line.standing.doneOn !== null ? wrongState('not-running') : undefined;
    case 'resume':
      return line.standing.isPaused ? undefined : wrongState('not-paused');
  }
};

/** Why the event on which a task depends can't be recorded; undefined when it can. */
export const findStartRefusal = (
  kind: DueKind | null,
  { day, dueDay }: { readonly day: PlainDate; readonly dueDay: PlainDate | null },
  today: PlainDate,
): Refusal | undefined => {
  if (kind === null || !CONDITIONAL_KINDS.includes(kind)) return refuse('task.not-conditional');
  if (isAfter(day, today)) return refuse('task.day-ahead', { today });
  return dueDay !== null && dueDay < day ? refuse('task.due-before-start', { day }) : undefined;
};
