import { useNetwork } from '@mantine/hooks';
import { useIsWaitingForServer } from '#web/api/wait-for-server.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './Strip.module.css';

/** Says that the network is down and what that means for the reader. */
export const ConnectionNotice = () => {
  const { online } = useNetwork();
  const isWaiting = useIsWaitingForServer();
  const { shell } = useMessages(sharedMessages);
  return (
    <div role="status">
      {(!online || isWaiting) && (
        <p className={styles.strip} data-kind="offline">
          {online ? shell.serverAway : shell.offline} {isWaiting && shell.pageComesLater}
        </p>
      )}
    </div>
  );
};
