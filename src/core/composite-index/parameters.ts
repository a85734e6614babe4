import { type CompositeFinding, compositeFinding, type Unusable } from './composite-finding.ts';
import type { Recipe } from './recipe.ts';

/**
 * Paths of everything in a recipe that may be varied: `treat.maximumWinsorised`, `normalise.method`, `aggregate.byLevel`,
 * `weights`, `ties`. A weight of its own is `weights.` and the code.
 */
export const listParameters = (recipe: Recipe): readonly string[] => [
  ...recipe.steps.flatMap((step) =>
    Object.keys(step)
      .filter((name) => name !== 'kind')
      .map((name) => `${step.kind}.${name}`),
  ),
  'weights',
  'ties',
];

const unknown = (path: string, recipe: Recipe): Unusable => ({
  findings: [compositeFinding('parameter-unknown', { path }, { known: listParameters(recipe).join(', ') })],
});

const setInStep = (recipe: Recipe, path: string, value: unknown): Recipe | Unusable => {
  const [kind, ...names] = path.split('.');
  const step = recipe.steps.find((candidate) => candidate.kind === kind);
  const name = names.join('.');
  if (!step || name === 'kind' || !Object.hasOwn(step, name)) return unknown(path, recipe);
  return {
    ...recipe,
    steps: recipe.steps.map((other) => (other === step ? { ...step, [name]: value } : other)),
  };
};

/**
 * A copy of the recipe with one parameter changed. A path that names nothing is a finding: an assumption that is never
 * varied must not look as if it did not matter. The value itself is checked when the recipe is computed.
 */
export const withParameter = (recipe: Recipe, path: string, value: unknown): Recipe | Unusable => {
  if (path === 'weights') return { ...recipe, weights: value as Recipe['weights'] };
  if (path === 'ties') return { ...recipe, ties: value as Recipe['ties'] };
  if (!path.startsWith('weights.')) return setInStep(recipe, path, value);
  return { ...recipe, weights: { ...recipe.weights, [path.slice('weights.'.length)]: value as number } };
};

/**
 * Parameters that none of the given paths touches: what an analysis did not vary. Weights are listed one by one, by the codes
 * of indicators and aggregates.
 */
export const listUnvaried = (
  recipe: Recipe,
  varied: readonly string[],
  codes: readonly string[],
): readonly string[] => [
  ...listParameters(recipe).filter((parameter) => parameter !== 'weights' && !varied.includes(parameter)),
  ...codes.map((code) => `weights.${code}`).filter((weight) => !varied.includes(weight)),
];

/** The paths among those given that name nothing in the recipe. */
export const checkPaths = (recipe: Recipe, paths: readonly string[]): readonly CompositeFinding[] =>
  paths.flatMap((path) => {
    const changed = withParameter(recipe, path, null);
    return 'findings' in changed ? changed.findings : [];
  });
