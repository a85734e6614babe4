import { useQuery } from '@tanstack/react-query';
import { listFindings } from '#features/consistency/contract.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { FindingList } from '#web/widgets/finding/FindingList.tsx';
import { indexMessages } from './messages.ts';

/** The contradictions about an indicator; they come after the score, which need not wait for them. */
export const ComponentFindings = ({ code }: { readonly code: string }) => {
  const { component: words } = useMessages(indexMessages);
  const { data } = useQuery({
    queryKey: ['findings', { indicatorCode: code }],
    queryFn: ({ signal }) => call(listFindings, { query: { indicatorCode: code }, signal }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={words.findingsTitle} lead={words.findingsLead}>
      <FindingList findings={data.items} />
    </Section>
  );
};
