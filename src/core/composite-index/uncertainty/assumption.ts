import { type CompositeFinding, compositeFinding } from '#core/composite-index/composite-finding.ts';
import type { Dataset } from '#core/composite-index/dataset.ts';
import { checkPaths } from '#core/composite-index/parameters.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import type { RandomSource } from '#core/kernel/random-source.ts';

/** Something in the recipe that might as well have been chosen otherwise. */
export interface Assumption {
  readonly name: string;
  /** Path of the parameter, as `listParameters` gives them. */
  readonly path: string;
  readonly alternatives:
    | { readonly kind: 'choice'; readonly values: readonly unknown[] }
    | { readonly kind: 'range'; readonly low: number; readonly high: number };
}

/** The alternative that belongs to a share of [0, 1): each choice has an equal part of it, a range is cut evenly. */
export const alternativeAt = ({ alternatives }: Assumption, share: number): unknown =>
  alternatives.kind === 'choice'
    ? alternatives.values[Math.floor(share * alternatives.values.length)]
    : alternatives.low + share * (alternatives.high - alternatives.low);

/** The parameters that an assumption varies: of sets of weights, those that occur in them. */
export const listVaried = ({ path, alternatives }: Assumption): readonly string[] => {
  if (path !== 'weights' || alternatives.kind !== 'choice') return [path];
  const codes = alternatives.values.flatMap((weights) => Object.keys(weights as Recipe['weights']));
  return [...new Set(codes)].map((code) => `weights.${code}`);
};

/** What is wrong with assumptions: paths that name nothing, choices and ranges that hold nothing, paths named twice. */
export const checkAssumptions = (
  assumptions: readonly Assumption[],
  recipe: Recipe,
): readonly CompositeFinding[] => [
  ...checkPaths(
    recipe,
    assumptions.map(({ path }) => path),
  ),
  ...assumptions.flatMap(({ path, alternatives }, place) => {
    const isRepeated = assumptions.findIndex((other) => other.path === path) < place;
    const isEmpty =
      alternatives.kind === 'choice'
        ? alternatives.values.length === 0
        : !(Number.isFinite(alternatives.high - alternatives.low) && alternatives.high > alternatives.low);
    return isRepeated || isEmpty
      ? [compositeFinding('parameter-invalid', { path }, { alternatives: JSON.stringify(alternatives) })]
      : [];
  }),
];

/**
 * Sets of weights near the nominal ones, to vary `weights` as one assumption: each weight of the given nodes times an even
 * factor from 1 − share to 1 + share.
 */
export const drawWeightSets = (
  dataset: Dataset,
  settings: { readonly codes: readonly string[]; readonly share: number; readonly count: number },
  random: RandomSource,
): readonly Recipe['weights'][] => {
  const nodes = [...dataset.indicators, ...dataset.aggregates];
  const nominal = settings.codes.map((code) => nodes.find((node) => node.code === code)?.weight ?? 1);
  return Array.from({ length: settings.count }, () =>
    Object.fromEntries(
      settings.codes.map((code, place) => [
        code,
        (nominal[place] ?? 1) * (1 + settings.share * (2 * random() - 1)),
      ]),
    ),
  );
};
