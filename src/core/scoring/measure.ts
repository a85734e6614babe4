import { decimal } from '#core/kernel/decimal.ts';
import { BLANK, type DataValue, type DataValues } from './data-value.ts';
import type { ScoringPolicies } from './framework.ts';
import { divideQuantities, type Quantity, quantitySpan, readQuantity } from './quantity.ts';
import type { ItemCode, RatioMeasure } from './rule.ts';
import type { TraceStep } from './trace.ts';

/** What the data say about a measure. */
export type MeasureReading =
  | { readonly state: 'known'; readonly quantity: Quantity; readonly steps: readonly TraceStep[] }
  | { readonly state: 'blank'; readonly missing: readonly ItemCode[]; readonly steps: readonly TraceStep[] }
  | { readonly state: 'not-applicable'; readonly steps: readonly TraceStep[] }
  | {
      readonly state: 'zero-denominator';
      readonly policy: ScoringPolicies['zeroDenominator'];
      readonly steps: readonly TraceStep[];
    };

/** The value of an item; an absent one is blank. */
export const valueOf = (values: DataValues, item: ItemCode): DataValue => values.get(item) ?? BLANK;

/** Number of decimals that a decimal text is written with. */
export const decimalsOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
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
  if (numerator.state === 'not-applicable' || denominator.state === 'not-applicable') {
    return { state: 'not-applicable', steps };
  }
  if (numerator.state === 'blank' || denominator.state === 'blank') return undefined;
  const below = readQuantity(denominator);
  if (below.high?.isZero() === true) {
    return { state: 'zero-denominator', policy: policies.zeroDenominator, steps };
  }
  const above = readQuantity(numerator);
  const quantity = divideQuantities(above, below, decimal(measure.multiplier));
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
    decimals: decimalsOf(rate.value),
    unit: measure.unit,
  };
  return { state: 'known', quantity, steps: measure.fraction ? [given] : steps };
};
