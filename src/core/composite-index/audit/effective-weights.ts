import type { Matrix } from '#core/composite-index/dataset.ts';
import type { Hierarchy } from '#core/composite-index/hierarchy.ts';
import { correlate } from '#core/composite-index/statistics/correlation.ts';
import { runOfColumn } from './correlations.ts';

/** What a node weighs in the index: by the weights, and by what the index really follows. */
export interface EffectiveWeight {
  readonly code: string;
  /** Product of the node's share among its siblings and those of all its ancestors (0–1). */
  readonly nominal: number;
  /**
   * Squared correlation with the index: the linear estimate of its main effect (Paruolo, Saisana & Saltelli, JRSS A 176,
   * 2013). Null where one of both does not vary.
   */
  readonly importance: number | null;
  /** A negative correlation: the index rises when the node falls. */
  readonly isOpposed: boolean;
}

/** Nominal weights of all nodes, by node. The index itself has 1. */
const nominalWeights = (hierarchy: Hierarchy, weights: Float64Array): Float64Array => {
  const nominal = new Float64Array(weights.length);
  nominal[weights.length - 1] = 1;
  for (const { node, children } of hierarchy.branches.toReversed()) {
    const sum = children.reduce((total, child) => total + (weights[child] ?? 0), 0);
    for (const child of children) nominal[child] = ((nominal[node] ?? 0) * (weights[child] ?? 0)) / sum;
  }
  return nominal;
};

/** Compares what each node should weigh with how the index follows it. The matrix is that of the last stage. */
export const effectiveWeights = (
  hierarchy: Hierarchy,
  weights: Float64Array,
  matrix: Matrix,
): readonly EffectiveWeight[] => {
  const nominal = nominalWeights(hierarchy, weights);
  const index = runOfColumn(matrix, matrix.width - 1);
  return hierarchy.codes.map((code, node) => {
    const { coefficient } = correlate(runOfColumn(matrix, node), index);
    return {
      ...{ code, nominal: nominal[node] ?? 0 },
      importance: Number.isNaN(coefficient) ? null : coefficient ** 2,
      isOpposed: coefficient < 0,
    };
  });
};
