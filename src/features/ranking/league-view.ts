import type { LeagueSnapshotSummary } from '#contract/league-snapshot.ts';
import type { Action } from '#core/access/permissions.ts';
import { rankIntervals, type RankInterval } from '#core/composite-index/ranking/rank-intervals.ts';
import { decimal } from '#core/kernel/decimal.ts';
import {
  type Component,
  findComponent,
  type Framework,
  listComponents,
  listIndicators,
} from '#core/scoring/framework.ts';
import {
  buildLeagueColumn,
  countOpenIndicators,
  type LeagueColumn,
  listShares,
} from '#core/scoring/league-table.ts';
import type { League, LeagueRow, LeagueSummary } from './contract.ts';
import type { KeptLeagueScores } from './load-kept-league.ts';
import type { LoadedLeague } from './load-league.ts';
import type { LeagueMark, SubjectName } from './reads.ts';

// One seed, so that the same figures give the same intervals for everyone who asks.
const UNCERTAINTY = { seed: 2026, draws: 10_000, weightShare: 0.25, coverage: 0.9 } as const;

/** The framework of a league. */
export const frameworkView = (framework: Framework): League['framework'] => ({
  code: framework.code,
  version: framework.version,
  title: framework.title,
  status: framework.status ?? 'decreed',
  subjectKind: framework.subjectKind,
  year: framework.assessmentYear,
  maximum: framework.maximumPoints,
});

/** One line of the list of leagues. */
export const summaryView = (framework: Framework, mark: LeagueMark): LeagueSummary => ({
  framework: frameworkView(framework),
  subjectCount: mark.subjectCount,
  simulated: mark.simulated,
});

const indicatorsWithin = (framework: Framework, code: string | null): readonly Component[] => {
  if (code === null) return listIndicators(framework);
  const component = findComponent(framework, code);
  if (component?.kind !== 'group') return [];
  return listComponents(component.children).filter(({ kind }) => kind === 'indicator');
};

/** Between which ranks each subject moves; nothing where a single indicator leaves no weights to vary. */
const findIntervals = (
  { framework, scores }: LoadedLeague,
  code: string | null,
): ReadonlyMap<string, RankInterval> | undefined => {
  const indicators = indicatorsWithin(framework, code);
  if (indicators.length < 2) return undefined;
  const found = rankIntervals(
    {
      subjects: [...scores.keys()],
      components: indicators.map((indicator) => ({
        code: indicator.code,
        maximum: decimal(indicator.maximumPoints).toNumber(),
      })),
      shares: listShares(
        scores,
        indicators.map((indicator) => indicator.code),
      ),
    },
    UNCERTAINTY,
  );
  if ('findings' in found) return undefined;
  return new Map(found.map((interval) => [interval.subject, interval]));
};

// Nine of ten draws may leave the rank by the framework's own weights out; the interval never does.
const intervalView = (
  interval: RankInterval | undefined,
  rank: number | undefined,
): LeagueRow['interval'] => {
  const { low, high } = interval ?? { low: null, high: null };
  if (low === null || high === null || rank === undefined) return null;
  return { low: Math.min(low, Math.floor(rank)), high: Math.max(high, Math.ceil(rank)) };
};

const columnView = (
  framework: Framework,
  { componentCode, byPercent }: LeagueColumn,
): League['columns'][number] => {
  const component = componentCode === null ? undefined : findComponent(framework, componentCode);
  return {
    componentCode,
    byPercent,
    name: component?.name ?? framework.title,
    maximum: component?.maximumPoints ?? framework.maximumPoints,
  };
};

const listDepths = (components: readonly Component[], depth = 0): League['components'] =>
  components.flatMap((component) => [
    { code: component.code, name: component.name, depth },
    ...(component.kind === 'group' ? listDepths(component.children, depth + 1) : []),
  ]);

/** What a league is shown with: names of its subjects, and those that have no figures. */
export interface LeagueNames {
  readonly names: ReadonlyMap<string, SubjectName>;
  readonly unreported: readonly SubjectName[];
  /** The kept leagues that can be chosen. */
  readonly snapshots: readonly LeagueSnapshotSummary[];
  readonly actions: readonly Action[];
}

const earlierView = (
  { earlier }: LoadedLeague,
  summaryOf: (kept: KeptLeagueScores | undefined) => LeagueSnapshotSummary | null,
): League['earlier'] =>
  earlier
    ? {
        code: earlier.framework.code,
        year: earlier.framework.assessmentYear,
        snapshot: summaryOf(earlier.kept),
        simulated: earlier.simulated.size > 0,
      }
    : null;

const codesOfColumns = (framework: Framework, chosen: string | null): readonly (string | null)[] => {
  const codes: (string | null)[] = [null, ...framework.components.map(({ code }) => code)];
  return codes.includes(chosen) ? codes : [...codes, chosen];
};

/** The table of a league, ordered by the chosen column. The component must be one of the framework. */
export const buildLeagueView = (
  league: LoadedLeague,
  chosen: string | null,
  { names, unreported, snapshots, actions }: LeagueNames,
): League => {
  const { framework, scores, simulated, earlier, kept } = league;
  const summaryOf = (of: KeptLeagueScores | undefined): LeagueSnapshotSummary | null =>
    snapshots.find(({ id }) => id === of?.snapshot.id) ?? null;
  const codes = codesOfColumns(framework, chosen);
  const columns = codes.map((code) => buildLeagueColumn(framework, scores, code, earlier));
  const index = codes.indexOf(chosen);
  const intervals = findIntervals(league, chosen);
  const ordered = [...(columns[index]?.places.keys() ?? [])];
  const others = [...scores.keys()].filter((code) => !ordered.includes(code));
  const rows = [...ordered, ...others].flatMap((code): LeagueRow[] => {
    const [subject, score] = [names.get(code), scores.get(code)];
    if (!subject || !score) return [];
    const places = columns.map((column) => column.places.get(code) ?? null);
    return [
      {
        ...{ subject, places, open: countOpenIndicators(score), simulated: simulated.has(code) },
        snapshotId: kept?.memberIds.get(code) ?? null,
        interval: intervalView(intervals?.get(code), places[index]?.rank),
      },
    ];
  });
  return {
    framework: frameworkView(framework),
    snapshot: summaryOf(kept),
    earlier: earlierView(league, summaryOf),
    earlierYear: league.earlierYear ?? null,
    snapshots: [...snapshots],
    ties: framework.policies.ties ?? 'minimum',
    columns: columns.map((column) => columnView(framework, column)),
    chosen: index,
    rows,
    departed: (columns[index]?.departed ?? []).flatMap(({ code, label }) => {
      const subject = names.get(code);
      return subject ? [{ subject, label }] : [];
    }),
    unreported: [...unreported],
    uncertainty: intervals
      ? {
          draws: UNCERTAINTY.draws,
          weightShare: UNCERTAINTY.weightShare,
          coverage: UNCERTAINTY.coverage,
        }
      : null,
    components: listDepths(framework.components),
    simulated: simulated.size > 0,
    actions: [...actions],
  };
};
