import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ownReminderMessages } from './own-messages.ts';
import { stopLinkQuery, useStopCopies } from './own-queries.ts';
import styles from './reminder.module.css';

const Confirm = ({ link }: { readonly link: string }) => {
  const { stop: words } = useMessages(ownReminderMessages);
  const { data, error } = useQuery(stopLinkQuery(link));
  const stopping = useStopCopies();
  const found = stopping.data ?? data;
  if (error) {
    return (
      <Page title={words.title}>
        <ErrorState error={error} />
      </Page>
    );
  }
  if (!found) {
    return (
      <Page title={words.title}>
        <LoadingState lines={3} />
      </Page>
    );
  }
  if (found.isStopped) return <Page title={words.done(found.displayName)} lead={words.lead} />;
  return (
    <Page title={words.ask(found.displayName)} lead={words.lead}>
      {stopping.isError && <ErrorState error={stopping.error} />}
      <div className={styles.buttons}>
        <Button loading={stopping.isPending} onClick={() => stopping.mutate(link)}>
          {words.confirm}
        </Button>
      </div>
    </Page>
  );
};

/** Where the link of a letter leads: whoever has it turns off that person's copies, and nothing else. */
const StopCopiesPage = () => {
  const { stop: words } = useMessages(ownReminderMessages);
  // The link stands behind `#`, which browsers keep to themselves: it comes into no log.
  const [link] = useState(() => window.location.hash.slice(1));
  return (
    <main className={styles.standalone}>
      {link === '' ? (
        <Page title={words.title}>
          <EmptyState title={words.missing} />
        </Page>
      ) : (
        <Confirm link={link} />
      )}
    </main>
  );
};

export default StopCopiesPage;
