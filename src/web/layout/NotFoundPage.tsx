import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { Page } from '#web/ui/Page.tsx';
import styles from './Standalone.module.css';

/** Stands at an address that has no page. */
export const NotFoundPage = () => {
  const { shell, kit } = useMessages(sharedMessages);
  return (
    <main className={styles.main}>
      <Page title={shell.pageNotFound} lead={shell.pageNotFoundMend}>
        <div>
          <Button component={Link} to="/">
            {kit.goToOverview}
          </Button>
        </div>
      </Page>
    </main>
  );
};
