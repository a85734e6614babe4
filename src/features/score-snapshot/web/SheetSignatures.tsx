import { useMessages } from '#web/i18n/locale.tsx';
import { snapshotMessages } from './messages.ts';
import styles from './Sheet.module.css';

const SIGNERS = ['maker', 'checker', 'head'] as const;

/** Places for the people who answer for the sheet. */
export const SheetSignatures = () => {
  const { signatures: words } = useMessages(snapshotMessages).sheet;
  return (
    <section aria-label={words.title} className={styles.signatures}>
      <p className={styles.date}>{words.place}</p>
      <div className={styles.signers}>
        {SIGNERS.map((signer) => (
          <div key={signer} className={styles.signer}>
            <strong>{words[signer]}</strong>
            <span className={styles.quiet}>{words.hint}</span>
          </div>
        ))}
      </div>
    </section>
  );
};
