import type { DatasetInput } from '#core/composite-index/dataset-input.ts';
import { decimal } from '#core/kernel/decimal.ts';
import type { Component, Framework } from '#core/scoring/framework.ts';
import { type LeagueScores, listShares } from '#core/scoring/league-table.ts';

interface Node {
  readonly component: Component;
  readonly parent: string;
}

/** Components that count, each with the code of what it belongs to. Without a maximum there is no share to compare. */
const listNodes = (components: readonly Component[], parent: string): readonly Node[] =>
  components.flatMap((component): readonly Node[] => {
    if (!decimal(component.maximumPoints).greaterThan(0)) return [];
    if (component.kind === 'indicator') return [{ component, parent }];
    const within = listNodes(component.children, component.code);
    return within.length === 0 ? [] : [{ component, parent }, ...within];
  });

/** A league as a dataset: shares of the maxima as values, the maxima as weights, the framework's tree above them. */
export const auditInput = (framework: Framework, scores: LeagueScores): DatasetInput => {
  const nodes = listNodes(framework.components, framework.code);
  const described = nodes.map(({ component, parent }) => ({
    ...{ code: component.code, parent, kind: component.kind },
    weight: decimal(component.maximumPoints).toNumber(),
  }));
  const indicators = described.filter(({ kind }) => kind === 'indicator');
  const shares = listShares(
    scores,
    indicators.map(({ code }) => code),
  );
  return {
    subjects: [...scores.keys()],
    indicators: indicators.map(({ code, parent, weight }) => ({ code, parent, weight, direction: 1 })),
    aggregates: [
      ...described
        .filter(({ kind }) => kind === 'group')
        .map(({ code, parent, weight }) => ({ code, parent, weight })),
      { code: framework.code, parent: null, weight: 1 },
    ],
    values: Object.fromEntries(
      indicators.map(({ code }, column) => [code, shares.map((row) => row[column] ?? null)]),
    ),
  };
};
