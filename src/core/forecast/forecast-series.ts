import type { RandomSource } from '#core/kernel/random-source.ts';
import { drawStudent } from './random-draws.ts';
import { studentQuantile } from './student-quantile.ts';

/** A value and when it was true, in years. */
export interface Observation {
  readonly time: number;
  readonly value: number;
}

/** The range that values can't leave, such as 0 to 100 for a percentage. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * What the observations allow to say of a later value:
 * `held`: one observation shows no movement; the value is kept and not varied.
 * `two-points`: a movement, but no sign of how regular it is; anything from standing still to twice the pace.
 * `drift`: the mean pace goes on, and how much it varied so far says how wide the interval is.
 */
export type SeriesForecast =
  | { readonly method: 'held'; readonly expected: number }
  | { readonly method: 'two-points'; readonly expected: number; readonly low: number; readonly high: number }
  | {
      readonly method: 'drift';
      readonly expected: number;
      /** Standard error of the forecast. */
      readonly error: number;
      readonly degrees: number;
    };

const within = (value: number, { low, high }: Bounds): number => Math.min(Math.max(value, low), high);

const pairsOf = (observations: readonly Observation[]): readonly (readonly [Observation, Observation])[] =>
  observations.slice(1).flatMap((later, place) => {
    const earlier = observations[place];
    return earlier ? [[earlier, later] as const] : [];
  });

/**
 * Forecasts a series by a random walk with drift: value(t) = last + pace × (t − last time) + error, the error's variance being
 * s² (h + h² ÷ T) after h years from T years of observations (Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd ed., §5.2 and §5.5), with Student's distribution because s is estimated from few changes.
 * Observations must be in the order of time, at different times; undefined without any.
 */
export const forecastSeries = (
  observations: readonly Observation[],
  time: number,
  bounds: Bounds,
): SeriesForecast | undefined => {
  const [first, last] = [observations[0], observations.at(-1)];
  if (!first || !last) return undefined;
  if (observations.length === 1) return { method: 'held', expected: last.value };
  const span = last.time - first.time;
  const ahead = time - last.time;
  const pace = (last.value - first.value) / span;
  const expected = within(last.value + pace * ahead, bounds);
  if (observations.length === 2) {
    const twice = within(last.value + 2 * pace * ahead, bounds);
    const [low, high] = [Math.min(last.value, twice), Math.max(last.value, twice)];
    return { method: 'two-points', expected, low, high };
  }
  const squares = pairsOf(observations).map(([earlier, later]) => {
    const between = later.time - earlier.time;
    return (later.value - earlier.value - pace * between) ** 2 / between;
  });
  const degrees = squares.length - 1;
  const variance = squares.reduce((total, square) => total + square, 0) / degrees;
  return { method: 'drift', expected, error: Math.sqrt(variance * (ahead + ahead ** 2 / span)), degrees };
};

/** The interval in which the value lies with the given probability; undefined when nothing supports one. */
export const intervalOf = (
  forecast: SeriesForecast,
  probability: number,
  bounds: Bounds,
): Bounds | undefined => {
  switch (forecast.method) {
    case 'held':
      return undefined;
    case 'two-points':
      return { low: forecast.low, high: forecast.high };
    case 'drift': {
      const reach = studentQuantile((1 + probability) / 2, forecast.degrees) * forecast.error;
      return {
        low: within(forecast.expected - reach, bounds),
        high: within(forecast.expected + reach, bounds),
      };
    }
  }
};

/** Draws a value that the forecast allows. */
export const drawValue = (forecast: SeriesForecast, bounds: Bounds, random: RandomSource): number => {
  switch (forecast.method) {
    case 'held':
      return forecast.expected;
    case 'two-points':
      return forecast.low + (forecast.high - forecast.low) * random();
    case 'drift':
      return within(forecast.expected + drawStudent(random, forecast.degrees) * forecast.error, bounds);
  }
};
