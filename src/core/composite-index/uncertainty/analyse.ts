import {
  type CompositeIndex,
  createIndexBuilder,
  type IndexBuilder,
} from '#core/composite-index/build-index.ts';
import { isUnusable, type Unusable } from '#core/composite-index/composite-finding.ts';
import type { Dataset } from '#core/composite-index/dataset.ts';
import { listUnvaried, withParameter } from '#core/composite-index/parameters.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import { alternativeAt, type Assumption, checkAssumptions, listVaried } from './assumption.ts';
import type { RandomSource } from '#core/kernel/random-source.ts';
import { createRankTally, type RankStatistics, type RankTally } from './rank-tally.ts';
import {
  estimateSensitivity,
  type SensitivityEstimate,
  type SensitivityIndices,
  sensitivityIndices,
} from './sensitivity-indices.ts';
import { sobolPoints } from './sobol.ts';

/** The middle of the runs that an interval of ranks covers. */
const COVERAGE = 0.9;

/** An index whose assumptions are varied. */
export interface Question {
  readonly dataset: Dataset;
  readonly recipe: Recipe;
  readonly assumptions: readonly Assumption[];
  /** Every stage anew in every run, although nothing that it depends on changed. For measuring. */
  readonly isForgetful?: boolean;
}

/** How far ranks can be trusted. */
export interface UncertaintyAnalysis {
  /** Over independent draws: all runs, or those of A and B of a sensitivity design. */
  readonly ranks: readonly RankStatistics[];
  /** How many times the index was made. */
  readonly runs: number;
  /** Parameters of the recipe that stayed as they are: the intervals say nothing about them. */
  readonly notVaried: readonly string[];
}

/** Estimates from the first points of the design only, to see whether they have settled. */
export interface ConvergenceStep {
  readonly points: number;
  readonly indices: readonly SensitivityIndices[];
  /** The same with their bootstrap intervals, which narrow as the design grows. */
  readonly estimates: readonly SensitivityEstimate[];
}

/** Which assumption moves the ranks. */
export interface SensitivityAnalysis extends UncertaintyAnalysis {
  /** In the order of the assumptions. */
  readonly estimates: readonly SensitivityEstimate[];
  readonly convergence: readonly ConvergenceStep[];
  /** Mean absolute change of rank against the nominal index, by run of the design. */
  readonly outputs: Float64Array;
}

interface Experiment {
  readonly builder: IndexBuilder;
  readonly nominalRanks: readonly (number | null)[];
  readonly tally: RankTally;
}

const rowsOf = (index: CompositeIndex): readonly number[] => index.stages.at(-1)?.matrix.rows ?? [];

const ranksBySubject = ({ subjects }: Dataset, index: CompositeIndex): readonly (number | null)[] => {
  const ranks = subjects.map((): number | null => null);
  rowsOf(index).forEach((subject, row) => {
    const rank = index.ranks[row] ?? Number.NaN;
    ranks[subject] = Number.isNaN(rank) ? null : rank;
  });
  return ranks;
};

const begin = (question: Question): Experiment | Unusable => {
  const { dataset, recipe, assumptions } = question;
  const findings = checkAssumptions(assumptions, recipe);
  if (findings.length > 0) return { findings };
  const builder = createIndexBuilder(dataset, { isForgetful: question.isForgetful ?? false });
  const nominal = builder.build(recipe);
  if (isUnusable(nominal)) return nominal;
  return {
    builder,
    nominalRanks: ranksBySubject(dataset, nominal),
    tally: createRankTally(dataset.subjects),
  };
};

const recipeAt = ({ recipe, assumptions }: Question, shares: ArrayLike<number>): Recipe | Unusable => {
  let varied = recipe;
  for (const [place, assumption] of assumptions.entries()) {
    const changed = withParameter(varied, assumption.path, alternativeAt(assumption, shares[place] ?? 0));
    if (isUnusable(changed)) return changed;
    varied = changed;
  }
  return varied;
};

const meanRankChange = (index: CompositeIndex, nominal: readonly (number | null)[]): number => {
  let total = 0;
  let compared = 0;
  rowsOf(index).forEach((subject, row) => {
    const change = Math.abs((index.ranks[row] ?? Number.NaN) - (nominal[subject] ?? Number.NaN));
    if (Number.isNaN(change)) return;
    total += change;
    compared += 1;
  });
  return compared === 0 ? 0 : total / compared;
};

/** Builds the index at one point of the assumptions and answers how much its ranks moved; counts them when it should. */
const runAt = (
  question: Question,
  experiment: Experiment,
  shares: ArrayLike<number>,
  counts = true,
): number | Unusable => {
  const recipe = recipeAt(question, shares);
  if (isUnusable(recipe)) return recipe;
  const index = experiment.builder.build(recipe);
  if (isUnusable(index)) return index;
  if (counts) experiment.tally.add(index.ranks, rowsOf(index));
  return meanRankChange(index, experiment.nominalRanks);
};

const describe = (question: Question, experiment: Experiment, runs: number): UncertaintyAnalysis => ({
  ranks: experiment.tally.summarise(experiment.nominalRanks, COVERAGE),
  runs,
  notVaried: listUnvaried(
    question.recipe,
    question.assumptions.flatMap(listVaried),
    // The index itself has no siblings: its weight means nothing.
    [...question.dataset.indicators, ...question.dataset.aggregates.slice(0, -1)].map(({ code }) => code),
  ),
});

/** Draws all assumptions at once, time and again, and says between which ranks each subject moves. */
export const analyseUncertainty = (
  question: Question,
  { runs, random }: { readonly runs: number; readonly random: RandomSource },
): UncertaintyAnalysis | Unusable => {
  const experiment = begin(question);
  if (isUnusable(experiment)) return experiment;
  for (let run = 0; run < runs; run += 1) {
    const change = runAt(question, experiment, question.assumptions.map(random));
    if (typeof change === 'object') return change;
  }
  return describe(question, experiment, runs);
};

/** A row of the design: A (block 0), B (1), or A with one column from B. Each Sobol point holds a row of A, then one of B. */
const fillRow = (row: Float64Array, points: Float64Array, point: number, block: number): void => {
  const dimensions = row.length;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const isFromB = block === 1 || dimension === block - 2;
    row[dimension] = points[point * 2 * dimensions + dimension + (isFromB ? dimensions : 0)] ?? 0;
  }
};

const CONVERGENCE_SHARES = [1 / 8, 1 / 4, 1 / 2, 1];

/**
 * Variance-based sensitivity of the mean absolute change of rank, by N(d + 2) runs at shifted Sobol points. N is best a power
 * of two. At most 20 assumptions.
 */
export const analyseSensitivity = (
  question: Question,
  settings: { readonly points: number; readonly replicates: number; readonly random: RandomSource },
): SensitivityAnalysis | Unusable => {
  const experiment = begin(question);
  if (isUnusable(experiment)) return experiment;
  const { points, replicates, random } = settings;
  const dimensions = question.assumptions.length;
  const design = sobolPoints(points, 2 * dimensions, random);
  const row = new Float64Array(dimensions);
  const outputs = new Float64Array(points * (dimensions + 2));
  // Point by point rather than block by block: the rows of a point share most of their stages.
  for (let run = 0; run < outputs.length; run += 1) {
    const [point, block] = [Math.floor(run / (dimensions + 2)), run % (dimensions + 2)];
    fillRow(row, design, point, block);
    // Of a design only A and B are independent draws: the others repeat their parts.
    const change = runAt(question, experiment, row, block < 2);
    if (typeof change === 'object') return change;
    outputs[block * points + point] = change;
  }
  const designOutputs = { values: outputs, points, dimensions };
  const steps = CONVERGENCE_SHARES.map((share) => Math.floor(points * share)).filter((count) => count > 1);
  const convergence = steps.map((count): ConvergenceStep => {
    const estimates = estimateSensitivity(designOutputs, { random, replicates, firstPoints: count });
    const indices = sensitivityIndices(designOutputs, { firstPoints: count });
    return { points: count, indices, estimates };
  });
  return {
    ...describe(question, experiment, outputs.length),
    // The last step is the whole design.
    ...{ estimates: convergence.at(-1)?.estimates ?? [], convergence, outputs },
  };
};
