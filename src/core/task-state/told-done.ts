import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskLine } from './derive-lines.ts';
import type { OccurrenceLine } from './derive-occurrence.ts';
import { computeTaskState } from './task-state.ts';
import { isAllDone } from './told-percent.ts';

const saysAll = ({ awaitsConfirmation, percent }: OccurrenceLine): boolean =>
  awaitsConfirmation && isAllDone(percent);

/**
 * Whether all that is late of these parts on a day, or all that is open where nothing is late, is reported as done and waits for the
 * confirmation alone.
 */
export const isToldDone = (lines: readonly TaskLine[], today: PlainDate): boolean => {
  const open = lines.flatMap(({ occurrences }) =>
    occurrences.filter(({ standing }) => standing.doneOn === null),
  );
  const late = open.filter(({ standing }) => computeTaskState(standing, today) === 'overdue');
  const asked = late.length > 0 ? late : open;
  return asked.length > 0 && asked.every(saysAll);
};
