import { useQuery } from '@tanstack/react-query';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { systemQuery } from '#web/session/session.ts';
import styles from './Strip.module.css';

/** Says on every page that the figures are a demonstration, where they are. */
export const DemonstrationBanner = () => {
  const { data: system } = useQuery(systemQuery);
  const { shell } = useMessages(sharedMessages);
  if (system?.profile !== 'demonstration') return null;
  return (
    <p role="note" className={styles.strip} data-kind="demonstration">
      <strong>{shell.demonstration}.</strong> {shell.demonstrationNote}
    </p>
  );
};
