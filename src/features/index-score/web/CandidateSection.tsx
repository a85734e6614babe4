import type { ComponentExplanation } from '#features/index-score/contract.ts';
import type { DataItem } from '#contract/scoring.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import { Section } from '#web/ui/Section.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import { indexMessages } from './messages.ts';

type Candidate = ComponentExplanation['candidates'][number];

interface CandidateSectionProps {
  readonly title: string;
  readonly lead: string;
  readonly candidates: readonly Candidate[];
  readonly items: readonly DataItem[];
}

/** Rules that are possible while the true one is unknown or inferred, each with the points that it would give. */
export const CandidateSection = ({ title, lead, candidates, items }: CandidateSectionProps) => {
  const { component: words } = useMessages(indexMessages);
  const pick = usePickText();
  if (candidates.length === 0) return null;
  const columns: readonly FigureColumn<Candidate>[] = [
    { key: 'note', title: words.candidate, width: '45%', cell: ({ note }) => pick(note) },
    {
      key: 'rule',
      title: words.ruleTitle,
      cell: ({ rule }) => <RuleSentence rule={rule} items={items} />,
    },
    { key: 'points', title: words.points, kind: 'figure', cell: ({ points }) => <PointsRange {...points} /> },
  ];
  return (
    <Section title={title} lead={lead}>
      <FigureTable caption={title} columns={columns} rows={candidates} rowKey={({ code }) => code} />
    </Section>
  );
};
