import { useQuery } from '@tanstack/react-query';
import { Section } from '#web/ui/Section.tsx';
import { FindingList } from '#web/widgets/finding/FindingList.tsx';
import { itemFindingsQuery } from './queries.ts';
import { useWording } from './wording.ts';

/** The contradictions in which an item takes part. */
export const ItemFindings = ({ itemId }: { readonly itemId: string }) => {
  const { plan } = useWording();
  const { data } = useQuery(itemFindingsQuery(itemId));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={plan.item.findings} lead={plan.item.findingsLead}>
      <FindingList findings={data.items} />
    </Section>
  );
};
