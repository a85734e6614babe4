import { type CompositeFinding, compositeFinding } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';
import { buildHierarchy, type Hierarchy, weightsOf } from './hierarchy.ts';
import {
  type AggregateStep,
  type ImputeStep,
  type NormalisationMethod,
  type NormaliseStep,
  type Recipe,
  type ScreenStep,
  type Step,
  STEP_ORDER,
  textOfStep,
  type TreatStep,
} from './recipe.ts';

type Check = readonly CompositeFinding[];

const unless = (holds: boolean, path: string, value: unknown): Check =>
  holds ? [] : [compositeFinding('parameter-invalid', { path }, { value: String(value) })];

// A recipe may come from a file or from an assumption that is varied: the types are promises that nobody has checked yet.
const isNumber = (value: unknown, low: number, high = Infinity): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= low && value <= high;

const isOneOf = (value: unknown, allowed: readonly unknown[]): boolean => allowed.includes(value);

const checkOrder = ({ steps }: Recipe): Check => {
  const places = steps.map(({ kind }) => STEP_ORDER.indexOf(kind));
  const at = (place: number): { path: string } => ({ path: String(steps[place]?.kind) });
  return [
    ...places.flatMap((order, place) => {
      if (order < 0) return [compositeFinding('step-unknown', at(place))];
      if (places.indexOf(order) < place) return [compositeFinding('step-repeated', at(place))];
      return order < Math.max(-1, ...places.slice(0, place))
        ? [compositeFinding('step-out-of-order', at(place))]
        : [];
    }),
    ...(['normalise', 'aggregate'] as const)
      .filter((kind) => !steps.some((step) => step.kind === kind))
      .map((path) => compositeFinding('step-missing', { path })),
  ];
};

const knowsIndicator = (dataset: Dataset, code: string): boolean =>
  dataset.indicators.some((indicator) => indicator.code === code);

const checkImpute = (step: ImputeStep, { groups }: Dataset): Check => {
  const needsGroups = step.method.startsWith('group-');
  return [
    ...unless(
      isOneOf(step.method, ['group-mean', 'group-median', 'mean', 'median']),
      'impute.method',
      step.method,
    ),
    ...unless(
      step.grouping === null ? !needsGroups : needsGroups && groups.has(step.grouping),
      'impute.grouping',
      step.grouping,
    ),
  ];
};

const checkScreen = (step: ScreenStep, { subjects }: Dataset): Check => [
  ...unless(isNumber(step.minimumAvailability, 0, 1), 'screen.minimumAvailability', step.minimumAvailability),
  ...unless(isNumber(step.minimumNonZero, 0, 1), 'screen.minimumNonZero', step.minimumNonZero),
  ...step.keep.flatMap((subject) => unless(subjects.includes(subject), 'screen.keep', subject)),
];

const checkTreat = (step: TreatStep, dataset: Dataset): Check => [
  ...unless(isNumber(step.skewness, 0), 'treat.skewness', step.skewness),
  ...unless(isNumber(step.kurtosis, -Infinity), 'treat.kurtosis', step.kurtosis),
  ...unless(
    isNumber(step.maximumWinsorised, 0) && Number.isInteger(step.maximumWinsorised),
    'treat.maximumWinsorised',
    step.maximumWinsorised,
  ),
  ...unless(
    isOneOf(step.transformation, ['none', 'log-shifted', 'log-plus-one']),
    'treat.transformation',
    step.transformation,
  ),
  ...unless(isOneOf(step.transforms, ['untreated', 'winsorised']), 'treat.transforms', step.transforms),
  ...step.except.flatMap((code) => unless(knowsIndicator(dataset, code), 'treat.except', code)),
];

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
  scaled: hasBounds,
  none: () => true,
} satisfies { readonly [Kind in NormalisationMethod['kind']]: MethodCheck<Kind> };

/** The check of a kind that may not exist. */
const findMethodCheck = (kind: string): ((method: never, dataset: Dataset) => boolean) | undefined =>
  Object.hasOwn(METHOD_CHECKS, kind) ? METHOD_CHECKS[kind as NormalisationMethod['kind']] : undefined;

const checkMethod = (method: NormalisationMethod, path: string, dataset: Dataset): Check => {
  const check = findMethodCheck(method.kind);
  return unless(check?.(method as never, dataset) === true, path, JSON.stringify(method));
};

const checkNormalise = (step: NormaliseStep, dataset: Dataset): Check => [
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

const METHODS = ['arithmetic', 'geometric', 'harmonic', 'copeland'];

const checkAggregate = (step: AggregateStep): Check => [
  ...unless(isOneOf(step.method, METHODS), 'aggregate.method', step.method),
  ...step.byLevel.flatMap((method, level) =>
    unless(isOneOf(method, [...METHODS, null]), `aggregate.byLevel.${level}`, method),
  ),
  ...unless(
    isNumber(step.minimumAvailability, 0, 1),
    'aggregate.minimumAvailability',
    step.minimumAvailability,
  ),
];

const checkStep = (step: Step, dataset: Dataset): Check => {
  switch (step.kind) {
    case 'denominate':
      return [];
    case 'impute':
      return checkImpute(step, dataset);
    case 'screen':
      return checkScreen(step, dataset);
    case 'treat':
      return checkTreat(step, dataset);
    case 'normalise':
      return checkNormalise(step, dataset);
    case 'aggregate':
      return checkAggregate(step);
    default:
      // A step of an unknown kind, which the order names.
      return [];
  }
};

const checkWeights = ({ weights }: Recipe, hierarchy: Hierarchy): Check => {
  const nodes = weightsOf(hierarchy, weights);
  return [
    ...Object.entries(weights).flatMap(([code, weight]) => [
      ...(hierarchy.nodes.has(code)
        ? []
        : [compositeFinding('parameter-unknown', { path: `weights.${code}` })]),
      ...unless(isNumber(weight, 0), `weights.${code}`, weight),
    ]),
    ...hierarchy.branches.flatMap(({ code, children }) => {
      let sum = 0;
      for (const child of children) sum += nodes[child] ?? 0;
      return sum > 0 ? [] : [compositeFinding('weights-do-not-add-up', { code, path: 'weights' }, { sum })];
    }),
  ];
};

// Enough for every step of an analysis; a range of numbers has no end.
const REMEMBERED = 1000;

/** Checks recipes against the dataset they are for. Only a recipe without findings is computed. Steps that are known to be right are not checked again. */
export const createRecipeCheck = (dataset: Dataset): ((recipe: Recipe) => Check) => {
  const hierarchy = buildHierarchy(dataset);
  const right = new Set<string>();
  const checkOnce = (step: Step): Check => {
    const text = textOfStep(step);
    if (right.has(text)) return [];
    const findings = checkStep(step, dataset);
    if (right.size >= REMEMBERED) right.clear();
    if (findings.length === 0) right.add(text);
    return findings;
  };
  return (recipe) => [
    ...checkOrder(recipe),
    ...recipe.steps.flatMap(checkOnce),
    ...checkWeights(recipe, hierarchy),
    ...unless(isOneOf(recipe.ties, ['minimum', 'dense', 'average']), 'ties', recipe.ties),
  ];
};
