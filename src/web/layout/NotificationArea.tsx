import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';

/** Where short messages appear. It loads after the page: nothing is announced before something has been done. */
const NotificationArea = () => <Notifications position="bottom-right" />;

export default NotificationArea;
