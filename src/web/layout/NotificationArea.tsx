import { MantineThemeProvider, Notification } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import '@mantine/notifications/styles.css';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';

/** Where short messages appear. */
const NotificationArea = (): ReactNode => {
  const { closeNotice } = useMessages(sharedMessages).shell;
  const named = Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': closeNotice } } });
  return (
    <MantineThemeProvider theme={{ components: { Notification: named } }}>
      <Notifications position="bottom-right" />
    </MantineThemeProvider>
  );
};

export default NotificationArea;
