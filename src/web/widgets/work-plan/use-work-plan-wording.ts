import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { workPlanWords } from './messages.ts';

/** All that work plans speak with. */
export const useWorkPlanWording = () => ({ words: useMessages(workPlanWords), format: useFormat() });

type Wording = ReturnType<typeof useWorkPlanWording>;

/** How far a plan has come, in words. */
export const describeProgress = (
  { steps, done, overdue }: { readonly steps: number; readonly done: number; readonly overdue: number },
  { words, format }: Wording,
): string => {
  if (steps === 0) return words.findingNone;
  const [doneText, stepsText] = [format.number(done), format.number(steps)];
  return overdue > 0
    ? words.findingLate(doneText, stepsText, format.number(overdue))
    : words.finding(doneText, stepsText);
};
