import {
  decimal,
  type Decimal,
  type DecimalText,
  publish,
  type RoundingPolicy,
  ZERO,
} from '#core/kernel/decimal.ts';
import { type IndexScore, publishInterval, type ScoredComponent } from './evaluate.ts';
import type { Framework } from './framework.ts';
import { isExact } from './interval.ts';
import { listRankChanges, type Rank, rankScores } from './rank.ts';
import { percentOfMaximum } from './score-league.ts';
import type { TextRange } from './trace.ts';

/** How one subject stands in one column: the whole index or a component. */
export interface LeaguePlace {
  readonly points: TextRange;
  /** Points at stake for this subject: not the same for all where some components do not apply. */
  readonly maximum: DecimalText;
  /** Certain points per hundred at stake. */
  readonly percent: DecimalText;
  readonly rank: number;
  /** As it is printed: `=3` for a place that several share. */
  readonly label: string;
  /** Where the subject stood in the earlier ranking; null for those who did not stand in it. */
  readonly earlier: Pick<Rank, 'rank' | 'label'> | null;
  /** Places won since then: positive is better. */
  readonly change: number | null;
}

/** A column of a league: who stands in it, and by what they are compared. */
export interface LeagueColumn {
  /** Null for the whole index. */
  readonly componentCode: string | null;
  /** Points at stake differ between subjects, so that shares are compared instead of points. */
  readonly byPercent: boolean;
  readonly places: ReadonlyMap<string, LeaguePlace>;
  /** Those who stood in the earlier ranking and do not stand in this one, the best first. */
  readonly departed: readonly Rank[];
}

type Scored = Pick<ScoredComponent, 'points' | 'maximum'>;
export type LeagueScores = ReadonlyMap<string, IndexScore>;

const PERCENT_PLACES: RoundingPolicy = { places: 2, mode: 'half-up' };

const percentOf = (scored: Scored): DecimalText => publish(percentOfMaximum(scored) ?? ZERO, PERCENT_PLACES);

interface Entry {
  readonly code: string;
  readonly scored: Scored;
  readonly published: TextRange;
  readonly percent: DecimalText;
}

const find = (score: IndexScore, componentCode: string | null): Scored | undefined =>
  componentCode === null ? score : score.byCode.get(componentCode);

/** Those who have points at stake: who is not asked has no place. */
const listEntries = (
  { policies }: Framework,
  scores: LeagueScores,
  componentCode: string | null,
): readonly Entry[] =>
  [...scores].flatMap(([code, score]) => {
    const scored = find(score, componentCode);
    if (!scored || scored.maximum.isZero()) return [];
    const published = publishInterval(scored.points, policies.rounding);
    return [{ code, scored, published, percent: percentOf(scored) }];
  });

const differ = (entries: readonly Entry[]): boolean => {
  const [first] = entries;
  return entries.some(({ scored }) => first !== undefined && !scored.maximum.equals(first.scored.maximum));
};

const compared = (entry: Entry, byPercent: boolean): Decimal =>
  decimal(byPercent ? entry.percent : entry.published.low);

const rankEntries = (framework: Framework, entries: readonly Entry[], byPercent: boolean): readonly Rank[] =>
  rankScores(
    entries.map((entry) => ({ code: entry.code, score: compared(entry, byPercent) })),
    framework.policies.ties ?? 'minimum',
  );

/** What came before: another league of the same kind of subjects, or the same league at another time. */
export interface EarlierLeague {
  readonly framework: Framework;
  readonly scores: LeagueScores;
}

/** Ranks the earlier league by its own framework: its maxima, its ties and what is compared may have been others. */
const rankEarlier = (earlier: EarlierLeague | undefined, componentCode: string | null): readonly Rank[] => {
  if (!earlier) return [];
  const entries = listEntries(earlier.framework, earlier.scores, componentCode);
  return rankEntries(earlier.framework, entries, differ(entries));
};

/**
 * Ranks the subjects of a league in one column by what is published: points that are certain (the low end of a range),
 * or their share of what is at stake where that differs. Equal figures share a place as the framework says. Beside each
 * place stands the one of the earlier league, found in the same way by its own framework.
 */
export const buildLeagueColumn = (
  framework: Framework,
  scores: LeagueScores,
  componentCode: string | null,
  earlier?: EarlierLeague,
): LeagueColumn => {
  const entries = listEntries(framework, scores, componentCode);
  const byPercent = differ(entries);
  const ranks = rankEntries(framework, entries, byPercent);
  const before = rankEarlier(earlier, componentCode);
  const earlierByCode = new Map(before.map((place) => [place.code, place]));
  const changes = listRankChanges(before, ranks);
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return {
    componentCode,
    byPercent,
    places: new Map(
      ranks.flatMap(({ code, rank, label }) => {
        const entry = byCode.get(code);
        if (!entry) return [];
        const { published, percent, scored } = entry;
        const maximum = publish(scored.maximum, framework.policies.rounding);
        const stood = earlierByCode.get(code);
        const place: LeaguePlace = {
          ...{ points: published, maximum, percent, rank, label },
          earlier: stood ? { rank: stood.rank, label: stood.label } : null,
          change: changes.get(code) ?? null,
        };
        return [[code, place] as const];
      }),
    ),
    departed: before.filter(({ code }) => !byCode.has(code)),
  };
};

/** Shares of the points at stake that are certain, by subject and then by indicator; null where it does not apply. */
export const listShares = (
  scores: LeagueScores,
  componentCodes: readonly string[],
): readonly (readonly (number | null)[])[] =>
  [...scores.values()].map((score) =>
    componentCodes.map((code) => {
      const scored = score.byCode.get(code);
      if (!scored || scored.maximum.isZero()) return null;
      return scored.points.low.dividedBy(scored.maximum).toNumber();
    }),
  );

/** Number of indicators whose points are open for want of data or of a rule. */
export const countOpenIndicators = (score: IndexScore): number =>
  [...score.byCode.values()].filter(
    ({ component, points }) => component.kind === 'indicator' && !isExact(points),
  ).length;
