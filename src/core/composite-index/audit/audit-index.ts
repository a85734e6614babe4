import type { CompositeIndex } from '#core/composite-index/build-index.ts';
import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import { buildHierarchy, type Hierarchy, weightsOf } from '#core/composite-index/hierarchy.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import { availabilityOfSubjects } from '#core/composite-index/steps/screen.ts';
import { type Coherence, coherenceOf } from './coherence.ts';
import { correlatePairs, type PairCorrelation } from './correlations.ts';
import { type EffectiveWeight, effectiveWeights } from './effective-weights.ts';
import {
  type AuditThresholds,
  type IndicatorStatistics,
  indicatorStatistics,
  JRC_THRESHOLDS,
} from './indicator-statistics.ts';

/** Two children of one aggregate that say nearly the same, or that pull against each other. */
export interface PairFlag extends PairCorrelation {
  readonly kind: 'redundant' | 'opposed';
  readonly parent: string;
}

/** How well the children of each aggregate go together. */
export interface AggregateCoherence extends Coherence {
  readonly code: string;
}

/** The statistical audit of an index, as step 4 and 6 of the OECD/JRC handbook ask for it. */
export interface IndexAudit {
  readonly indicators: readonly IndicatorStatistics[];
  /** Share (0–1) of the raw indicators that is there, and of those that is not zero, by subject. */
  readonly subjects: ReturnType<typeof availabilityOfSubjects>;
  readonly aggregates: readonly AggregateCoherence[];
  readonly weights: readonly EffectiveWeight[];
  readonly pairs: readonly PairFlag[];
}

/** From this correlation on two siblings count the same twice; below its opposite half they cancel each other. */
const REDUNDANT = 0.92;
const OPPOSED = -0.4;

const flagOf = (pair: PairCorrelation): PairFlag['kind'] | undefined => {
  if (pair.coefficient >= REDUNDANT) return 'redundant';
  return pair.coefficient <= OPPOSED && pair.probability < 0.05 ? 'opposed' : undefined;
};

const flagPairs = (hierarchy: Hierarchy, matrix: Matrix): readonly PairFlag[] =>
  hierarchy.branches.flatMap(({ code, children }) =>
    correlatePairs(
      matrix,
      hierarchy.codes,
      children.map((child) => hierarchy.codes[child] ?? ''),
    ).flatMap((pair) => {
      const kind = flagOf(pair);
      return kind === undefined ? [] : [{ ...pair, kind, parent: code }];
    }),
  );

/** Audits an index: how complete and well-shaped its data are, what its aggregates really measure, what its weights really do. */
export const auditIndex = (
  dataset: Dataset,
  recipe: Recipe,
  index: CompositeIndex,
  thresholds: AuditThresholds = JRC_THRESHOLDS,
): IndexAudit => {
  const hierarchy = buildHierarchy(dataset);
  const [raw] = index.stages;
  const last = index.stages.at(-1);
  if (!raw || !last) throw new Error('An index has its raw data and its scores');
  return {
    indicators: indicatorStatistics(dataset, raw.matrix, thresholds),
    subjects: availabilityOfSubjects(dataset, raw.matrix),
    aggregates: hierarchy.branches.map(({ code, children }) => ({
      code,
      ...coherenceOf(
        last.matrix,
        children.map((column) => ({ code: hierarchy.codes[column] ?? '', column })),
      ),
    })),
    weights: effectiveWeights(hierarchy, weightsOf(hierarchy, recipe.weights), last.matrix),
    pairs: flagPairs(hierarchy, last.matrix),
  };
};
