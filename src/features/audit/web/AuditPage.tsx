import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { exportAuditEvents } from '#features/audit/contract.ts';
import { addressOf } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './Audit.module.css';
import { filterOf } from './audit-address.ts';
import { EventFilters } from './EventFilters.tsx';
import { EventTable } from './EventTable.tsx';
import { auditMessages } from './messages.ts';
import { auditEventsQuery } from './queries.ts';
import { Verification } from './Verification.tsx';

const Events = () => {
  const { events: words } = useMessages(auditMessages);
  const filter = filterOf(useSearch({ from: '/shell/quan-tri/nhat-ky' }));
  const found = useInfiniteQuery(auditEventsQuery(filter));
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingState lines={12} />;
  const events = found.data.pages.flatMap(({ items }) => items);
  if (events.length === 0) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>;
  return (
    <>
      <EventTable events={events} />
      {found.hasNextPage && (
        <Button
          className={styles.more ?? ''}
          variant="default"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
};

/** The audit trail: its events by person, action, subject and day, and the check that it is whole. */
const AuditPage = () => {
  const words = useMessages(auditMessages);
  const filter = filterOf(useSearch({ from: '/shell/quan-tri/nhat-ky' }));
  const mayRead = usePermission('audit.read');
  if (!mayRead) {
    return (
      <Page title={words.denied.title} eyebrow={words.eyebrow}>
        <EmptyState title={words.denied.text} />
      </Page>
    );
  }
  return (
    <Page
      wide
      title={words.title}
      eyebrow={words.eyebrow}
      lead={words.lead}
      actions={
        <Button
          component="a"
          variant="default"
          href={addressOf(exportAuditEvents, { query: filter })}
          download
        >
          {words.events.export}
        </Button>
      }
    >
      <Verification />
      <Section title={words.events.title}>
        <EventFilters />
        <Events />
      </Section>
    </Page>
  );
};

export default AuditPage;
