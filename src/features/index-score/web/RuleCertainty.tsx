import { hasUnknown } from '#core/scoring/rule-parts.ts';
import type { Rule } from '#core/scoring/rule.ts';
import type { ComponentNode } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';

interface RuleCertaintyProps {
  readonly mark: NonNullable<ComponentNode['ruleProvenance']>;
  readonly rule: Rule | null;
}

/** How sure a rule is; a document that leaves a part of it open does not settle it. */
export const RuleCertainty = ({ mark, rule }: RuleCertaintyProps) => {
  const words = useMessages(sharedMessages).certainty;
  if (mark !== 'document' || rule === null || !hasUnknown(rule)) return <CertaintyMark certainty={mark} />;
  return <CertaintyMark certainty="unknown">{words.partlyUnknown}</CertaintyMark>;
};
