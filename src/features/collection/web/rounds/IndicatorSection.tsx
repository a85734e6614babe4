import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isPlanIndicator, shownCode } from '#core/task-progress/task-codes.ts';
import type { IndicatorStanding } from '#features/collection/follow-up-contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { roundMessages } from './messages.ts';

interface IndicatorSectionProps {
  readonly indicators: readonly IndicatorStanding[];
  /** Its indicators have pages in the index of the province. */
  readonly isOfProvince: boolean;
}

/** Which indicators wait for organizations that are late or were returned. */
export const IndicatorSection = ({ indicators, isOfProvince }: IndicatorSectionProps) => {
  const { indicators: words, list } = useMessages(roundMessages);
  const format = useFormat();
  const pick = usePickText();
  const [isWhole, setWhole] = useState(false);
  const waiting = indicators
    .filter(({ late, returned }) => late + returned > 0)
    .toSorted((one, other) => other.late + other.returned - one.late - one.returned);
  const rows = isWhole ? indicators : waiting;
  const count = (key: 'asked' | 'sent' | 'accepted' | 'late' | 'returned', title: string) => ({
    ...{ key, title, kind: 'figure' as const, width: '7rem' },
    cell: (row: IndicatorStanding) => format.number(row[key]),
  });
  return (
    <Section
      title={words.title}
      lead={waiting.length === 0 && !isWhole ? words.none : words.lead}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? words.showWaiting : words.showAll}
        </Button>
      }
    >
      {rows.length > 0 && (
        <FigureTable
          caption={words.title}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'indicator',
              title: words.indicator,
              cell: ({ code, name }) => {
                const text = `${shownCode(code)} ${pick(name)}`.trim();
                return isOfProvince && !isPlanIndicator(code) ? (
                  <Link to="/bo-chi-so/$code" params={{ code }}>
                    {text}
                  </Link>
                ) : (
                  text
                );
              },
            },
            count('asked', words.asked),
            count('sent', list.sent),
            count('accepted', list.accepted),
            count('late', list.late),
            count('returned', list.returned),
          ]}
        />
      )}
    </Section>
  );
};
