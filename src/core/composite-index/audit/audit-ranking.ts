import { buildDataset } from '#core/composite-index/build-dataset.ts';
import { buildIndex } from '#core/composite-index/build-index.ts';
import { isUnusable, type Unusable } from '#core/composite-index/composite-finding.ts';
import type { Dataset } from '#core/composite-index/dataset.ts';
import type { DatasetInput } from '#core/composite-index/dataset-input.ts';
import { buildHierarchy } from '#core/composite-index/hierarchy.ts';
import { leaveOneOut, type LeftOut } from '#core/composite-index/leave-one-out.ts';
import type { NormalisationMethod, Recipe } from '#core/composite-index/recipe.ts';
import { analyseSensitivity, type SensitivityAnalysis } from '#core/composite-index/uncertainty/analyse.ts';
import { type Assumption, drawWeightSets } from '#core/composite-index/uncertainty/assumption.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { auditIndex, type IndexAudit } from './audit-index.ts';
import { RANKING_ASSUMPTIONS, type RankingAssumption } from './ranking-assumption.ts';
import { correlatePairs, type PairCorrelation } from './correlations.ts';

/** How much is computed. The same seed gives the same answer everywhere. */
export interface RankingAuditSettings {
  readonly seed: number;
  /** Sobol points of the sensitivity design; best a power of two. */
  readonly points: number;
  /** Bootstrap replicates of each of its estimates. */
  readonly replicates: number;
  /** Weights are drawn evenly from 1 − this to 1 + this of their own. */
  readonly weightShare: number;
}

/** Correlations among the children of one aggregate. */
export interface FamilyCorrelations {
  readonly code: string;
  readonly children: readonly string[];
  readonly pairs: readonly PairCorrelation[];
}

/** All that statistics say of a ranking. */
export interface RankingAudit {
  readonly index: IndexAudit;
  readonly families: readonly FamilyCorrelations[];
  readonly leftOut: readonly LeftOut[];
  /** In the order of `assumptions`. */
  readonly sensitivity: SensitivityAnalysis;
  /** Those that could be varied: gaps only where there are any, the mean only where no share is negative. */
  readonly assumptions: readonly RankingAssumption[];
}

/** Shares of the maximum (0–1) onto 1–100, so that a geometric mean has a value where nothing was reached. */
const SHARE: NormalisationMethod = { kind: 'scaled', lower: -1 / 99, upper: 1, scale: 100 };

/** The ranking as it stands: shares of maxima, averaged with the maxima as weights; gaps passed over, outliers left. */
const RECIPE: Recipe = {
  steps: [
    { kind: 'impute', method: 'mean', grouping: null, except: [], isOff: true },
    {
      ...{ kind: 'treat', skewness: 2, kurtosis: 3.5, maximumWinsorised: 5, isOff: true },
      // A logarithm of shares would be negative, and a geometric mean of it nothing.
      ...{ transformation: 'none', transforms: 'untreated', except: [] },
    },
    { kind: 'normalise', method: SHARE, byIndicator: {} },
    { kind: 'aggregate', method: 'arithmetic', byLevel: [], minimumAvailability: 0 },
  ],
  ...{ weights: {}, ties: 'minimum' },
};

const WEIGHT_SETS = 256;

/** Paths and alternatives of everything that is varied. */
const assumptionsFor = (
  dataset: Dataset,
  { seed, weightShare }: RankingAuditSettings,
): Readonly<Record<RankingAssumption, Omit<Assumption, 'name'>>> => {
  // The index itself has no siblings: its weight means nothing.
  const nodes = [...dataset.indicators, ...dataset.aggregates.slice(0, -1)];
  const codes = nodes.map(({ code }) => code);
  const choice = (path: string, values: readonly unknown[]): Omit<Assumption, 'name'> => ({
    ...{ path, alternatives: { kind: 'choice', values } },
  });
  const random = createRandomSource(seed);
  return {
    weights: choice(
      'weights',
      drawWeightSets(dataset, { codes, share: weightShare, count: WEIGHT_SETS }, random),
    ),
    scale: choice('normalise.method', [SHARE, { kind: 'min-max', lower: 1, upper: 100 }, { kind: 'rank' }]),
    mean: choice('aggregate.method', ['arithmetic', 'geometric']),
    outliers: choice('treat.isOff', [true, false]),
    gaps: choice('impute.isOff', [true, false]),
  };
};

const listVariable = ({ values }: Dataset): readonly RankingAssumption[] => {
  const hasGaps = values.some((value) => Number.isNaN(value));
  const hasNegative = values.some((value) => value < 0);
  return RANKING_ASSUMPTIONS.filter(
    (name) => (name !== 'gaps' || hasGaps) && (name !== 'mean' || !hasNegative),
  );
};

const correlateFamilies = (dataset: Dataset, matrix: Parameters<typeof correlatePairs>[0]) => {
  const { branches, codes } = buildHierarchy(dataset);
  return branches.map(({ code, children }): FamilyCorrelations => {
    const names = children.map((child) => codes[child] ?? '');
    return { code, children: names, pairs: correlatePairs(matrix, codes, names) };
  });
};

/**
 * Audits a ranking by points. Values of the input are shares of maxima, weights the maxima. Takes seconds for a hundred
 * subjects: run it beside the thread that answers.
 */
export const auditRanking = (
  input: DatasetInput,
  settings: RankingAuditSettings,
): RankingAudit | Unusable => {
  const dataset = buildDataset(input);
  if (isUnusable(dataset)) return dataset;
  const index = buildIndex(dataset, RECIPE);
  if (isUnusable(index)) return index;
  const leftOut = leaveOneOut(dataset, RECIPE);
  if (isUnusable(leftOut)) return leftOut;
  const assumptions = listVariable(dataset);
  const varied = assumptionsFor(dataset, settings);
  const sensitivity = analyseSensitivity(
    {
      ...{ dataset, recipe: RECIPE },
      assumptions: assumptions.map((name) => ({ name, ...varied[name] })),
    },
    { ...settings, random: createRandomSource(settings.seed + 1) },
  );
  if (isUnusable(sensitivity)) return sensitivity;
  const last = index.stages.at(-1);
  return {
    index: auditIndex(dataset, RECIPE, index),
    families: last ? correlateFamilies(dataset, last.matrix) : [],
    ...{ leftOut, sensitivity, assumptions },
  };
};
