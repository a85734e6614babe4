import { Button } from '@mantine/core';
import { useMessages } from '#web/i18n/locale.tsx';
import styles from './account.module.css';
import { ownMessages } from './own-messages.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes, shown once: the person says when they are kept. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => {
  const { factor: words } = useMessages(ownMessages);
  return (
    <div className={styles.form}>
      <h3>{words.recoveryTitle}</h3>
      <p className={styles.quiet}>{words.recoveryLead}</p>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code} className={styles.code}>
            {code}
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button onClick={onKept}>{words.kept}</Button>
        <Button
          variant="default"
          onClick={() => {
            window.print();
          }}
        >
          {words.print}
        </Button>
      </div>
    </div>
  );
};
