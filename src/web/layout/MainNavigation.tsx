import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { useSession } from '#web/session/session.ts';
import { splitNavigation } from './navigation.ts';
import styles from './MainNavigation.module.css';

/** The main navigation: a column of words at the left, on a phone a bar at the bottom. */
export const MainNavigation = () => {
  const { navigation, shell } = useMessages(sharedMessages);
  const { permittedActions } = useSession();
  const { entries, onPhone } = splitNavigation(permittedActions);
  return (
    <nav aria-label={shell.mainNavigation} className={styles.navigation}>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.to} {...(!onPhone.includes(entry) && { className: styles.notOnPhone })}>
            <Link
              to={entry.to}
              activeOptions={{ exact: entry.to === '/', includeSearch: false }}
              className={styles.link}
              activeProps={{ 'data-active': true }}
            >
              <entry.icon size={18} strokeWidth={1.75} aria-hidden="true" />
              <span>{navigation[entry.name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
