import { decimal, ZERO } from '#core/kernel/decimal.ts';
import { BLANK, type DataValue, type DataValues } from './data-value.ts';
import type { ScoringPolicies, ZeroDenominatorPolicy } from './policies.ts';
import type { LocalizedText } from './localized-text.ts';
import {
  divideQuantities,
  growthOf,
  isExactQuantity,
  type Quantity,
  quantitySpan,
  readQuantity,
  type Reported,
} from './quantity.ts';
import type { ItemCode, RatioMeasure } from './rule.ts';
import type { TraceStep } from './trace.ts';

/** What the data say about a measure. */
export type MeasureReading =
  | { readonly state: 'known'; readonly quantity: Quantity; readonly steps: readonly TraceStep[] }
  | { readonly state: 'blank'; readonly missing: readonly ItemCode[]; readonly steps: readonly TraceStep[] }
  | { readonly state: 'not-applicable'; readonly steps: readonly TraceStep[] }
  | {
      readonly state: 'zero-denominator';
      readonly policy: ZeroDenominatorPolicy;
      readonly steps: readonly TraceStep[];
    };

/** The value of an item; an absent one is blank. */
export const valueOf = (values: DataValues, item: ItemCode): DataValue => values.get(item) ?? BLANK;

/** Number of decimals that a decimal text is written with. */
export const decimalsOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

const roundsTo = (quantity: Quantity, stated: Reported): boolean => {
  const rate = readQuantity(stated);
  const half = isExactQuantity(rate) ? decimal(10).pow(-decimalsOf(stated.value)).dividedBy(2) : ZERO;
  const reachesUp = quantity.high === null || quantity.high.greaterThanOrEqualTo(rate.low.minus(half));
  return reachesUp && (rate.high === null || quantity.low.lessThanOrEqualTo(rate.high.plus(half)));
};

/** The step that says of a rate that it is stated beside the count, and whether the count gives it. */
export const listUnusedRate = (
  item: ItemCode | null,
  unit: LocalizedText,
  counted: Quantity,
  values: DataValues,
): readonly TraceStep[] => {
  const stated = item === null ? BLANK : valueOf(values, item);
  if (item === null || stated.state !== 'value') return [];
  const rate = quantitySpan(readQuantity(stated));
  return [{ kind: 'unused-rate', item, rate, unit, agrees: roundsTo(counted, stated) }];
};

const readGrowth = (
  measure: RatioMeasure,
  current: Quantity,
  previous: Quantity,
  steps: readonly TraceStep[],
): MeasureReading => {
  const quantity = growthOf(current, previous, decimal(measure.multiplier));
  const step: TraceStep = {
    kind: 'growth',
    current: quantitySpan(current),
    previous: quantitySpan(previous),
    multiplier: measure.multiplier,
    unit: measure.unit,
    result: quantitySpan(quantity),
  };
  return { state: 'known', quantity, steps: [...steps, step] };
};

const readFraction = (
  measure: RatioMeasure,
  fraction: NonNullable<RatioMeasure['fraction']>,
  values: DataValues,
  policies: ScoringPolicies,
): MeasureReading | undefined => {
  const numerator = valueOf(values, fraction.numerator);
  const denominator = valueOf(values, fraction.denominator);
  const steps: readonly TraceStep[] = [
    { kind: 'value', item: fraction.numerator, value: numerator },
    { kind: 'value', item: fraction.denominator, value: denominator },
  ];
  if (numerator.state === 'not-applicable') return { state: 'not-applicable', steps };
  if (denominator.state === 'not-applicable') {
    // Indicators share denominators: one that states its own rate still has something to say.
    const rate = measure.rate === null ? BLANK : valueOf(values, measure.rate);
    const standsAlone = numerator.state === 'blank' && rate.state === 'value';
    return standsAlone ? undefined : { state: 'not-applicable', steps };
  }
  if (numerator.state === 'blank' || denominator.state === 'blank') return undefined;
  const below = readQuantity(denominator);
  if (below.high?.isZero() === true) {
    return { state: 'zero-denominator', policy: policies.zeroDenominator, steps };
  }
  const above = readQuantity(numerator);
  const multiplier = decimal(measure.multiplier);
  if (measure.change === true) return readGrowth(measure, above, below, steps);
  const quantity = divideQuantities(above, below, multiplier);
  return {
    state: 'known',
    quantity,
    steps: [
      ...steps,
      {
        kind: 'fraction',
        numerator: quantitySpan(above),
        denominator: quantitySpan(below),
        multiplier: measure.multiplier,
        unit: measure.unit,
        result: quantitySpan(quantity),
      },
      ...listUnusedRate(measure.rate, measure.unit, quantity, values),
    ],
  };
};

/** Reads a measure: the fraction where it is known, otherwise the rate that was given. */
export const readMeasure = (
  measure: RatioMeasure,
  values: DataValues,
  policies: ScoringPolicies,
): MeasureReading => {
  const byFraction = measure.fraction && readFraction(measure, measure.fraction, values, policies);
  if (byFraction) return byFraction;

  const wanted = measure.fraction ? [measure.fraction.numerator, measure.fraction.denominator] : [];
  if (measure.rate === null) return { state: 'blank', missing: wanted, steps: [] };

  const rate = valueOf(values, measure.rate);
  const steps: readonly TraceStep[] = [{ kind: 'value', item: measure.rate, value: rate }];
  if (rate.state === 'not-applicable') return { state: 'not-applicable', steps };
  if (rate.state === 'blank') return { state: 'blank', missing: [...wanted, measure.rate], steps: [] };
  const quantity = readQuantity(rate);
  const given: TraceStep = {
    kind: 'given-rate',
    item: measure.rate,
    rate: quantitySpan(quantity),
    unit: measure.unit,
  };
  return { state: 'known', quantity, steps: measure.fraction ? [given] : steps };
};
