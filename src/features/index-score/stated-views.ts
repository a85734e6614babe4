import { decimal, decimalText, publish } from '#core/kernel/decimal.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { findPredecessorMean } from '#core/scoring/published-scores.ts';
import type { PointsRange } from '#contract/scoring.ts';
import type { IndexOverview } from './contract.ts';
import type { IndexData } from '#server/scoring/load-index.ts';
import type { PlaceResolver } from '#server/registers/document-places.ts';
import type { StoredStatedScore } from './score-store.ts';

type Stated = NonNullable<IndexOverview['goal']>;
type PublishedYear = NonNullable<IndexOverview['published']>;

/** Finds what documents state about a score. */
export interface StatedScores {
  goal(): Stated | null;
  forecast(componentCode: string | null): Stated | null;
  published(componentCode: string | null): PublishedYear | null;
}

/** The stated score as it stands in the document: its points keep their printed decimals. */
const statedView = (score: StoredStatedScore | undefined, place: PlaceResolver): Stated | null =>
  score === undefined || score.points === null
    ? null
    : { points: decimalText(decimal(score.points)), place: place(score.place) };

/** Looks up stated scores: of the subject, or of its predecessors as they were then. */
export const statedScores = (
  data: IndexData,
  all: readonly StoredStatedScore[],
  place: PlaceResolver,
): StatedScores => {
  const { key, subject } = data;
  const own = (kind: StoredStatedScore['kind'], code: string | null) =>
    all.filter(
      (score) => score.kind === kind && score.componentCode === code && score.subjectCode === key.subject,
    );

  const publishedIn = (code: string | null): PublishedYear | null => {
    const known = all.filter(
      (score) => score.kind === 'published' && score.componentCode === code && score.year <= key.year,
    );
    const year = Math.max(...known.map((score) => score.year));
    if (!Number.isFinite(year)) return null;
    const units = [...subject.predecessors, { code: subject.code, name: subject.name }];
    const ofYear = known.filter((score) => score.year === year);
    const scores = units.flatMap((unit) =>
      ofYear
        .filter((score) => score.subjectCode === unit.code)
        .flatMap((score) =>
          score.points === null
            ? []
            : [
                {
                  subject: unit,
                  points: decimalText(decimal(score.points)),
                  rank: score.rank,
                  rankOutOf: score.rankOutOf,
                  place: place(score.place),
                },
              ],
        ),
    );
    const earlier = scores.filter((score) => score.subject.code !== subject.code);
    const mean = findPredecessorMean(earlier.map((score) => score.points));
    const ranked = ofYear.find((score) => score.subjectCode === subject.code && score.points === null);
    return {
      year,
      scores,
      mean: mean === undefined ? null : decimalText(mean),
      mergedRank:
        ranked?.rank && ranked.rankOutOf
          ? { rank: ranked.rank, outOf: ranked.rankOutOf, place: place(ranked.place) }
          : null,
    };
  };

  return {
    goal: () => {
      const goals = own('goal', null).filter((score) => score.year >= key.year);
      return statedView(goals[0], place);
    },
    forecast: (code) =>
      statedView(
        own('forecast', code).find((score) => score.year === key.year),
        place,
      ),
    published: publishedIn,
  };
};

/** A stated score minus the most that the data and rules at hand can give. */
export const beyondRules = (
  stated: Stated | null,
  points: PointsRange,
  framework: Framework,
): string | null => stated && publish(decimal(stated.points).minus(points.high), framework.policies.rounding);

/** What is missing to a goal: at best, and at worst. */
export const missingTo = (
  goal: Stated | null,
  points: PointsRange,
  framework: Framework,
): PointsRange | null => {
  if (!goal) return null;
  const missing = (text: string) => publish(decimal(goal.points).minus(text), framework.policies.rounding);
  return { low: missing(points.high), high: missing(points.low) };
};
