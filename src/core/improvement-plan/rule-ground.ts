import type { Decimal } from '#core/kernel/decimal.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import { evaluateRule } from '#core/scoring/evaluate-rule.ts';
import type { ScoringPolicies } from '#core/scoring/policies.ts';
import type { ItemCode, Rule } from '#core/scoring/rule.ts';
import type { League, RuleOutcome } from '#core/scoring/rule-outcome.ts';
import type { Way } from './improvement-option.ts';
import type { Ground } from './measure-way.ts';

/** What the ways of a rule are looked for in, with the rules of the framework and the others of the league. */
export interface RuleGround extends Ground {
  readonly policies: ScoringPolicies;
  /** Absent where the subject is scored alone. */
  readonly league?: League | undefined;
  /** The place in the rule tree, so that each choice has a name of its own. */
  readonly place: string;
}

/** Lists the ways of a rule inside another one that is worth `points`. */
export type ListInner = (rule: Rule, points: Decimal, ground: RuleGround) => readonly Way[];

/** What a rule earns now, or when an item had another value. */
export const outcomeOn = (
  { values, policies, league }: RuleGround,
  maximum: Decimal,
  rule: Rule,
  change?: { readonly item: ItemCode; readonly value: DataValue },
): RuleOutcome => {
  const changed = change ? new Map([...values, [change.item, change.value] as const]) : values;
  return evaluateRule(rule, { values: changed, policies, maximum, ...(league && { league }) });
};

/** The ground of a part of the rule. */
export const partOf = (ground: RuleGround, part: string): RuleGround => ({
  ...ground,
  place: `${ground.place}/${part}`,
});
