import { createIndexBuilder } from './build-index.ts';
import { isUnusable, type Unusable } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';
import type { Recipe } from './recipe.ts';

/** What becomes of the ranks without one indicator or aggregate. */
export interface LeftOut {
  readonly code: string;
  /** Mean over the subjects of the absolute change of rank. */
  readonly meanRankChange: number;
  readonly largestRankChange: number;
  /** Subject whose rank changes most; null when none does. */
  readonly mostMoved: string | null;
}

type Node = Readonly<{ code: string; parent: string | null; weight: number }>;

/** The node to weigh with nothing: an only child takes its parent with it. Null when nothing of the index would be left. */
const findRemovable = (code: string, nodes: readonly Node[]): string | null => {
  const parent = nodes.find((node) => node.code === code)?.parent ?? null;
  if (parent === null) return null;
  const hasSiblings = nodes.some((node) => node.parent === parent && node.code !== code && node.weight > 0);
  return hasSiblings ? code : findRemovable(parent, nodes);
};

/** Leaves out each indicator and each aggregate in turn; its weight passes to its siblings. */
export const leaveOneOut = (dataset: Dataset, recipe: Recipe): readonly LeftOut[] | Unusable => {
  const builder = createIndexBuilder(dataset);
  const nominal = builder.build(recipe);
  if (isUnusable(nominal)) return nominal;
  const rows = nominal.stages.at(-1)?.matrix.rows ?? [];
  const nodes: readonly Node[] = [...dataset.indicators, ...dataset.aggregates].map((node) => ({
    ...node,
    weight: recipe.weights[node.code] ?? node.weight,
  }));
  const results: LeftOut[] = [];
  for (const { code } of nodes) {
    const removed = findRemovable(code, nodes);
    if (removed === null) continue;
    const index = builder.build({ ...recipe, weights: { ...recipe.weights, [removed]: 0 } });
    if (isUnusable(index)) return index;
    const changes = rows.map((_, row) => Math.abs((index.ranks[row] ?? 0) - (nominal.ranks[row] ?? 0)));
    const comparable = changes.filter((change) => !Number.isNaN(change));
    const largestRankChange = Math.max(0, ...comparable);
    const moved = largestRankChange === 0 ? -1 : (rows[changes.indexOf(largestRankChange)] ?? -1);
    results.push({
      ...{ code, largestRankChange, mostMoved: dataset.subjects[moved] ?? null },
      meanRankChange:
        comparable.reduce((total, change) => total + change, 0) / Math.max(1, comparable.length),
    });
  }
  return results;
};
