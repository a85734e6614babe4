import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskRole } from '#core/task-progress/task-role.ts';
import type { TaskLines } from '#core/task-state/derive-lines.ts';

/** What can be due: an organization's part of a task, its report in a round, or a step by which it carries out its part. */
export const DUE_PART_KINDS = ['task', 'report', 'step'] as const;
export type DuePartKind = (typeof DUE_PART_KINDS)[number];

/** One thing that one organization still owes by a day. */
export interface DuePart {
  readonly kind: DuePartKind;
  /** The task, the reporting round, or the step. */
  readonly id: string;
  readonly organizationCode: string;
  readonly role: TaskRole;
  /** The occurrence of a recurring task or the milestone; empty where there is one alone. */
  readonly period: string;
  /** The last day on which it is kept, extension included: with another last day it is reminded of anew. */
  readonly lastDay: PlainDate;
  /** After this day it is overdue; of a milestone, over. */
  readonly lateAfter: PlainDate;
  /** A year's end within a span of years: it is reminded of before it, and is late for nobody. */
  readonly isMilestone: boolean;
}

/** By what one occurrence of one organization's part is known again. */
export type DuePartKey = Pick<DuePart, 'kind' | 'id' | 'organizationCode' | 'period' | 'lastDay'>;

/** The key of a part as text. */
export const keyOfPart = ({ kind, id, organizationCode, period, lastDay }: DuePartKey): string =>
  `${kind} ${id} ${organizationCode} ${period} ${lastDay}`;

/**
 * What is still owed of a task: every occurrence of every organization's part that is neither done nor paused nor reported
 * in time, while the whole is not done.
 */
export const listDueParts = (id: string, { whole, lines }: TaskLines): readonly DuePart[] => {
  if (whole.doneOn !== null) return [];
  return lines.flatMap(({ organizationCode, role, occurrences }) =>
    occurrences.flatMap(({ period, isMilestone, standing }): DuePart[] => {
      const { lastDay, lateAfter, doneOn, isPaused } = standing;
      if (lastDay === null || lateAfter === null || doneOn !== null || isPaused) return [];
      return [{ kind: 'task', id, organizationCode, role, period, lastDay, lateAfter, isMilestone }];
    }),
  );
};
