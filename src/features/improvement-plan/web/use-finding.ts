import { decimal, publish } from '#core/kernel/decimal.ts';
import type { SolvedPlans } from '#contract/improvement-plan.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { improvementMessages } from './messages.ts';

/** What the plan that is shown comes to, as the title says it. */
export const useFinding = (solved: SolvedPlans | undefined, place: number): string => {
  const words = useMessages(improvementMessages);
  const format = useFormat();
  const pick = usePickText();
  const plan = solved?.plans[place];
  if (!solved || !plan) return words.loadingTitle;
  const { goal, componentName } = solved;
  const difference = (high: string, low: string): string =>
    format.points(publish(decimal(high).minus(low), { places: 2, mode: 'half-up' }));
  const effort = format.points(plan.effort);
  if (goal === null) {
    return words.findingMost(
      effort,
      difference(plan.after.low, plan.before.low),
      format.points(plan.after.low),
    );
  }
  if (plan.steps.length === 0) return words.findingMet(format.number(goal), format.points(plan.before.low));
  const steps = format.number(plan.steps.length);
  return componentName
    ? words.findingGoalOf(pick(componentName), format.number(goal), steps, effort)
    : words.findingGoal(format.number(goal), steps, effort, difference(goal, plan.before.low));
};
