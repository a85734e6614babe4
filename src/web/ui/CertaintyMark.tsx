import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './CertaintyMark.module.css';

/** How sure a figure or a rule is; the same words stand beside figures on every page. */
export type Certainty =
  'estimate' | 'provisional' | 'inferred' | 'unknown' | 'simulated' | 'document' | 'decision';

interface CertaintyMarkProps {
  readonly certainty: Certainty;
  /** More exact words than the usual ones. */
  readonly children?: string;
}

/** Says beside a figure how sure it is. */
export const CertaintyMark = ({ certainty, children }: CertaintyMarkProps) => {
  const words = useMessages(sharedMessages).certainty;
  return (
    <span className={styles.mark} data-certainty={certainty}>
      {children ?? words[certainty]}
    </span>
  );
};
