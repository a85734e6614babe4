import type { DataItem } from '#contract/scoring.ts';
import type { Rule } from '#core/scoring/rule.ts';
import { useLocale } from '#web/i18n/locale.tsx';
import { namesOf, SCORING_WORDINGS } from './scoring-wordings.ts';

interface RuleSentenceProps {
  readonly rule: Rule;
  /** The data items that the rule speaks of, for their names. */
  readonly items: readonly DataItem[];
}

/** A rule in words. */
export const RuleSentence = ({ rule, items }: RuleSentenceProps) => {
  const { locale } = useLocale();
  return <>{SCORING_WORDINGS[locale].rule(rule, namesOf(items, locale))}</>;
};
