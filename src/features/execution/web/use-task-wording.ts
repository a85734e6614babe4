import type { LineView, OccurrenceView } from '#features/execution/task-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { taskStateMessages } from '#web/widgets/task-state/messages.ts';
import { taskMessages } from './task-messages.ts';

type Wording = Pick<ReturnType<typeof useTaskWording>, 'words' | 'format'>;

/** What one occurrence of a part is called: its period, or of a span of years the milestone or the whole. */
export const nameOccurrence = (
  { period, isMilestone, lastDay }: OccurrenceView,
  { occurrences }: Pick<LineView, 'occurrences'>,
  { words, format }: Wording,
): string => {
  if (isMilestone) return words.milestone(format.period(period));
  const isWhole = occurrences.some((one) => one.isMilestone) && lastDay !== null;
  return isWhole ? words.wholeSpan(format.day(lastDay)) : format.period(period);
};

/** All that the page of one task speaks with. */
export const useTaskWording = () => ({
  words: useMessages(taskMessages),
  states: useMessages(taskStateMessages).states,
  format: useFormat(),
});
