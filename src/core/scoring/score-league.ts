import { decimal, type Decimal } from '#core/kernel/decimal.ts';
import type { DataValues } from './data-value.ts';
import type { PotentialChanges } from './distribute-points.ts';
import { computeIndexScore, type IndexScore } from './evaluate.ts';
import { type Framework, listIndicators } from './framework.ts';
import { readMeasure } from './measure.ts';
import { isExactQuantity } from './quantity.ts';
import { listNestedRules } from './rule-parts.ts';
import type { RatioMeasure } from './rule.ts';
import type { League } from './rule-outcome.ts';

/** The data of the subjects that are compared with each other, by subject code. */
export type LeagueValues = ReadonlyMap<string, DataValues>;

const keyOf = ({ fraction, rate, multiplier, change }: RatioMeasure): string =>
  JSON.stringify([fraction?.numerator, fraction?.denominator, rate, multiplier, change === true]);

const bestMeasure = (
  measure: RatioMeasure,
  framework: Framework,
  league: LeagueValues,
): Decimal | undefined => {
  let best: Decimal | undefined;
  for (const values of league.values()) {
    const reading = readMeasure(measure, values, framework.policies);
    // What is only bounded can't be the best: nobody could say by how much.
    if (reading.state !== 'known' || !isExactQuantity(reading.quantity)) continue;
    const { low } = reading.quantity;
    if (best === undefined || low.greaterThan(best)) best = low;
  }
  return best;
};

/** Whether some rule compares a subject with the others, so that its score depends on theirs. */
export const comparesSubjects = (framework: Framework): boolean => listComparedMeasures(framework).length > 0;

const listComparedMeasures = (framework: Framework): readonly RatioMeasure[] =>
  listIndicators(framework)
    .flatMap((indicator) => listNestedRules(indicator.rule))
    .flatMap((rule) => (rule.kind === 'normalised-to-best' ? [rule.measure] : []));

/** Whether nothing that rules compare with differs: then the scores of all who stand in the league are the same. */
export const hasSameBests = (framework: Framework, one: League, other: League): boolean =>
  listComparedMeasures(framework).every((measure) => {
    const [best, then] = [one.bestOf(measure), other.bestOf(measure)];
    return best === undefined || then === undefined ? best === then : best.equals(then);
  });

/** Finds the best of each measure that a rule of the framework compares with. */
export const buildLeague = (framework: Framework, league: LeagueValues): League => {
  const bests = new Map(
    listComparedMeasures(framework).map((measure) => [
      keyOf(measure),
      bestMeasure(measure, framework, league),
    ]),
  );
  return { bestOf: (measure) => bests.get(keyOf(measure)) };
};

/** Scores all subjects of a league, each against the best of all. */
export const scoreLeague = (
  framework: Framework,
  league: LeagueValues,
  changes: ReadonlyMap<string, PotentialChanges> = new Map(),
): ReadonlyMap<string, IndexScore> => {
  const bests = buildLeague(framework, league);
  return new Map(
    [...league].map(([subject, values]) => {
      const own = changes.get(subject);
      return [subject, computeIndexScore(framework, values, { league: bests, ...(own && { changes: own }) })];
    }),
  );
};

/** Points per hundred at stake: what is compared where maxima differ. Undefined when nothing is at stake. */
export const percentOfMaximum = ({
  maximum,
  points,
}: Pick<IndexScore, 'maximum' | 'points'>): Decimal | undefined =>
  maximum.isZero() ? undefined : points.low.times(decimal(100)).dividedBy(maximum);
