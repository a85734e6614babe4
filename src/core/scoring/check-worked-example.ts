import { decimal, publish } from '#core/kernel/decimal.ts';
import type { DataValue, DataValues } from './data-value.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { ComponentIndicator, Framework, WorkedExample } from './framework.ts';
import { type Interval, isExact, scale, traceRange } from './interval.ts';
import { decimalsOf } from './measure.ts';
import { listRuleMeasures } from './rule-parts.ts';
import type { Rule } from './rule.ts';
import type { Trace } from './trace.ts';

/** What becomes of a printed score when its rule is applied to the printed value. */
export interface WorkedExampleCheck {
  readonly rule: Rule;
  /** Points that the rule gives for the value as printed. */
  readonly computed: Interval;
  /** Points over every rate that rounds to the printed one. */
  readonly overRounding: Interval;
  readonly verdict: 'given' | 'given-within-rounding' | 'not-given' | 'not-testable';
  readonly trace: Trace;
}

/** Half a unit of the last printed decimal, up or down: the printed rate may stand for any number between. */
const atRoundingEnd = (value: DataValue, direction: 1 | -1): DataValue => {
  if (value.state !== 'value' || value.comparator !== '=') return value;
  const half = decimal(10).pow(-decimalsOf(value.value)).dividedBy(2);
  const end = decimal(value.value).plus(half.times(direction));
  return { ...value, value: (end.isNegative() ? decimal(0) : end).toFixed() };
};

const moveRates = (values: DataValues, rates: ReadonlySet<string>, direction: 1 | -1): DataValues =>
  new Map(
    [...values].map(([item, value]) => [item, rates.has(item) ? atRoundingEnd(value, direction) : value]),
  );

/**
 * Applies the rule of a component, or the rule as the document words it, to a worked example and compares
 * with the printed points at their printed precision. A rate was rounded before it was printed: the points
 * agree within rounding when some rate that rounds to it gives them.
 */
export const checkWorkedExample = (
  framework: Framework,
  indicator: ComponentIndicator,
  example: WorkedExample,
): WorkedExampleCheck => {
  const rule = example.statedRule ?? indicator.rule;
  const maximum = decimal(indicator.maximumPoints);
  const values: DataValues = new Map(example.values.map(({ item, value }) => [item, value]));
  const evaluate = (input: DataValues) =>
    evaluateRule(rule, { values: input, policies: framework.policies, maximum });

  const outcome = evaluate(values);
  const computed = scale(outcome.share, maximum);
  const rates = new Set(
    listRuleMeasures(rule).flatMap((measure) => (measure.rate === null ? [] : [measure.rate])),
  );
  const overRounding: Interval = {
    low: scale(evaluate(moveRates(values, rates, -1)).share, maximum).low,
    high: scale(evaluate(moveRates(values, rates, 1)).share, maximum).high,
  };

  const printed = decimal(example.printedPoints);
  const places = decimalsOf(example.printedPoints);
  const mode = framework.policies.rounding.mode;
  const verdict = (): WorkedExampleCheck['verdict'] => {
    if (outcome.state === 'no-data') return 'not-testable';
    if (isExact(computed) && printed.equals(publish(computed.low, { places, mode }))) return 'given';
    const within =
      printed.greaterThanOrEqualTo(publish(overRounding.low, { places, mode })) &&
      printed.lessThanOrEqualTo(publish(overRounding.high, { places, mode }));
    return within && !isExact(overRounding) && isExact(computed) ? 'given-within-rounding' : 'not-given';
  };
  return {
    rule,
    computed,
    overRounding,
    verdict: verdict(),
    trace: [
      ...outcome.steps,
      {
        kind: 'points',
        share: traceRange(outcome.share),
        maximum: indicator.maximumPoints,
        points: traceRange(computed),
      },
    ],
  };
};
