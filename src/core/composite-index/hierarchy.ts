import type { Dataset } from './dataset.ts';

/** An aggregate with its children, by their places among the nodes: indicators first, then aggregates. */
export interface Branch {
  readonly code: string;
  readonly node: number;
  readonly children: readonly number[];
  /** 0 for an aggregate of indicators only, otherwise one more than the highest of its children. */
  readonly level: number;
}

/** The tree of a dataset, worked out once. */
export interface Hierarchy {
  readonly codes: readonly string[];
  /** Place of each code among the nodes. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Weights of the dataset, by node. */
  readonly weights: Float64Array;
  /** Bottom up: children come before their parents, the index last. */
  readonly branches: readonly Branch[];
}

/** Works out which nodes belong to which aggregate. */
export const buildHierarchy = ({ indicators, aggregates }: Dataset): Hierarchy => {
  const nodes = [...indicators, ...aggregates];
  const levels = new Map<number, number>();
  const branches = aggregates.map(({ code }, place): Branch => {
    const children = nodes.flatMap(({ parent }, child) => (parent === code ? [child] : []));
    const level = Math.max(...children.map((child) => levels.get(child) ?? -1)) + 1;
    levels.set(indicators.length + place, level);
    return { code, node: indicators.length + place, children, level };
  });
  return {
    codes: nodes.map(({ code }) => code),
    nodes: new Map(nodes.map(({ code }, node) => [code, node])),
    weights: Float64Array.from(nodes, ({ weight }) => weight),
    branches,
  };
};

/** Weights by node, those of the recipe in place of those of the dataset. */
export const weightsOf = (hierarchy: Hierarchy, instead: Readonly<Record<string, number>>): Float64Array => {
  const weights = hierarchy.weights.slice();
  for (const [code, weight] of Object.entries(instead)) {
    const node = hierarchy.nodes.get(code);
    if (node !== undefined) weights[node] = weight;
  }
  return weights;
};

/**
 * For each indicator the code of the aggregate of at least this level that it lies under: indicators of one code belong together.
 * Null where all do.
 */
export const familiesOfIndicators = (
  { indicators, aggregates }: Dataset,
  { branches, nodes }: Hierarchy,
  level: number | null,
): readonly (string | null)[] => {
  if (level === null) return indicators.map(() => null);
  const levels = new Map(branches.map((branch) => [branch.code, branch.level]));
  const parents = new Map(aggregates.map(({ code, parent }) => [code, parent]));
  const climb = (code: string): string => {
    const parent = parents.get(code) ?? null;
    return parent === null || !nodes.has(parent) || (levels.get(code) ?? 0) >= level ? code : climb(parent);
  };
  return indicators.map(({ parent }) => climb(parent));
};
