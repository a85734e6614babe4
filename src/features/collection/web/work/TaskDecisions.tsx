import { Link } from '@tanstack/react-router';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { workMessages } from './messages.ts';
import { useTaskDecisions } from './task-queries.ts';
import styles from './Work.module.css';

/** What organizations have reported or asked for and the person decides on. Nothing while there is none. */
export const TaskDecisions = () => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const { confirmations, extensions, error, retry } = useTaskDecisions();
  if (error) {
    return (
      <Section title={words.decisions}>
        <ErrorState error={error} where={words.decisions} onRetry={retry} />
      </Section>
    );
  }
  if (confirmations + extensions === 0) return null;
  return (
    <Section title={words.decisions}>
      <ul className={styles.states}>
        {confirmations > 0 && (
          <li>
            <Link to="/nhiem-vu" search={{ xem: 'danh-sach', cho: 'xac-nhan' }}>
              {words.confirmations(format.number(confirmations))}
            </Link>
          </li>
        )}
        {extensions > 0 && (
          <li>
            <Link to="/nhiem-vu" search={{ xem: 'danh-sach', cho: 'gia-han' }}>
              {words.extensions(format.number(extensions))}
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
};
