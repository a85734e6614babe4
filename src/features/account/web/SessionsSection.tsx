import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OwnSession } from '#features/account/own-account-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { describeBrowser } from './describe-browser.ts';
import { ownMessages } from './own-messages.ts';
import { ownSessionsQuery, useEndOtherSessions, useEndSession } from './own-queries.ts';

/** Where the person is signed in, and how to end that. */
export const SessionsSection = () => {
  const { sessions: words } = useMessages(ownMessages);
  const sessions = useQuery(ownSessionsQuery);
  const ending = useEndSession();
  const endingOthers = useEndOtherSessions();
  const failed = ending.error ?? endingOthers.error;
  const items = sessions.data?.items ?? [];
  return (
    <Section title={words.title}>
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <LoadingState lines={3} />}
      {failed !== null && <ErrorState error={failed} />}
      {sessions.data && (
        <SessionTable
          rows={items}
          onEnd={(id) => {
            ending.mutate(id);
          }}
        />
      )}
      {items.length > 1 && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            loading={endingOthers.isPending}
            onClick={() => {
              endingOthers.mutate();
            }}
          >
            {words.endOthers}
          </Button>
        </div>
      )}
    </Section>
  );
};

interface SessionTableProps {
  readonly rows: readonly OwnSession[];
  readonly onEnd: (id: string) => void;
}

const SessionTable = ({ rows, onEnd }: SessionTableProps) => {
  const { sessions: words } = useMessages(ownMessages);
  const format = useFormat();
  const { columns } = words;
  const nameOf = ({ userAgent }: OwnSession): string => {
    const { browser = words.unknown, system = words.unknown } = describeBrowser(userAgent);
    return words.on(browser, system);
  };
  return (
    <FigureTable
      caption={words.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'browser',
          title: columns.browser,
          cell: (row) => (
            <>
              {nameOf(row)}
              <span className={`${styles.quiet ?? ''} ${styles.block ?? ''}`}>
                {words.methods[row.method]}
              </span>
            </>
          ),
        },
        { key: 'address', title: columns.address, cell: ({ address }) => address ?? words.unknown },
        { key: 'opened', title: columns.opened, cell: ({ createdAt }) => format.instant(createdAt) },
        { key: 'seen', title: columns.seen, cell: ({ lastSeenAt }) => format.instant(lastSeenAt) },
        {
          key: 'action',
          title: columns.action,
          width: '12rem',
          cell: (row) =>
            row.isThis ? (
              words.here
            ) : (
              <Button
                size="xs"
                variant="default"
                aria-label={`${words.end}: ${nameOf(row)}`}
                onClick={() => {
                  onEnd(row.id);
                }}
              >
                {words.end}
              </Button>
            ),
        },
      ]}
    />
  );
};
