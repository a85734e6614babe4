import { type Check, isNumber, knowsIndicator, unless } from './check-parameter.ts';
import { compositeFinding } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';
import type { NormalisationMethod, NormaliseStep } from './recipe.ts';

const hasBounds = ({ lower, upper }: { lower: number; upper: number }): boolean =>
  isNumber(lower, -Infinity) && isNumber(upper, -Infinity) && upper > lower;

type MethodCheck<Kind> = (method: Extract<NormalisationMethod, { kind: Kind }>, dataset: Dataset) => boolean;

const METHOD_CHECKS = {
  'min-max': hasBounds,
  'z-score': ({ mean, deviation }) => isNumber(mean, -Infinity) && isNumber(deviation, 0) && deviation > 0,
  rank: () => true,
  'percentile-rank': () => true,
  borda: () => true,
  goalposts: (method) => hasBounds(method) && isNumber(method.scale, 0) && method.scale > 0,
  'distance-to-target': () => true,
  'distance-to-reference': ({ subject }, { subjects }) => subjects.includes(subject),
  'distance-to-best': () => true,
  'fraction-of-maximum': () => true,
  scaled: (method) => hasBounds(method) && (method.scale === undefined || isNumber(method.scale, 0)),
  none: () => true,
} satisfies { readonly [Kind in NormalisationMethod['kind']]: MethodCheck<Kind> };

/** The check of a kind that may not exist. */
const findMethodCheck = (kind: string): ((method: never, dataset: Dataset) => boolean) | undefined =>
  Object.hasOwn(METHOD_CHECKS, kind) ? METHOD_CHECKS[kind as NormalisationMethod['kind']] : undefined;

const checkMethod = (method: NormalisationMethod, path: string, dataset: Dataset): Check => {
  const check = findMethodCheck(method.kind);
  return unless(check?.(method as never, dataset) === true, path, JSON.stringify(method));
};

/** Checks the scales of a recipe, those of single indicators too. */
export const checkNormalise = (step: NormaliseStep, dataset: Dataset): Check => [
  ...checkMethod(step.method, 'normalise.method', dataset),
  ...Object.entries(step.byIndicator).flatMap(([code, method]) => [
    ...unless(knowsIndicator(dataset, code), 'normalise.byIndicator', code),
    ...checkMethod(method, `normalise.byIndicator.${code}`, dataset),
  ]),
  ...dataset.indicators.flatMap(({ code, target, direction }) => {
    const { kind } = step.byIndicator[code] ?? step.method;
    const path = 'normalise.method';
    if (kind === 'distance-to-target' && target === undefined) {
      return [compositeFinding('target-missing', { code, path })];
    }
    // Of what is better when it is less, the largest is the worst: a fraction of it would reward the worst.
    return kind === 'fraction-of-maximum' && direction === -1
      ? [compositeFinding('direction-invalid', { code, path }, { direction })]
      : [];
  }),
];
