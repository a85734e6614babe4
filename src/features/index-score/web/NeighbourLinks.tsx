import { Link } from '@tanstack/react-router';
import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import styles from './ComponentPage.module.css';
import { indexMessages } from './messages.ts';

/** To the indicators before and after this one. */
export const NeighbourLinks = ({ component }: { readonly component: ComponentExplanation }) => {
  const { component: words } = useMessages(indexMessages);
  const { previousCode, nextCode } = component;
  return (
    <nav aria-label={words.neighbours} className={styles.neighbours}>
      {previousCode !== null && (
        <Link to="/bo-chi-so/$code" params={{ code: previousCode }} rel="prev">
          ← {words.previous}: {previousCode}
        </Link>
      )}
      {nextCode !== null && (
        <Link to="/bo-chi-so/$code" params={{ code: nextCode }} rel="next" className={styles.next ?? ''}>
          {words.next}: {nextCode} →
        </Link>
      )}
    </nav>
  );
};
