import { Button } from '@mantine/core';
import { useState } from 'react';
import { BLANK } from '#core/scoring/data-value.ts';
import type { RoundStanding, SumStanding } from '#features/collection/follow-up-contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { roundMessages } from './messages.ts';
import { Saved } from './Saved.tsx';
import { SumDecisionForm } from './SumDecisionForm.tsx';
import styles from './rounds.module.css';

interface SumSectionProps {
  readonly roundId: string;
  readonly standing: RoundStanding;
}

/** The province's figures that organizations add up to: how far they go, where they differ, what was decided. */
export const SumSection = ({ roundId, standing }: SumSectionProps) => {
  const { sums: words } = useMessages(roundMessages);
  const format = useFormat();
  const [decided, setDecided] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { sums, mayWrite } = standing;
  if (sums.length === 0) return null;
  const differing = sums.filter(({ difference }) => difference !== null).length;
  const open = sums.filter(({ isOpen, decision }) => isOpen && decision === null).length;
  const chosen = sums.find(({ item }) => item.code === decided);
  return (
    <Section title={words.title} lead={words.lead}>
      <Saved sentence={saved} />
      {differing > 0 && <p className={styles.attention}>{words.finding(format.number(differing))}</p>}
      {open > 0 && <p className={styles.attention}>{words.openFinding(format.number(open))}</p>}
      {chosen && (
        <SumDecisionForm
          key={chosen.item.code}
          roundId={roundId}
          sum={chosen}
          onClose={() => {
            setDecided(null);
          }}
          onSaved={() => {
            setDecided(null);
            setSaved(words.form.saved);
          }}
        />
      )}
      <SumTable
        sums={sums}
        onDecide={
          mayWrite
            ? (item) => {
                setSaved(null);
                setDecided(item);
              }
            : undefined
        }
      />
    </Section>
  );
};

interface SumTableProps {
  readonly sums: readonly SumStanding[];
  readonly onDecide: ((item: string) => void) | undefined;
}

const SumTable = ({ sums, onDecide }: SumTableProps) => {
  const words = useMessages(roundMessages);
  const { sums: own } = words;
  const format = useFormat();
  const { locale } = useLocale();
  const pick = usePickText();
  return (
    <FigureTable
      caption={own.title}
      rows={sums}
      rowKey={({ item }) => item.code}
      columns={[
        { key: 'item', title: own.item, cell: ({ item, indicator }) => `${indicator} ${pick(item.name)}` },
        {
          key: 'accepted',
          title: own.accepted,
          kind: 'figure',
          cell: ({ accepted, asked, blank }) => (
            <>
              {words.ofAll(format.number(accepted), format.number(asked))}
              {blank > 0 && <span className={styles.quiet}> · {own.blanks(format.number(blank))}</span>}
            </>
          ),
        },
        {
          key: 'sum',
          title: own.sum,
          kind: 'figure',
          cell: ({ item, sum }) => describeValue(item, sum, locale),
        },
        {
          key: 'own',
          title: own.own,
          kind: 'figure',
          cell: ({ item, own: known }) => describeValue(item, known ?? BLANK, locale),
        },
        {
          key: 'difference',
          title: own.difference,
          kind: 'figure',
          cell: ({ difference }) => (difference === null ? '–' : `⚠ ${format.number(difference)}`),
        },
        {
          key: 'decision',
          title: own.decision,
          cell: ({ item, decision, isOpen }) => (
            <>
              {decision &&
                own.decided(
                  own.decisions[decision.decision],
                  format.number(decision.accepted),
                  format.number(decision.asked),
                  decision.by ?? '',
                  format.instant(decision.at),
                )}{' '}
              {isOpen && onDecide && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={own.decideOf(pick(item.name))}
                  onClick={() => {
                    onDecide(item.code);
                  }}
                >
                  {own.decide}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  );
};
