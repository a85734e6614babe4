import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeliveryResult } from '#features/collection/delivery-contract.ts';
import { toProblem, ProblemError } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { describeProblem } from '#web/i18n/problem-sentences.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './deliveries.module.css';
import { deliveryMessages } from './messages.ts';
import { deliveriesQuery, deliveryQuery } from './queries.ts';

const useOutcomeWords = (): ((result: DeliveryResult) => string) => {
  const { log: words } = useMessages(deliveryMessages);
  const { problems } = useMessages(sharedMessages);
  return ({ outcome, code, details }) => {
    if (code === null || !Object.hasOwn(problems, code)) return words.outcomes[outcome];
    const problem = toProblem(new ProblemError(code as ProblemError['code'], details));
    return `${words.outcomes[outcome]}: ${describeProblem(problem, problems).what}`;
  };
};

const DeliveryResults = ({ id, caption }: { readonly id: string; readonly caption: string }) => {
  const { log: words } = useMessages(deliveryMessages);
  const outcomeWords = useOutcomeWords();
  const found = useQuery(deliveryQuery(id));
  if (found.isError) return <ErrorState error={found.error} />;
  if (!found.data) return <LoadingState lines={4} />;
  return (
    <FigureTable
      caption={caption}
      captionVisible
      rows={found.data.results.map((result, place) => ({ ...result, key: String(place) }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'organization', title: words.organization, cell: ({ organization }) => organization },
        { key: 'item', title: words.item, cell: ({ item }) => item },
        { key: 'outcome', title: words.outcome, cell: outcomeWords },
      ]}
    />
  );
};

/** The latest deliveries, each with what became of its figures. */
export const DeliveryLog = () => {
  const { log: words } = useMessages(deliveryMessages);
  const format = useFormat();
  const found = useQuery(deliveriesQuery);
  const [opened, setOpened] = useState<{ readonly id: string; readonly caption: string } | null>(null);
  return (
    <Section title={words.title}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <LoadingState lines={4} />}
      {found.data?.items.length === 0 && <p className={styles.quiet}>{words.empty}</p>}
      {found.data && found.data.items.length > 0 && (
        <FigureTable
          caption={words.title}
          rows={found.data.items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', title: words.at, cell: ({ at }) => format.instant(at) },
            { key: 'source', title: words.source, cell: ({ source }) => source.name },
            {
              key: 'kind',
              title: words.kind,
              cell: ({ isDryRun }) => (isDryRun ? words.rehearsal : words.real),
            },
            { key: 'taken', title: words.taken, kind: 'figure', cell: ({ taken }) => format.number(taken) },
            {
              key: 'unchanged',
              title: words.unchanged,
              kind: 'figure',
              cell: ({ unchanged }) => format.number(unchanged),
            },
            {
              key: 'refused',
              title: words.refused,
              kind: 'figure',
              cell: ({ refused }) => format.number(refused),
            },
            {
              key: 'details',
              title: words.details,
              cell: ({ id, source, at }) => {
                const caption = words.detailsOf(source.name, format.instant(at));
                return (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={caption}
                    aria-expanded={opened?.id === id}
                    onClick={() => {
                      setOpened(opened?.id === id ? null : { id, caption });
                    }}
                  >
                    {words.details}
                  </Button>
                );
              },
            },
          ]}
        />
      )}
      {opened && <DeliveryResults {...opened} />}
    </Section>
  );
};
