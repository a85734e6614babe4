import { Link } from '@tanstack/react-router';
import type { Overview } from '#features/overview/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FindingList } from '#web/widgets/finding/FindingList.tsx';
import { Section } from '#web/ui/Section.tsx';
import { overviewMessages } from './messages.ts';

const SHOWN = 5;

/** The gravest contradictions between the plans, their figures and the rules. */
export const Contradictions = ({ contradictions }: Pick<Overview, 'contradictions'>) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  if (contradictions.total === 0) {
    return (
      <Section title={words.contradictionsTitle}>
        <EmptyState title={words.noContradictions} />
      </Section>
    );
  }
  return (
    <Section
      title={words.contradictionsTitle}
      lead={words.contradictionsLead(format.number(contradictions.total))}
      aside={<Link to="/mau-thuan">{words.allContradictions}</Link>}
    >
      <FindingList findings={contradictions.top.slice(0, SHOWN)} />
    </Section>
  );
};
