import { checkAggregate } from './check-aggregate.ts';
import { checkNormalise } from './check-normalise.ts';
import { type Check, isNumber, isOneOf, unless } from './check-parameter.ts';
import { checkTreat } from './check-treat.ts';
import { compositeFinding } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';
import { buildHierarchy, type Hierarchy, weightsOf } from './hierarchy.ts';
import {
  IMPUTATION_METHODS,
  type ImputeStep,
  type Recipe,
  type ScreenStep,
  type Step,
  STEPS_AFTER,
  textOfStep,
} from './recipe.ts';

const checkOrder = ({ steps }: Recipe): Check => {
  const kinds = steps.map(({ kind }) => kind);
  return [
    ...kinds.flatMap((kind, place) => {
      if (!Object.hasOwn(STEPS_AFTER, kind)) return [compositeFinding('step-unknown', { path: kind })];
      if (kinds.indexOf(kind) < place) return [compositeFinding('step-repeated', { path: kind })];
      const after: readonly Step['kind'][] = STEPS_AFTER[kind];
      return kinds.slice(0, place).some((earlier) => after.includes(earlier))
        ? [compositeFinding('step-out-of-order', { path: kind })]
        : [];
    }),
    ...(['normalise', 'aggregate'] as const)
      .filter((kind) => !kinds.includes(kind))
      .map((path) => compositeFinding('step-missing', { path })),
  ];
};

const checkImpute = (step: ImputeStep, { groups }: Dataset): Check => {
  const needsGroups = step.method.startsWith('group-');
  return [
    ...unless(isOneOf(step.method, IMPUTATION_METHODS), 'impute.method', step.method),
    ...unless(
      step.level === undefined ||
        step.level === null ||
        (isNumber(step.level, 0) && Number.isInteger(step.level)),
      'impute.level',
      step.level,
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
  ...(step.leaveOut ?? []).flatMap((subject) =>
    unless(subjects.includes(subject), 'screen.leaveOut', subject),
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
      return checkAggregate(step, dataset);
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
