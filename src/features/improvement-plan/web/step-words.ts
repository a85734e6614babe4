import type { LeverValue, PlanStepView } from '#contract/improvement-plan.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { Format } from '#web/i18n/format.ts';
import type { ImprovementWords } from './messages.ts';

/** How values and names of steps are written. */
export interface StepWording {
  readonly words: ImprovementWords;
  readonly format: Format;
  readonly pick: (text: LocalizedText) => string;
}

/** A value with its unit, yes or no, or a level by its name. */
export const valueWords = (
  { value, name }: LeverValue,
  unit: LocalizedText | null,
  { words, format, pick }: StepWording,
): string => {
  if (name) return pick(name);
  if (value === 'yes' || value === 'no') return words.value[value];
  const unitName = unit ? pick(unit) : '';
  if (unitName === '%') return format.percent(value);
  return unitName === '' ? format.number(value) : `${format.number(value)}\u00a0${unitName}`;
};

/** What has to be moved from where to where. */
export const workWords = (
  step: Pick<PlanStepView, 'itemName' | 'from' | 'to' | 'unit'>,
  wording: StepWording,
): string =>
  wording.words.workOf(
    wording.pick(step.itemName),
    valueWords(step.from, step.unit, wording),
    valueWords(step.to, step.unit, wording),
  );
