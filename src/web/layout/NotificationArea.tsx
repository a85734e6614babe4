import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import '@mantine/notifications/styles.css';

/** Where short messages appear. It loads after the page: nothing is announced before something has been done. */
const NotificationArea = (): ReactNode => <Notifications position="bottom-right" />;

export default NotificationArea;
