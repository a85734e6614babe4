import { forecastIndex, type IndexForecast } from '#core/forecast/forecast-index.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { decimal, type DecimalText, publish } from '#core/kernel/decimal.ts';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { publishInterval } from '#core/scoring/evaluate.ts';
import { findComponent, findDataItem, type Framework, listIndicators } from '#core/scoring/framework.ts';
import { findPredecessorMean } from '#core/scoring/published-scores.ts';
import type { Db } from '#server/db/database.ts';
import { type IndexData, type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import { findStatedGoal, listPublishedTotals } from '#server/scoring/stated-scores.ts';
import type { IndexForecastView } from './contract.ts';
import { listPeriodValues, type StoredPeriodValue } from './store.ts';

/** What may be asked of a forecast. */
export interface ForecastOrder extends IndexSelection {
  readonly goal?: DecimalText | undefined;
  readonly seed?: number | undefined;
  /** Percent. */
  readonly inferredHolds?: number | undefined;
}

// The error of a probability is below half a percent, and the answer comes within a moment.
const DRAWS = 10_000;
const SEED = 1;
// Two documents that contradict each other, or a value derived from a printed score: nothing speaks for more.
const INFERRED_HOLDS = 50;
const DRIVERS = 8;

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

const itemsWith = (
  values: readonly StoredPeriodValue[],
  isMeant: (value: StoredPeriodValue) => boolean,
): ReadonlySet<string> => new Set(values.filter(isMeant).map(({ item }) => item));

const itemViews = (
  { framework, stored }: IndexData,
  found: IndexForecast,
  periodValues: readonly StoredPeriodValue[],
): IndexForecastView['items'] =>
  found.items.map(({ item, observations, forecast, interval }) => {
    const declared = findDataItem(framework, item);
    const base = stored.find((value) => value.item === item);
    return {
      item,
      itemName: declared?.name ?? { vi: item, en: item },
      unit: declared?.kind === 'number' ? declared.unit : null,
      componentCodes: listIndicators(framework)
        .filter(({ dataItems }) => dataItems.includes(item))
        .map(({ code }) => code),
      observations: observations.map(({ period, value }) => {
        const figure = periodValues.find((one) => one.item === item && one.period === period);
        const origin = figure?.origin ?? base?.origin ?? 'entered';
        return { period, value, kind: figure?.kind ?? 'final', origin };
      }),
      method: forecast.method,
      expected: rounded(forecast.expected, 4),
      interval: interval && { low: rounded(interval.low, 4), high: rounded(interval.high, 4) },
    };
  });

const periodViews = (framework: Framework, found: IndexForecast): IndexForecastView['periods'] =>
  found.periods.map(({ period, observed, mean, bands }) => ({
    period,
    observed: observed && publishInterval(observed, framework.policies.rounding),
    mean: rounded(mean, 2),
    bands: bands.map(({ probability, low, high }) => ({
      probability,
      low: rounded(low, 2),
      high: rounded(high, 2),
    })),
  }));

const findPublishedMean = async (
  db: Db,
  { framework, subject }: IndexData,
): Promise<IndexForecastView['publishedMean']> => {
  const totals = await listPublishedTotals(
    db,
    framework.code,
    subject.predecessors.map(({ code }) => code),
  );
  const year = Math.max(...totals.map((total) => total.year));
  const points = totals.flatMap((total) => (total.year === year ? [total.points] : []));
  const mean = points.length === subject.predecessors.length ? findPredecessorMean(points) : undefined;
  return mean ? { year, points: publish(mean, framework.policies.rounding) } : null;
};

/** The forecast of a subject's index to the end of the year of its latest period. */
export const answerForecast = async (db: Db, order: ForecastOrder): Promise<IndexForecastView | Refusal> => {
  const data = await loadIndex(db, order);
  if (isRefusal(data)) return data;
  const { framework, values, stored, subject, key } = data;
  const periodValues = await listPeriodValues(db, key);
  const goal = order.goal ?? (await findStatedGoal(db, key))?.points ?? null;
  const { seed = SEED, inferredHolds = INFERRED_HOLDS } = order;
  const found = forecastIndex(
    {
      framework,
      values,
      league: data.leagueWith(values),
      periodValues,
      inferredItems: new Set(stored.filter(({ origin }) => origin === 'inferred').map(({ item }) => item)),
      estimatedItems: itemsWith(periodValues, ({ kind }) => kind === 'estimate'),
      simulatedItems: itemsWith(periodValues, ({ origin }) => origin === 'simulated'),
    },
    { goal, draws: DRAWS, inferredHolds: inferredHolds / 100, openRandom: () => createRandomSource(seed) },
  );
  if (isRefusal(found)) return found;
  return {
    framework: { code: framework.code, version: framework.version, title: framework.title },
    subject: { code: subject.code, name: subject.name },
    maximum: framework.maximumPoints,
    year: found.year,
    goal: goal && decimal(goal).toFixed(),
    publishedMean: await findPublishedMean(db, data),
    periods: periodViews(framework, found),
    items: itemViews(data, found, periodValues),
    probability: found.probability && {
      estimate: rounded(found.probability.estimate, 4),
      error: rounded(found.probability.error, 4),
    },
    drivers: found.drivers.slice(0, DRIVERS).map(({ code, part }) => ({
      code,
      name: findComponent(framework, code)?.name ?? { vi: code, en: code },
      part: rounded(part, 4),
    })),
    assumptions: [...found.assumptions],
    draws: DRAWS,
    seed,
  };
};
