import type { ComponentNode } from '#contract/index-score.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';

interface RuleMarkProps {
  readonly provenance: ComponentNode['ruleProvenance'];
}

/** Says beside a component that the rule behind its points is inferred or unknown; nothing when it is written down. */
export const RuleMark = ({ provenance }: RuleMarkProps) => {
  const { ruleIs } = useMessages(sharedMessages).certainty;
  if (provenance === 'unknown') return <CertaintyMark certainty="unknown" />;
  if (provenance !== 'inferred') return null;
  return (
    <span>
      {ruleIs} <CertaintyMark certainty="inferred" />
    </span>
  );
};
