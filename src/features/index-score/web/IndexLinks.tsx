import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import styles from './IndexPage.module.css';
import { indexMessages } from './messages.ts';

/** What else there is to see of this score. */
export const IndexLinks = () => {
  const { links: words } = useMessages(indexMessages);
  const { subject } = useIndexSubject();
  // What follows is about the province's score; another subject has links of its own.
  if (subject !== undefined) return null;
  return (
    <nav aria-label={words.label} className={styles.links}>
      <Link to="/bo-chi-so/ban-chot">{words.snapshots}</Link>
      <Link to="/bo-chi-so/ban-giai-trinh">{words.sheet}</Link>
      <Link to="/xep-hang">{words.ranking}</Link>
      <Link to="/ban-do">{words.map}</Link>
    </nav>
  );
};
