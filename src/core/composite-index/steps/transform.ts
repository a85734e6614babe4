import type { Transformation, Treatment } from '#core/composite-index/recipe.ts';
import { findExtremes, momentsOf, type Run } from '#core/composite-index/statistics/moments.ts';

type Bend = (value: number) => number;

const boxCox =
  (lambda: number, from: number): Bend =>
  (value) =>
    lambda === 0 ? Math.log(value - from) : ((value - from) ** lambda - 1) / lambda;

const logShifted = (run: Run): Bend => {
  const { lowest, highest } = findExtremes(run);
  return (value) => Math.log(value - lowest + 0.01 * (highest - lowest));
};

const logShiftedBySkew = (run: Run): Bend => {
  if (momentsOf(run).skewness > 0) return logShifted(run);
  const { lowest, highest } = findExtremes(run);
  return (value) => -Math.log(highest + 0.01 * (highest - lowest) - value);
};

const logByMaximum = (run: Run): Bend => {
  const { lowest, highest } = findExtremes(run);
  return (value) => Math.log(((highest - 1) * (value - lowest)) / (highest - lowest) + 1);
};

const BENDS: Readonly<Record<Transformation, (run: Run, lambda: number) => Bend>> = {
  none: () => (value) => value,
  'log-shifted': logShifted,
  'log-shifted-by-skew': logShiftedBySkew,
  'log-plus-one': (run) => boxCox(0, findExtremes(run).lowest - 1),
  'log-by-maximum': logByMaximum,
  'box-cox': (run, lambda) => boxCox(lambda, findExtremes(run).lowest - 1),
  'box-cox-unshifted': (_run, lambda) => boxCox(lambda, 0),
};

/**
 * Bends a column in place by a formula made of its own extremes. Returns the first row whose number has no value under it, as
 * zero has no logarithm, or −1.
 */
export const transform = (
  run: Run,
  transformation: Transformation,
  { lambda = 1 }: Pick<Treatment, 'lambda'>,
): number => {
  const bend = BENDS[transformation](run, lambda);
  let lost = -1;
  for (let place = run.from; place < run.from + run.length; place += 1) {
    const value = run.data[place] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const bent = bend(value);
    run.data[place] = bent;
    if (lost < 0 && !Number.isFinite(bent)) lost = place - run.from;
  }
  return lost;
};
