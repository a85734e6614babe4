import type { RankingAudit } from '#core/composite-index/audit/audit-ranking.ts';
import type { PairCorrelation } from '#core/composite-index/audit/correlations.ts';
import type { DatasetInput } from '#core/composite-index/dataset-input.ts';
import { momentsOf, runOf } from '#core/composite-index/statistics/moments.ts';
import type { Estimate } from '#core/composite-index/uncertainty/sensitivity-indices.ts';
import { stableDigits } from '#core/composite-index/uncertainty/stable-digits.ts';
import { type Component, listComponents } from '#core/scoring/framework.ts';
import type { AuditedComponent, AuditedFamily, LeagueAudit, StableNumber } from './contract.ts';
import { frameworkView } from './league-view.ts';
import type { ScoredLeague } from './load-league.ts';
import type { SubjectName } from './reads.ts';

/** An audit with what it was made of and how. */
export interface AuditedLeague {
  readonly league: ScoredLeague;
  readonly input: DatasetInput;
  readonly audit: RankingAudit;
  readonly settings: { readonly points: number; readonly replicates: number; readonly weightShare: number };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const componentView = (
  { league, input, audit }: AuditedLeague,
  component: Component,
): readonly AuditedComponent[] => {
  const { code, name } = component;
  const node = [...input.indicators, ...input.aggregates].find((one) => one.code === code);
  const weight = audit.index.weights.find((one) => one.code === code);
  if (!node || !weight) return [];
  const statistics = audit.index.indicators.find((one) => one.code === code);
  const leftOut = audit.leftOut.find((one) => one.code === code);
  const isLevel = statistics !== undefined && statistics.distinct < 2;
  return [
    {
      ...{ code, name, isGroup: component.kind === 'group' },
      parent: node.parent === league.framework.code ? null : node.parent,
      ...{ nominalWeight: weight.nominal, importance: weight.importance, isOpposed: weight.isOpposed },
      availability: statistics ? statistics.count / input.subjects.length : null,
      flags: statistics ? [...statistics.flags, ...(isLevel ? (['no-spread'] as const) : [])] : [],
      leftOut: leftOut
        ? {
            ...{ meanRankChange: leftOut.meanRankChange, largestRankChange: leftOut.largestRankChange },
            mostMoved: leftOut.mostMoved,
          }
        : null,
    },
  ];
};

const familyView = ({ league, audit }: AuditedLeague, code: string): AuditedFamily => {
  const family = audit.families.find((one) => one.code === code);
  const coherence = audit.index.aggregates.find((one) => one.code === code);
  const flagOf = ({ left, right }: PairCorrelation) =>
    audit.index.pairs.find((pair) => pair.left === left && pair.right === right)?.kind ?? null;
  return {
    code: code === league.framework.code ? null : code,
    children: [...(family?.children ?? [])],
    pairs: (family?.pairs ?? []).map((pair) => ({
      ...{ left: pair.left, right: pair.right, pairs: pair.pairs },
      ...{ coefficient: orNull(pair.coefficient), flag: flagOf(pair) },
    })),
    alpha: coherence?.alpha ?? null,
    completeSubjects: coherence?.completeSubjects ?? 0,
    explained: (coherence?.components ?? []).map(({ explained }) => Math.max(0, explained)),
    dimensions: (coherence?.components ?? []).filter(({ eigenvalue }) => eigenvalue > 1).length,
  };
};

/** A share of variance: what lies outside 0 to 1 is noise of the estimate. At least whole hundredths, so that it reads as percent. */
const shareView = ({ value, low, high }: Estimate): StableNumber => {
  const within = (share: number): number => Math.min(1, Math.max(0, share));
  const estimate = { value: within(value), low: within(low), high: within(high) };
  const stable = stableDigits(estimate);
  if (stable.kind === 'span' || stable.decimals > 1) return stable;
  const [from, to] = [Math.floor(estimate.low * 100), Math.ceil(estimate.high * 100)];
  return { kind: 'span', low: from / 100, high: to / 100, decimals: 2 };
};

/** The mean of independent draws within the nine tenths that its own error leaves open. */
const meanView = (values: Float64Array): StableNumber => {
  const { mean, deviation } = momentsOf(runOf(values));
  const error = (1.645 * deviation) / Math.sqrt(values.length);
  return stableDigits({ value: mean, low: mean - error, high: mean + error });
};

const sensitivityView = ({ audit, settings }: AuditedLeague): LeagueAudit['sensitivity'] => {
  const { estimates, convergence, outputs, runs } = audit.sensitivity;
  return {
    assumptions: audit.assumptions.flatMap((name, place) => {
      const estimate = estimates[place];
      if (!estimate) return [];
      return [{ name, firstOrder: shareView(estimate.firstOrder), total: shareView(estimate.total) }];
    }),
    convergence: convergence.map((step) => ({
      points: step.points,
      totals: step.estimates.map(({ total }) => shareView(total)),
    })),
    ...{ points: settings.points, replicates: settings.replicates, weightShare: settings.weightShare, runs },
    // The first two blocks of the design are independent draws; the others repeat their parts.
    meanRankChange: meanView(outputs.subarray(0, 2 * settings.points)),
  };
};

/** The audit of a league as the page shows it. */
export const leagueAuditView = (
  audited: AuditedLeague,
  names: ReadonlyMap<string, SubjectName>,
): LeagueAudit => {
  const { league, audit, input } = audited;
  return {
    framework: frameworkView(league.framework),
    simulated: league.simulated.size > 0,
    subjectCount: input.subjects.length,
    components: listComponents(league.framework.components).flatMap((component) =>
      componentView(audited, component),
    ),
    families: input.aggregates
      .map(({ code }) => familyView(audited, code))
      .sort((one, other) => Number(one.code !== null) - Number(other.code !== null)),
    subjects: audit.index.subjects.flatMap(({ subject, availability }) => {
      const name = names.get(subject);
      return name ? [{ subject: name, availability }] : [];
    }),
    sensitivity: sensitivityView(audited),
  };
};
