import { addWorkingDays, lastWorkingDayUntil, type WorkingCalendar } from '#core/calendar/working-days.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DuePart } from './due-part.ts';
import type { LadderStep } from './ladder.ts';

/** Every time at which the steps tell, the earliest first: a repetition is as a further step of its own. */
export const listTellings = (steps: readonly LadderStep[]): readonly LadderStep[] =>
  steps
    .flatMap((step) => [
      step,
      ...Array.from({ length: step.repeat?.times ?? 0 }, (_, index) => ({
        ...step,
        offset: step.offset + (index + 1) * (step.repeat?.every ?? 0),
      })),
    ])
    .toSorted((a, b) => a.offset - b.offset);

type PartDays = Pick<DuePart, 'lastDay' | 'lateAfter' | 'isMilestone'>;

/**
 * The working day of a step: before and on the last day it is counted from the last working day until it, after it from
 * the day that ends the term.
 */
const stepDay = ({ lastDay, lateAfter }: PartDays, offset: number, calendar: WorkingCalendar): PlainDate =>
  offset > 0
    ? addWorkingDays(lateAfter, offset, calendar)
    : addWorkingDays(lastWorkingDayUntil(lastDay, calendar), offset, calendar);

/** Tells which steps something due has reached: of a milestone those before it, until it is over. Many things are due on few days, so each day is worked out once. */
export const buildStepFinder = (
  steps: readonly LadderStep[],
  calendar: WorkingCalendar,
  today: PlainDate,
): ((part: PartDays) => readonly LadderStep[]) => {
  const known = new Map<string, readonly LadderStep[]>();
  return (part) => {
    const { lastDay, lateAfter, isMilestone } = part;
    if (isMilestone && today > lateAfter) return [];
    const key = `${lastDay} ${lateAfter}`;
    const found = known.get(key) ?? steps.filter(({ offset }) => stepDay(part, offset, calendar) <= today);
    known.set(key, found);
    return found;
  };
};
