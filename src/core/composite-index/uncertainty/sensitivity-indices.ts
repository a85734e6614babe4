import { quantile } from '#core/composite-index/statistics/quantile.ts';
import type { RandomSource } from '#core/kernel/random-source.ts';

/**
 * Outputs of a design of N(d + 2) runs: those of A, of B, then of A with each column from B in turn (Saltelli et al., "Variance
 * based sensitivity analysis of model output", Computer Physics Communications 181, 2010).
 */
export interface DesignOutputs {
  readonly values: Float64Array;
  readonly points: number;
  readonly dimensions: number;
}

/** An estimate and the middle nine tenths of its bootstrap replicates. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shares of the output's variance: of the input alone, and of the input with all that it takes part in. */
export interface SensitivityIndices {
  readonly firstOrder: number;
  readonly total: number;
}

/** What is estimated of one input. */
export interface SensitivityEstimate {
  readonly firstOrder: Estimate;
  readonly total: Estimate;
}

interface Sums {
  readonly variance: number;
  readonly mean: number;
}

const sumUp = ({ values, points }: DesignOutputs, sample: Uint32Array): Sums => {
  let total = 0;
  for (const row of sample) total += (values[row] ?? 0) + (values[points + row] ?? 0);
  const mean = total / (2 * sample.length);
  let squares = 0;
  for (const row of sample) {
    squares += ((values[row] ?? 0) - mean) ** 2 + ((values[points + row] ?? 0) - mean) ** 2;
  }
  return { mean, variance: squares / (2 * sample.length - 1) };
};

const indicesOf = (
  outputs: DesignOutputs,
  sample: Uint32Array,
  centred: boolean,
): readonly SensitivityIndices[] => {
  const { values, points, dimensions } = outputs;
  const { mean, variance } = sumUp(outputs, sample);
  const centre = centred ? mean : 0;
  return Array.from({ length: dimensions }, (_, dimension) => {
    const mixed = (2 + dimension) * points;
    let first = 0;
    let total = 0;
    for (const row of sample) {
      const a = values[row] ?? 0;
      const difference = (values[mixed + row] ?? 0) - a;
      first += ((values[points + row] ?? 0) - centre) * difference;
      total += difference * difference;
    }
    // Of an output that never changes no input has a share.
    return variance > 0
      ? { firstOrder: first / sample.length / variance, total: total / (2 * sample.length * variance) }
      : { firstOrder: 0, total: 0 };
  });
};

const everyRow = (points: number): Uint32Array => Uint32Array.from({ length: points }, (_, row) => row);

/**
 * First order Σ yB(yABi − yA) ÷ N ÷ V (Saltelli 2010, table 2 b) and total Σ (yA − yABi)² ÷ 2NV (Jansen, f). Centred outputs
 * have the same expectation and far less noise; without centring the published figures of others are reproduced.
 */
export const sensitivityIndices = (
  outputs: DesignOutputs,
  { isCentred = true, firstPoints = outputs.points } = {},
): readonly SensitivityIndices[] => indicesOf(outputs, everyRow(firstPoints), isCentred);

const spread = (value: number, replicates: readonly number[]): Estimate => {
  const sorted = Float64Array.from(replicates).sort();
  return { value, low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) };
};

/** Estimates with bootstrap intervals: whole rows of the design, or of its beginning, are drawn again, variance included. */
export const estimateSensitivity = (
  outputs: DesignOutputs,
  settings: { readonly random: RandomSource; readonly replicates: number; readonly firstPoints?: number },
): readonly SensitivityEstimate[] => {
  const { random, replicates, firstPoints = outputs.points } = settings;
  const drawn = Array.from({ length: replicates }, () => {
    const sample = Uint32Array.from({ length: firstPoints }, () => Math.floor(random() * firstPoints));
    return indicesOf(outputs, sample, true);
  });
  return sensitivityIndices(outputs, { firstPoints }).map(({ firstOrder, total }, dimension) => ({
    firstOrder: spread(
      firstOrder,
      drawn.map((indices) => indices[dimension]?.firstOrder ?? Number.NaN),
    ),
    total: spread(
      total,
      drawn.map((indices) => indices[dimension]?.total ?? Number.NaN),
    ),
  }));
};
