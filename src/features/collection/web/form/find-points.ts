import { decimal } from '#core/kernel/decimal.ts';
import { publishInterval } from '#core/scoring/evaluate.ts';
import { evaluateRule } from '#core/scoring/evaluate-rule.ts';
import { listRuleItems, listRuleMeasures } from '#core/scoring/rule-parts.ts';
import type { TextRange } from '#core/scoring/trace.ts';
import type { SubmissionForm } from '#contract/submission.ts';
import type { CheckedForm, FormIndicator, FormRow } from './check-form.ts';

// Where a numerator and a denominator are asked for, the rate between them is not.
const listNeeded = ({ rule }: FormIndicator): readonly string[] => {
  const rates = listRuleMeasures(rule).flatMap(({ fraction, rate }) => (fraction ? [rate] : []));
  return listRuleItems(rule).filter((code) => !rates.includes(code));
};

// Points for a figure that cannot be sent would be a promise.
const isInDoubt = ({ problem, findings }: FormRow): boolean =>
  problem !== null || findings.some(({ severity }) => severity === 'hard');

/**
 * What the figures of an indicator bring as they are entered, by its rule and rounded as published. Undefined where the
 * form does not ask for all that the rule needs, or for one subject's part of it only, and while nothing follows yet.
 */
export const findPoints = (
  { policies }: Pick<SubmissionForm, 'policies'>,
  indicator: FormIndicator,
  { rows }: CheckedForm,
): TextRange | undefined => {
  const subject = indicator.items[0]?.subject;
  const own = rows.filter(({ source }) => source.subject === subject && source.share === 'whole');
  if (own.some((row) => row.indicator.code === indicator.code && isInDoubt(row))) return undefined;
  const values = new Map(own.map(({ source, value }) => [source.item.code, value]));
  const needed = listNeeded(indicator);
  if (needed.length === 0 || !needed.every((code) => values.has(code))) return undefined;
  const maximum = decimal(indicator.maximumPoints);
  const { share, state } = evaluateRule(indicator.rule, { values, policies, maximum });
  if (state === 'no-data' || (share.low.isZero() && share.high.equals(1))) return undefined;
  return publishInterval(
    { low: share.low.times(maximum), high: share.high.times(maximum) },
    policies.rounding,
  );
};
