import { type Check, isNumber, isOneOf, unless } from './check-parameter.ts';
import type { Dataset } from './dataset.ts';
import { AGGREGATION_METHODS, type AggregateStep } from './recipe.ts';

/** Checks how children are made into one: for all aggregates, for levels and for single ones. */
export const checkAggregate = (step: AggregateStep, { aggregates }: Dataset): Check => {
  const own = Object.entries(step.byAggregate ?? {});
  const methods = [step.method, ...step.byLevel, ...own.map(([, method]) => method)];
  const { exponent } = step;
  const hasExponent = isNumber(exponent, -Infinity) && exponent !== 0;
  return [
    ...unless(isOneOf(step.method, AGGREGATION_METHODS), 'aggregate.method', step.method),
    ...step.byLevel.flatMap((method, level) =>
      unless(isOneOf(method, [...AGGREGATION_METHODS, null]), `aggregate.byLevel.${level}`, method),
    ),
    ...own.flatMap(([code, method]) => [
      ...unless(
        aggregates.some((aggregate) => aggregate.code === code),
        'aggregate.byAggregate',
        code,
      ),
      ...unless(isOneOf(method, AGGREGATION_METHODS), `aggregate.byAggregate.${code}`, method),
    ]),
    ...unless(!methods.includes('power') || hasExponent, 'aggregate.exponent', exponent),
    ...unless(
      isNumber(step.minimumAvailability, 0, 1),
      'aggregate.minimumAvailability',
      step.minimumAvailability,
    ),
    ...(step.minimumAvailabilityByLevel ?? []).flatMap((share, level) =>
      unless(share === null || isNumber(share, 0, 1), `aggregate.minimumAvailabilityByLevel.${level}`, share),
    ),
  ];
};
