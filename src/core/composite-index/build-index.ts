import { createRecipeCheck } from './check-recipe.ts';
import { isUnusable, type Unusable } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';
import { buildHierarchy, type Hierarchy, weightsOf } from './hierarchy.ts';
import { type Recipe, type Step, textOfStep } from './recipe.ts';
import type { Stage } from './stage.ts';
import type { Run } from './statistics/moments.ts';
import { rankValues } from './statistics/rank-values.ts';
import { aggregate } from './steps/aggregate.ts';
import { denominate } from './steps/denominate.ts';
import { imputeByRow } from './steps/impute-by-row.ts';
import { impute } from './steps/impute.ts';
import { normalise } from './steps/normalise.ts';
import { screen } from './steps/screen.ts';
import { treatOutliers } from './steps/treat-outliers.ts';

/** An index with every table on the way to it. */
export interface CompositeIndex {
  /** The raw data first, then one stage for each step. The last holds indicators, then aggregates. */
  readonly stages: readonly Stage[];
  /** Codes of the columns of the last stage. */
  readonly codes: readonly string[];
  /** Rank of each row of the last stage by the index, 1 the best; NaN without a score. */
  readonly ranks: Float64Array;
  /** How many stages were taken from before because nothing that they depend on changed. */
  readonly reusedStages: number;
}

/** Makes indices of one dataset by one recipe after another, computing only what depends on a change. */
export interface IndexBuilder {
  readonly build: (recipe: Recipe) => CompositeIndex | Unusable;
}

interface Context {
  readonly dataset: Dataset;
  readonly hierarchy: Hierarchy;
}

/** Whether what a step is given has been normalised, so that more is better in every column. */
const isTurned = ({ steps }: Recipe, step: Step): boolean =>
  steps.slice(0, steps.indexOf(step)).some(({ kind }) => kind === 'normalise');

const runStep = (
  { dataset, hierarchy }: Context,
  before: Stage,
  step: Step,
  recipe: Recipe,
): Stage | Unusable => {
  if ('isOff' in step && step.isOff) return { kind: step.kind, matrix: before.matrix, notes: [] };
  switch (step.kind) {
    case 'denominate':
      return denominate(dataset, before.matrix);
    case 'impute':
      return step.method.startsWith('row-')
        ? imputeByRow({ dataset, hierarchy }, before.matrix, step, isTurned(recipe, step))
        : impute(dataset, before.matrix, step);
    case 'screen':
      return screen(dataset, before.matrix, step);
    case 'treat':
      return treatOutliers(dataset, before.matrix, step);
    case 'normalise':
      return normalise(dataset, before.matrix, step);
    case 'aggregate':
      return aggregate(dataset, hierarchy, before.matrix, step, weightsOf(hierarchy, recipe.weights));
  }
};

/** A stage with those that were computed from it, by the text of the step that led to each. */
interface KeptStage {
  readonly stage: Stage;
  readonly next: Map<string, KeptStage>;
}

// An analysis that varies a few choices meets the same tables again and again; more than these would only fill memory.
const KEPT_ALTERNATIVES = 16;

/** A stage from which nothing has been computed yet. */
const begin = (stage: Stage | Unusable): KeptStage | Unusable =>
  isUnusable(stage) ? stage : { stage, next: new Map() };

/** Finds the stage that the step leads to, or computes it and drops the oldest alternative. */
const follow = (from: KeptStage, text: string, compute: () => Stage | Unusable): KeptStage | Unusable => {
  const known = from.next.get(text);
  if (known) return known;
  const kept = begin(compute());
  if (isUnusable(kept)) return kept;
  const [oldest] = from.next.keys();
  if (from.next.size >= KEPT_ALTERNATIVES && oldest !== undefined) from.next.delete(oldest);
  from.next.set(text, kept);
  return kept;
};

/** What a stage depends on beside the one before it. Only the aggregation reads the weights. */
const dependenciesOf = (step: Step, recipe: Recipe): string =>
  step.kind === 'aggregate' ? textOfStep(step) + JSON.stringify(recipe.weights) : textOfStep(step);

/** The index's own column of the last stage. */
const indexColumnOf = (stage: Stage): Run => {
  const { rows, width, data } = stage.matrix;
  return { data, from: (width - 1) * rows.length, length: rows.length };
};

/** Prepares a dataset for recipes. With `isForgetful` every stage is computed anew each time. */
export const createIndexBuilder = (dataset: Dataset, { isForgetful = false } = {}): IndexBuilder => {
  const context: Context = { dataset, hierarchy: buildHierarchy(dataset) };
  const rows = dataset.subjects.map((_, row) => row);
  const raw: Stage = {
    kind: 'raw',
    matrix: { rows, width: dataset.indicators.length, data: dataset.values },
    notes: [],
  };
  const kept: KeptStage = { stage: raw, next: new Map() };
  const check = createRecipeCheck(dataset);
  const build = (recipe: Recipe): CompositeIndex | Unusable => {
    const findings = check(recipe);
    if (findings.length > 0) return { findings };
    const stages = [raw];
    let last = kept;
    let reusedStages = recipe.steps.length;
    for (const step of recipe.steps) {
      const before = last.stage;
      const compute = (): Stage | Unusable => {
        reusedStages -= 1;
        return runStep(context, before, step, recipe);
      };
      const next = isForgetful ? begin(compute()) : follow(last, dependenciesOf(step, recipe), compute);
      if (isUnusable(next)) return next;
      stages.push(next.stage);
      last = next;
    }
    const ranks = rankValues(indexColumnOf(last.stage), 'highest-first', recipe.ties);
    return { stages, codes: context.hierarchy.codes, ranks, reusedStages };
  };
  return { build };
};

/** Makes one index. For several of one dataset use `createIndexBuilder`. */
export const buildIndex = (dataset: Dataset, recipe: Recipe): CompositeIndex | Unusable =>
  createIndexBuilder(dataset).build(recipe);

/** Scores of a node by subject, in the order of the dataset; null for a subject without one or left out. */
export const listScores = (
  dataset: Dataset,
  index: CompositeIndex,
  code: string,
): readonly (number | null)[] => {
  const last = index.stages.at(-1);
  const column = index.codes.indexOf(code);
  if (!last || column < 0) return dataset.subjects.map(() => null);
  const { rows, data } = last.matrix;
  return dataset.subjects.map((_, subject) => {
    const row = rows.indexOf(subject);
    const score = row < 0 ? Number.NaN : (data[column * rows.length + row] ?? Number.NaN);
    return Number.isFinite(score) ? score : null;
  });
};
