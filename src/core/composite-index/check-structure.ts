import { type CompositeFinding, compositeFinding } from './composite-finding.ts';
import type { Aggregate } from './dataset.ts';
import type { DatasetInput } from './dataset-input.ts';

const heightOf = (aggregate: Aggregate, all: readonly Aggregate[]): number =>
  1 +
  Math.max(0, ...all.filter(({ parent }) => parent === aggregate.code).map((child) => heightOf(child, all)));

/** Puts every aggregate after its children. There must be no circle: `checkStructure` finds them. */
export const orderAggregates = (aggregates: readonly Aggregate[]): readonly Aggregate[] =>
  aggregates
    .map((aggregate) => ({ aggregate, height: heightOf(aggregate, aggregates) }))
    .sort((a, b) => a.height - b.height)
    .map(({ aggregate }) => aggregate);

const isInCircle = (aggregate: Aggregate, byCode: ReadonlyMap<string, Aggregate>): boolean => {
  const seen = new Set<string>();
  for (let next: Aggregate | undefined = aggregate; next; next = byCode.get(next.parent ?? '')) {
    if (seen.has(next.code)) return true;
    seen.add(next.code);
  }
  return false;
};

const checkTree = ({ indicators, aggregates }: DatasetInput): readonly CompositeFinding[] => {
  const byCode = new Map(aggregates.map((aggregate) => [aggregate.code, aggregate]));
  const nodes = [...indicators, ...aggregates];
  const codes = nodes.map(({ code }) => code);
  const parents = new Set(nodes.map(({ parent }) => parent));
  const tops = aggregates.filter(({ parent }) => parent === null);
  return [
    ...[...new Set(codes.filter((code, place) => codes.indexOf(code) !== place))].map((code) =>
      compositeFinding('code-repeated', { code }),
    ),
    ...nodes
      .filter(({ parent }) => parent !== null && !byCode.has(parent))
      .map(({ code, parent }) => compositeFinding('parent-missing', { code }, { parent: String(parent) })),
    ...aggregates
      .filter((aggregate) => isInCircle(aggregate, byCode))
      .map(({ code }) => compositeFinding('parents-in-circle', { code })),
    ...aggregates
      .filter(({ code }) => !parents.has(code))
      .map(({ code }) => compositeFinding('aggregate-without-children', { code })),
    ...(tops.length === 1 ? [] : [compositeFinding('index-not-one', {}, { found: tops.length })]),
  ];
};

// Weights are typed as decimals: 0.1 + 0.2 + 0.7 must not fail for the sixteenth digit.
const NEGLIGIBLE = 1e-9;

const checkSums = ({ indicators, aggregates, sumOfWeights }: DatasetInput): readonly CompositeFinding[] => {
  const nodes = [...indicators, ...aggregates];
  return aggregates.flatMap(({ code }) => {
    const children = nodes.filter(({ parent }) => parent === code);
    const sum = children.reduce((total, { weight }) => total + weight, 0);
    if (children.length > 0 && !(sum > 0))
      return [compositeFinding('weights-do-not-add-up', { code }, { sum })];
    if (sumOfWeights === undefined || Math.abs(sum - sumOfWeights) <= NEGLIGIBLE * sumOfWeights) return [];
    return [compositeFinding('weights-do-not-add-up', { code }, { sum, expected: sumOfWeights })];
  });
};

const checkIndicators = ({ indicators, denominators = {} }: DatasetInput): readonly CompositeFinding[] =>
  indicators.flatMap(({ code, direction, denominator, quotientFactor = 1, target }) => [
    // Files hold any number: the type is a promise that nobody has checked yet.
    ...(Math.abs(direction) === 1 ? [] : [compositeFinding('direction-invalid', { code }, { direction })]),
    ...(denominator === undefined || denominator in denominators
      ? []
      : [compositeFinding('denominator-missing', { code }, { denominator })]),
    ...(Number.isFinite(quotientFactor) && quotientFactor !== 0
      ? []
      : [
          compositeFinding(
            'number-not-finite',
            { code, path: 'quotientFactor' },
            { cell: String(quotientFactor) },
          ),
        ]),
    ...(target === undefined || Number.isFinite(target)
      ? []
      : [compositeFinding('number-not-finite', { code, path: 'target' }, { cell: String(target) })]),
  ]);

/** Checks the tree of indicators and aggregates: codes, parents, weights, directions, denominators. */
export const checkStructure = (input: DatasetInput): readonly CompositeFinding[] => [
  ...checkTree(input),
  ...[...input.indicators, ...input.aggregates]
    .filter(({ weight }) => !Number.isFinite(weight) || weight < 0)
    .map(({ code, weight }) => compositeFinding('weight-invalid', { code }, { weight: String(weight) })),
  ...checkSums(input),
  ...checkIndicators(input),
];
