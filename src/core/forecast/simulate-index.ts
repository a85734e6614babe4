import type { Framework } from '#core/scoring/framework.ts';
import { listIndicators } from '#core/scoring/framework.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import { type Bounds, drawValue, type SeriesForecast } from './forecast-series.ts';
import type { RandomSource } from '#core/kernel/random-source.ts';
import { drawOnce, drawPoints, type Uncertainty } from './uncertain-points.ts';

/** A forecast of an item with the range that its values can't leave. */
export interface ItemForecast {
  readonly item: ItemCode;
  readonly bounds: Bounds;
  readonly forecast: SeriesForecast;
}

/** Points drawn many times: of the whole index, and how much each indicator varies. */
export interface Simulation {
  /** The total of each draw, from the lowest to the highest. */
  readonly totals: Float64Array;
  readonly mean: number;
  /** Variance of the points of each indicator; they are drawn independently, so the variances add up. */
  readonly variances: readonly { readonly code: string; readonly variance: number }[];
}

/** Draws the index: items from their forecasts, rules and inferred figures from what they may be. */
export const simulateIndex = (
  framework: Framework,
  forecasts: readonly ItemForecast[],
  uncertainty: Omit<Uncertainty, 'framework' | 'forecastItems'>,
  draws: number,
  random: RandomSource,
): Simulation => {
  const forecastItems = new Set(forecasts.map(({ item }) => item));
  const indicators = listIndicators(framework).map((indicator) => ({
    code: indicator.code,
    points: drawPoints(indicator, { ...uncertainty, framework, forecastItems }),
    sum: 0,
    squares: 0,
  }));
  const varying = indicators.filter(({ points }) => typeof points !== 'number');
  const fixed = indicators.reduce(
    (total, { points }) => (typeof points === 'number' ? total + points : total),
    0,
  );
  const totals = new Float64Array(draws);
  const drawn = new Map<ItemCode, number>();
  for (let place = 0; place < draws; place += 1) {
    for (const { item, bounds, forecast } of forecasts) drawn.set(item, drawValue(forecast, bounds, random));
    let total = fixed;
    for (const indicator of varying) {
      const points = drawOnce(indicator.points, drawn, random);
      total += points;
      indicator.sum += points;
      indicator.squares += points * points;
    }
    totals[place] = total;
  }
  return {
    totals: totals.sort(),
    mean: totals.reduce((sum, total) => sum + total, 0) / draws,
    variances: indicators.map(({ code, sum, squares }) => ({
      code,
      variance: Math.max(0, squares / draws - (sum / draws) ** 2),
    })),
  };
};

/** The value below which the given part of the draws lies. */
export const quantileOf = ({ totals }: Simulation, probability: number): number => {
  const place = (totals.length - 1) * probability;
  const [below, above] = [totals[Math.floor(place)] ?? 0, totals[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
};

/** A probability with the standard error of its estimate. */
export interface Probability {
  readonly estimate: number;
  readonly error: number;
}

/** How probable it is that the goal is reached. */
export const probabilityOf = ({ totals }: Simulation, goal: number): Probability => {
  const reached = totals.reduce((count, total) => count + (total >= goal ? 1 : 0), 0);
  const estimate = reached / totals.length;
  return { estimate, error: Math.sqrt((estimate * (1 - estimate)) / totals.length) };
};
