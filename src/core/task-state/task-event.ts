import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** What can be said and decided of a task outside reporting rounds. */
export const TASK_EVENT_KINDS = [
  'report',
  'confirm',
  'send-back',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'pause',
  'resume',
  'record-start',
] as const;
export type TaskEventKind = (typeof TASK_EVENT_KINDS)[number];

/** One thing said or decided, in the order of time. */
export interface TaskEvent {
  readonly kind: TaskEventKind;
  /** Whose part it concerns; null for the whole task. */
  readonly organizationCode: string | null;
  /** The occurrence that it concerns; empty where there is one alone or all are meant. */
  readonly period: string;
  /** The day on which it was said. */
  readonly on: PlainDate;
  readonly percent: DecimalText | null;
  /** Of a report, the day on which the work was done; of an extension, its last day; of a start, the day of the event. */
  readonly day: PlainDate | null;
  /** Of a start, the last day that follows from the event. */
  readonly dueDay: PlainDate | null;
}

/** Progress that counts: accepted in a round, or confirmed by the coordinator. */
export interface AcceptedProgress {
  readonly organizationCode: string;
  /** The occurrence; null where a round did not ask for one. */
  readonly period: string | null;
  readonly percent: DecimalText | null;
  /** The day on which it was reported, or on which the work was done where the report says so. */
  readonly on: PlainDate;
}
