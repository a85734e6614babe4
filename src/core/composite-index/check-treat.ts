import { type Check, isNumber, isOneOf, knowsIndicator, unless } from './check-parameter.ts';
import type { Dataset } from './dataset.ts';
import { type ShapeThresholds, TRANSFORMATIONS, type Treatment, type TreatStep } from './recipe.ts';

const checkThresholds = ({ skewness, kurtosis }: ShapeThresholds, path: string): Check => [
  ...unless(isNumber(skewness, 0), `${path}.skewness`, skewness),
  ...unless(isNumber(kurtosis, -Infinity), `${path}.kurtosis`, kurtosis),
];

const isBoxCox = (kind: string | undefined): boolean => kind?.startsWith('box-cox') === true;

const checkTreatment = (treatment: Treatment, path: string): Check => {
  const { first = 'winsorise', maximumWinsorised: most, winsorisesUntil: until, lambda } = treatment;
  const needsLambda = isBoxCox(first) || isBoxCox(treatment.transformation);
  return [
    ...checkThresholds(treatment, path),
    ...unless(isOneOf(first, ['winsorise', ...TRANSFORMATIONS]), `${path}.first`, first),
    ...unless(
      most === null || (isNumber(most, 0) && Number.isInteger(most)),
      `${path}.maximumWinsorised`,
      most,
    ),
    ...(typeof until === 'object' ? checkThresholds(until, `${path}.winsorisesUntil`) : []),
    ...unless(
      isOneOf(treatment.transformation, TRANSFORMATIONS),
      `${path}.transformation`,
      treatment.transformation,
    ),
    ...unless(!needsLambda || isNumber(lambda, -Infinity), `${path}.lambda`, lambda),
    ...unless(
      isOneOf(treatment.transforms, ['untreated', 'winsorised']),
      `${path}.transforms`,
      treatment.transforms,
    ),
  ];
};

/** Checks how outliers are treated, in general and for single indicators. */
export const checkTreat = (step: TreatStep, dataset: Dataset): Check => [
  ...checkTreatment(step, 'treat'),
  ...step.except.flatMap((code) => unless(knowsIndicator(dataset, code), 'treat.except', code)),
  ...Object.entries(step.byIndicator ?? {}).flatMap(([code, own]) => [
    ...unless(knowsIndicator(dataset, code), 'treat.byIndicator', code),
    ...checkTreatment({ ...step, ...own }, `treat.byIndicator.${code}`),
  ]),
];
