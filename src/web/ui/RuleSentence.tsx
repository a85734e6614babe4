import type { DataItem } from '#contract/scoring.ts';
import type { Rule } from '#core/scoring/rule.ts';

interface RuleSentenceProps {
  readonly rule: Rule;
  readonly items: readonly DataItem[];
}

export const RuleSentence = ({ rule, items }: RuleSentenceProps) => (
  <span data-kind={rule.kind}>{items.length}</span>
);
