import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import styles from './IndexPage.module.css';
import { indexMessages } from './messages.ts';

/** What can be done with this score, from what to do next to what it rests on. */
export const IndexLinks = () => {
  const { links: words } = useMessages(indexMessages);
  const { framework, subject } = useIndexSubject();
  return (
    <nav aria-label={words.label} className={styles.links}>
      <Link to="/bo-chi-so/neu-thi" search={{ bo: framework, 'don-vi': subject }}>
        {words.whatIf}
      </Link>
      <Link to="/bo-chi-so/phuong-an-cai-thien">{words.improvement}</Link>
      <Link to="/bo-chi-so/du-bao">{words.forecast}</Link>
      <Link to="/bo-chi-so/ban-chot">{words.snapshots}</Link>
      <Link to="/bo-chi-so/ban-giai-trinh">{words.sheet}</Link>
      <Link to="/xep-hang">{words.ranking}</Link>
      <Link to="/ban-do">{words.map}</Link>
      <Link to="/bo-chi-so/khung">{words.frameworks}</Link>
    </nav>
  );
};
