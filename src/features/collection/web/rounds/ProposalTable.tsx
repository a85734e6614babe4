import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RoundProposal } from '#features/collection/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { roundMessages } from './messages.ts';
import { proposalsQuery } from './queries.ts';
import { dueWords } from './round-words.ts';
import styles from './rounds.module.css';

interface ProposalTableProps {
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly isChosen: (proposal: RoundProposal) => boolean;
  readonly onChoose: (proposal: RoundProposal) => void;
}

const Day = ({ day }: { readonly day: string }) => {
  const format = useFormat();
  return <span className={styles.day}>{format.day(day)}</span>;
};

const YEARS_AHEAD = [-1, 0, 1, 2] as const;

/** The reports that the registered plans ask for in a year, in their words, with what their days mean. */
export const ProposalTable = ({ year, onYear, isChosen, onChoose }: ProposalTableProps) => {
  const words = useMessages(roundMessages);
  const { form } = words;
  const format = useFormat();
  const proposals = useQuery(proposalsQuery(year));
  const thisYear = Number(/\d{4}/u.exec(format.today())?.[0] ?? year);
  const years = [...new Set([...YEARS_AHEAD.map((ahead) => thisYear + ahead), year])].toSorted();
  return (
    <>
      <div className={styles.year}>
        <NativeSelect
          label={form.dutyYear}
          value={String(year)}
          data={years.map(String)}
          onChange={(event) => {
            onYear(Number(event.currentTarget.value));
          }}
        />
      </div>
      {proposals.isPending && <LoadingState lines={4} />}
      {proposals.isError && <ErrorState error={proposals.error} onRetry={() => void proposals.refetch()} />}
      {proposals.data?.items.length === 0 && (
        <EmptyState title={form.dutiesNone}>{form.dutiesNoneHelp}</EmptyState>
      )}
      {proposals.data && proposals.data.items.length > 0 && (
        <FigureTable
          caption={form.duties}
          rows={proposals.data.items}
          rowKey={({ dutyId, dueDay }) => `${dutyId} ${dueDay}`}
          columns={[
            {
              key: 'duty',
              title: form.duty,
              cell: ({ text, dateAsWritten }) => (
                <>
                  {text}
                  <br />
                  <span className={styles.quiet}>
                    {form.asWritten}: {dateAsWritten}
                  </span>
                </>
              ),
            },
            { key: 'document', title: form.document, cell: ({ document }) => document },
            { key: 'valid', title: form.validFor, cell: ({ validFor }) => validFor ?? '–' },
            { key: 'period', title: form.period, cell: ({ period }) => format.period(period) },
            { key: 'remind', title: form.remindDay, cell: ({ remindDay }) => <Day day={remindDay} /> },
            {
              key: 'due',
              title: form.dueDay,
              cell: (row) => <span className={styles.wholeWords}>{dueWords(row, format, words)}</span>,
            },
            { key: 'late', title: form.lateAfter, cell: ({ lateAfterDay }) => <Day day={lateAfterDay} /> },
            {
              key: 'choose',
              title: form.choose,
              cell: (proposal) => (
                <Button
                  size="compact-sm"
                  variant={isChosen(proposal) ? 'filled' : 'default'}
                  aria-pressed={isChosen(proposal)}
                  aria-label={form.chooseOf(
                    format.period(proposal.period),
                    dueWords(proposal, format, words),
                  )}
                  onClick={() => {
                    onChoose(proposal);
                  }}
                >
                  {isChosen(proposal) ? `✓ ${form.chosen}` : form.choose}
                </Button>
              ),
            },
          ]}
        />
      )}
    </>
  );
};
