import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import styles from './IndexPage.module.css';
import { indexMessages } from './messages.ts';

/** What else there is to see of this score. */
export const IndexLinks = () => {
  const { links: words } = useMessages(indexMessages);
  return (
    <nav aria-label={words.label} className={styles.links}>
      <Link to="/bo-chi-so/neu-thi">{words.whatIf}</Link>
      <Link to="/bo-chi-so/ban-chot">{words.snapshots}</Link>
      <Link to="/bo-chi-so/ban-giai-trinh">{words.sheet}</Link>
    </nav>
  );
};
