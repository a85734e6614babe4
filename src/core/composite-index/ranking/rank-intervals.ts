import {
  type CompositeFinding,
  compositeFinding,
  type Unusable,
} from '#core/composite-index/composite-finding.ts';
import type { NormalisationMethod } from '#core/composite-index/recipe.ts';
import { quantileOfTally } from '#core/composite-index/statistics/quantile.ts';
import { normaliseColumn } from '#core/composite-index/steps/normalise.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { buildDrawTable, type DrawTable } from './draw-table.ts';
import { countRankDraws } from './rank-draws.ts';
import { scoresOf } from './score-draws.ts';

/** What is ranked: shares of components by subject. */
export interface RankingInput {
  readonly subjects: readonly string[];
  /** Components with their maximum points, which are their weights. */
  readonly components: readonly { readonly code: string; readonly maximum: number }[];
  /** Share (0–1) of the maximum by subject, then by component; null where it is not known. */
  readonly shares: readonly (readonly (number | null)[])[];
}

/** How a component may be brought onto a scale: as the share of its maximum that it is, or by the subjects' own spread. */
export type ScaleChoice = 'share' | 'min-max' | 'z-score' | 'percentile-rank';

/** What is varied, and how often. */
export interface RankingSettings {
  readonly seed: number;
  readonly draws?: number;
  /** Each weight is drawn evenly from 1 − this to 1 + this of the maximum. */
  readonly weightShare?: number;
  /** Scales that are used in turn. */
  readonly scales?: readonly ScaleChoice[];
  /** Part of the draws (0–1) that the interval covers. */
  readonly coverage?: number;
}

/** A subject's place and between which ranks it moves. Null for a subject of which no component is known. */
export interface RankInterval {
  readonly subject: string;
  readonly rank: number | null;
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

const SCALES = {
  share: { kind: 'none' },
  'min-max': { kind: 'min-max', lower: 0, upper: 1 },
  'z-score': { kind: 'z-score', mean: 0, deviation: 1 },
  'percentile-rank': { kind: 'percentile-rank' },
} as const satisfies Record<ScaleChoice, NormalisationMethod>;

const checkShares = ({ subjects, components, shares }: RankingInput): readonly CompositeFinding[] =>
  subjects.flatMap((subject, place) => {
    const row = shares[place];
    if (row?.length !== components.length) return [compositeFinding('subject-missing', { subject })];
    return components.flatMap(({ code }, column) => {
      const share = row[column] ?? null;
      return share === null || Number.isFinite(share)
        ? []
        : [compositeFinding('number-not-finite', { subject, code }, { cell: String(share) })];
    });
  });

const checkInput = (
  input: RankingInput,
  settings: Required<RankingSettings>,
): readonly CompositeFinding[] => {
  const { weightShare, draws, coverage, scales } = settings;
  const wrong = [
    ...(weightShare >= 0 && weightShare < 1 ? [] : [['weightShare', weightShare] as const]),
    ...(Number.isInteger(draws) && draws > 0 ? [] : [['draws', draws] as const]),
    ...(coverage > 0 && coverage < 1 ? [] : [['coverage', coverage] as const]),
    ...(scales.length > 0 ? [] : [['scales', ''] as const]),
  ];
  const sum = input.components.reduce((total, { maximum }) => total + maximum, 0);
  return [
    ...wrong.map(([path, value]) => compositeFinding('parameter-invalid', { path }, { value })),
    ...input.components
      .filter(({ maximum }) => !Number.isFinite(maximum) || maximum < 0)
      .map(({ code, maximum }) => compositeFinding('weight-invalid', { code }, { weight: String(maximum) })),
    ...(sum > 0 ? [] : [compositeFinding('weights-do-not-add-up', { path: 'components' }, { sum })]),
    ...checkShares(input),
  ];
};

/** Rows of subjects of which anything that counts is known. */
const rankableRows = ({ components, shares }: RankingInput): readonly number[] =>
  shares.flatMap((row, place) =>
    components.some(({ maximum }, column) => maximum > 0 && typeof row[column] === 'number') ? [place] : [],
  );

const scaledTable = (input: RankingInput, rows: readonly number[], scale: ScaleChoice): DrawTable => {
  const height = rows.length;
  const data = new Float64Array(height * input.components.length);
  input.components.forEach((_, column) => {
    const values = Float64Array.from(rows, (row) => input.shares[row]?.[column] ?? Number.NaN);
    const scaled = values.slice();
    const bare = { values: scaled, direction: 1, target: Number.NaN, reference: Number.NaN } as const;
    normaliseColumn(bare, SCALES[scale]);
    // A component in which all are level tells none of them apart, on whatever scale.
    const isLevel = scaled.every((value) => Number.isNaN(value));
    data.set(isLevel ? values.map((value) => (Number.isNaN(value) ? value : 0)) : scaled, column * height);
  });
  return buildDrawTable(data, height);
};

// Equal points may be added up in another order and differ in the last binary digit: that is no lead.
const NEGLIGIBLE = 1e-12;

const nominalRanks = (table: DrawTable, weights: Float64Array): readonly number[] => {
  const scores = scoresOf(table, weights);
  const largest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  return [...scores].map(
    (score) => 1 + scores.filter((other) => other - score > NEGLIGIBLE * largest).length,
  );
};

/**
 * Ranks subjects by their points and says how sure each rank is: the span of ranks under other weights and other scales. The
 * same seed gives the same answer everywhere. It says nothing about errors in the data or about components that are missing.
 */
export const rankIntervals = (
  input: RankingInput,
  settings: RankingSettings,
): readonly RankInterval[] | Unusable => {
  const chosen = {
    ...{ draws: 10_000, weightShare: 0.25, scales: ['share', 'min-max'] as const, coverage: 0.9 },
    ...settings,
  };
  const findings = checkInput(input, chosen);
  if (findings.length > 0) return { findings };
  const rows = rankableRows(input);
  const nominal = Float64Array.from(input.components, ({ maximum }) => maximum);
  const random = createRandomSource(chosen.seed);
  const low = 1 - chosen.weightShare;
  const width = 2 * chosen.weightShare;
  const fillWeights = (weights: Float64Array): void => {
    for (let column = 0; column < weights.length; column += 1) {
      weights[column] = (nominal[column] ?? 0) * (low + width * random());
    }
  };
  const tables = chosen.scales.map((scale) => scaledTable(input, rows, scale));
  const { counts, height, draws } = countRankDraws(tables, nominal, { draws: chosen.draws, fillWeights });
  const ranks = nominalRanks(scaledTable(input, rows, 'share'), nominal);
  return input.subjects.map((subject, place) => {
    const row = rows.indexOf(place);
    if (row < 0) return { subject, rank: null, low: null, median: null, high: null };
    const tally = { counts, from: row * height, length: height };
    const at = (share: number): number => quantileOfTally(tally, draws, share);
    const outside = (1 - chosen.coverage) / 2;
    return {
      ...{ subject, rank: ranks[row] ?? null, median: at(0.5) },
      // An interval of ranks is of whole ranks: widened where a quantile falls between two.
      ...{ low: Math.floor(at(outside)), high: Math.ceil(at(1 - outside)) },
    };
  });
};
