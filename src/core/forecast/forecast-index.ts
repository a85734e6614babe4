import { decimal, type DecimalText } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { type DataValues, reported } from '#core/scoring/data-value.ts';
import { computeIndexScore } from '#core/scoring/evaluate.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import type { Interval } from '#core/scoring/interval.ts';
import { valueOf } from '#core/scoring/measure.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import { type ForecastAssumption, listForecastAssumptions } from './assumptions.ts';
import {
  type Bounds,
  forecastSeries,
  intervalOf,
  type Observation,
  type SeriesForecast,
} from './forecast-series.ts';
import type { ForecastGround } from './forecast-ground.ts';
import { endOfPeriod, listQuartersAfter, type Period, period, yearOfPeriod } from './period.ts';
import type { RandomSource } from '#core/kernel/random-source.ts';
import {
  type ItemForecast,
  type Probability,
  probabilityOf,
  quantileOf,
  simulateIndex,
  type Simulation,
} from './simulate-index.ts';

export interface ForecastSettings {
  readonly goal: DecimalText | null;
  readonly draws: number;
  /** How probable it is that an inferred figure holds, between 0 and 1. */
  readonly inferredHolds: number;
  /** Gives a source of draws that always begins at the same place. */
  readonly openRandom: () => RandomSource;
}

/** A data item from period to period, and what is expected of it. */
export interface ItemOutlook {
  readonly item: ItemCode;
  readonly observations: readonly { readonly period: Period; readonly value: DecimalText }[];
  readonly forecast: SeriesForecast;
  /** Holds the value with `INTERVAL_PROBABILITY`; null when nothing supports one. */
  readonly interval: Bounds | null;
}

/** The index at the end of a period, drawn with what is open about it. */
export interface PeriodOutlook {
  readonly period: Period;
  /** What the rules give by the figures up to the period; null for a period that is still ahead. */
  readonly observed: Interval | null;
  readonly mean: number;
  readonly bands: readonly { readonly probability: number; readonly low: number; readonly high: number }[];
}

export interface IndexForecast {
  readonly year: number;
  readonly items: readonly ItemOutlook[];
  readonly periods: readonly PeriodOutlook[];
  /** Null without a goal. */
  readonly probability: Probability | null;
  /** The indicators that make the total uncertain, with their part of its variance, the largest first. */
  readonly drivers: readonly { readonly code: string; readonly part: number }[];
  readonly assumptions: readonly ForecastAssumption[];
}

/** With which probability an item lies in its interval. */
const INTERVAL_PROBABILITY = 0.8;
/** Bands of the total, the widest first. */
const BANDS = [0.95, 0.8, 0.5];
/** How many times fewer draws a period that is over gets. */
const PAST_SHARE = 5;

const boundsOf = (framework: Framework, item: ItemCode): Bounds => {
  const declared = findDataItem(framework, item);
  if (declared?.kind !== 'number') return { low: 0, high: Infinity };
  return {
    low: declared.minimum === null ? 0 : Number(declared.minimum),
    high: declared.maximum === null ? Infinity : Number(declared.maximum),
  };
};

/** The series of each item that has figures by period, begun by the value of the year that the framework assesses. */
const listSeries = ({ framework, values, periodValues }: ForecastGround) => {
  const baseYear = period(String(framework.assessmentYear));
  return [...groupBy(periodValues, ({ item }) => item)].map(([item, found]) => {
    const base = valueOf(values, item);
    const later = found
      .filter((value) => endOfPeriod(value.period) > endOfPeriod(baseYear))
      .sort((a, b) => endOfPeriod(a.period) - endOfPeriod(b.period));
    const isKnown = base.state === 'value' && base.comparator === '=';
    const first = isKnown ? [{ period: baseYear, value: base.value }] : [];
    return {
      item,
      observations: [...first, ...later.map(({ period: at, value }) => ({ period: at, value }))],
    };
  });
};

type Series = ReturnType<typeof listSeries>[number];

const asObservations = ({ observations }: Series): readonly Observation[] =>
  observations.map(({ period: at, value }) => ({ time: endOfPeriod(at), value: Number(value) }));

const forecastAt = (series: readonly Series[], time: number, framework: Framework): readonly ItemForecast[] =>
  series.flatMap((one) => {
    const bounds = boundsOf(framework, one.item);
    const forecast = forecastSeries(asObservations(one), time, bounds);
    return forecast ? [{ item: one.item, bounds, forecast }] : [];
  });

/** The values as they were known at the end of a period. */
const valuesAt = (values: DataValues, series: readonly Series[], time: number): DataValues =>
  new Map([
    ...values,
    ...series.flatMap(({ item, observations }) => {
      const last = observations.findLast(({ period: at }) => endOfPeriod(at) <= time);
      return last ? [[item, reported(last.value)] as const] : [];
    }),
  ]);

const observedPeriods = (series: readonly Series[]): readonly Period[] => {
  const periods = new Set(series.flatMap(({ observations }) => observations.map(({ period: at }) => at)));
  return [...periods].sort((a, b) => endOfPeriod(a) - endOfPeriod(b));
};

const driversOf = ({ variances }: Simulation): IndexForecast['drivers'] => {
  const total = variances.reduce((sum, { variance }) => sum + variance, 0);
  return variances
    .filter(({ variance }) => variance > 0)
    .map(({ code, variance }) => ({ code, part: variance / total }))
    .sort((a, b) => b.part - a.part);
};

const outlookOf = (simulation: Simulation, at: Period, observed: Interval | null): PeriodOutlook => ({
  period: at,
  observed,
  mean: simulation.mean,
  bands: BANDS.map((probability) => ({
    probability,
    low: quantileOf(simulation, (1 - probability) / 2),
    high: quantileOf(simulation, (1 + probability) / 2),
  })),
});

/**
 * Forecasts the index to the end of the year of its latest period, under the rules of the framework as they are. Refused when
 * no item has figures of two periods: then nothing says where anything is going.
 */
export const forecastIndex = (
  ground: ForecastGround,
  settings: ForecastSettings,
): IndexForecast | Refusal<'forecast.too-few-periods'> => {
  const { framework, values } = ground;
  const series = listSeries(ground);
  const moving = series.filter(({ observations }) => observations.length > 1);
  const times = moving.flatMap(({ observations }) => observations.map(({ period: at }) => at));
  const latest = times.reduce<Period | undefined>(
    (last, at) => (last && endOfPeriod(last) >= endOfPeriod(at) ? last : at),
    undefined,
  );
  if (!latest) return refuse('forecast.too-few-periods', { periodItems: series.length });
  const year = yearOfPeriod(latest);
  const quarters = listQuartersAfter(endOfPeriod(latest), year);
  // A year that is over is not forecast any more: what is open then is how sure its figures are.
  const targets = quarters.length > 0 ? quarters : [latest];
  const known = (at: Period): DataValues => valuesAt(values, series, endOfPeriod(at));
  const score = (at: Period) =>
    computeIndexScore(framework, known(at), ground.league ? { league: ground.league } : {});
  const simulate = (at: Period, forecasts: readonly ItemForecast[], draws: number): Simulation => {
    const { league, inferredItems } = ground;
    const atStake = new Map([...score(at).byCode].map(([code, { maximum }]) => [code, maximum.toNumber()]));
    const uncertainty = {
      ...{ values: known(at), league, inferredItems, inferredHolds: settings.inferredHolds, atStake },
    };
    return simulateIndex(framework, forecasts, uncertainty, draws, settings.openRandom());
  };
  const ahead = targets.map((at) => ({
    at,
    simulation: simulate(at, forecastAt(moving, endOfPeriod(at), framework), settings.draws),
  }));
  // Of what is past only the rules and inferred figures are open: fewer draws tell as much.
  const past = observedPeriods(series).filter((at) => !targets.includes(at));
  const pastDraws = Math.ceil(settings.draws / PAST_SHARE);
  const end = ahead.at(-1)?.simulation ?? simulate(latest, [], settings.draws);
  const forecasts = forecastAt(series, year + 1, framework);
  return {
    year,
    items: series.flatMap((one) => {
      const found = forecasts.find(({ item }) => item === one.item);
      if (!found) return [];
      const interval = intervalOf(found.forecast, INTERVAL_PROBABILITY, found.bounds) ?? null;
      return [{ item: one.item, observations: one.observations, forecast: found.forecast, interval }];
    }),
    periods: [
      ...past.map((at) => outlookOf(simulate(at, [], pastDraws), at, score(at).points)),
      ...ahead.map(({ at, simulation }) => outlookOf(simulation, at, null)),
    ],
    probability: settings.goal === null ? null : probabilityOf(end, decimal(settings.goal).toNumber()),
    drivers: driversOf(end),
    assumptions: listForecastAssumptions(ground, forecasts, year, settings.inferredHolds),
  };
};
