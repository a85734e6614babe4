import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { PointsBar } from '#web/ui/PointsBar.tsx';
import { Section } from '#web/ui/Section.tsx';
import { AssumptionTable } from './Assumptions.tsx';
import { IndexTree } from './IndexTree.tsx';
import { indexMessages } from './messages.ts';
import { ProvenanceSection } from './ProvenanceSection.tsx';
import { StatedScores } from './StatedScores.tsx';

/** A main indicator: the sum of its component indicators. */
export const GroupSections = ({ component }: { readonly component: ComponentExplanation }) => {
  const words = useMessages(indexMessages);
  const { points, maximum, children, assumptions } = component;
  return (
    <>
      <PointsBar {...points} maximum={maximum} />
      <Section title={words.component.childrenTitle}>
        <IndexTree nodes={children} />
      </Section>
      <StatedScores component={component} />
      {assumptions.length > 0 && (
        <Section title={words.assumptionsTitle}>
          <AssumptionTable assumptions={assumptions} />
        </Section>
      )}
      <ProvenanceSection component={component} />
    </>
  );
};
