import type { PlanRemark } from '#core/improvement-plan/plan-remarks.ts';
import { type NumberStyle, writeNumber } from '#core/scoring/wording/number-wording.ts';
import type { PlanWording } from './plan-wording.ts';

const STYLE: NumberStyle = {
  decimalMark: '.',
  groupMark: ',',
  over: (text) => `${text} or more`,
  between: (low, high) => `${low} to ${high}`,
};

const number = (text: string): string => writeNumber(text, STYLE, 2);

const remark = (given: PlanRemark, nameOf: (option: string) => string): string => {
  const list = (steps: readonly string[]): string => steps.map(nameOf).join('; ');
  switch (given.kind) {
    case 'goal-met':
      return `There are at least ${number(given.points)} points, which meet the goal of ${number(given.goal)}: nothing more is needed.`;
    case 'reaches-goal':
      return `There are at least ${number(given.points)} points now, ${number(given.missing)} short of ${number(given.goal)}. With ${String(given.steps)} ${given.steps === 1 ? 'step' : 'steps'} and ${number(given.effort)} units of effort it becomes ${number(given.after)} points${given.least === null ? ', the least effort among the plans that do without a step of each plan before' : `; it is proven that no plan needs less than ${number(given.least)} units`}.`;
    case 'wins-most':
      return given.budget === null
        ? `Within the limits, at most ${number(given.gain)} points can be won, from ${number(given.points)} to ${number(given.after)}, with ${number(given.effort)} units of effort.`
        : `With at most ${number(given.budget)} units of effort, at most ${number(given.gain)} points can be won, from ${number(given.points)} to ${number(given.after)}.`;
    case 'best-yield':
      return `Do first: ${nameOf(given.step)}. It brings ${number(given.gain)} points for ${number(given.effort)} units of effort, the most points for a unit.`;
    case 'largest-gain':
      return `The largest gain: ${nameOf(given.step)}, ${number(given.gain)} points, ${number(given.percent)}% of what is won.`;
    case 'all-or-nothing':
      return `To be done whole, half of it brings nothing: ${list(given.steps)}.`;
    case 'partly':
      return `A part is enough for the goal: ${list(given.steps)}.`;
    case 'start-is-bound':
      return `Of the present figure only a bound is known, so the real effort may be less: ${list(given.steps)}.`;
    case 'others-held':
      return `Scored against the best of all; the best of the others is taken to stay where it is: ${list(given.steps)}.`;
    case 'counts-low':
      return `Points are counted at their lowest: unknown rules and missing data may bring up to ${number(given.atMost)} points.`;
  }
};

/** Improvement plans in English. */
export const englishPlans: PlanWording = { remark };
