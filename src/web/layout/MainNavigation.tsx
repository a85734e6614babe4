import { Ellipsis } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { useSession } from '#web/session/session.ts';
import { type NavigationEntry, splitNavigation } from './navigation.ts';
import styles from './MainNavigation.module.css';
import { useBarPanel } from './use-bar-panel.ts';

/** What the bottom bar of a phone has no room for, behind its last button. */
const MoreEntries = ({ entries }: { readonly entries: readonly NavigationEntry[] }) => {
  const { navigation, shell } = useMessages(sharedMessages);
  const { box, isOpen, panelId, close, buttonProps } = useBarPanel();
  return (
    <div ref={box}>
      <button {...buttonProps} type="button" className={styles.link}>
        <Ellipsis size={18} strokeWidth={1.75} aria-hidden="true" />
        <span>{shell.more}</span>
      </button>
      {isOpen && (
        <ul id={panelId} className={styles.panel}>
          {entries.map((entry) => (
            <li key={entry.to}>
              <Link
                to={entry.to}
                activeOptions={{ exact: false, includeSearch: false }}
                className={styles.further}
                activeProps={{ 'data-active': true }}
                onClick={close}
              >
                <entry.icon size={18} strokeWidth={1.75} aria-hidden="true" />
                {navigation[entry.name]}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** The main navigation: a column of words at the left, on a phone a bar at the bottom. */
export const MainNavigation = () => {
  const { navigation, shell } = useMessages(sharedMessages);
  const { permittedActions } = useSession();
  const { entries, onPhone } = splitNavigation(permittedActions);
  const further = entries.filter((entry) => !onPhone.includes(entry));
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
        {further.length > 0 && (
          <li className={styles.onPhoneOnly}>
            <MoreEntries entries={further} />
          </li>
        )}
      </ul>
    </nav>
  );
};
