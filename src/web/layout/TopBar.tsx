import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { NoticeBell } from './NoticeBell.tsx';
import { SearchButton } from './SearchButton.tsx';
import styles from './TopBar.module.css';

/** The bar above every page: the name of the system, search, what waits, account. */
export const TopBar = () => {
  const { productName, tagline } = useMessages(sharedMessages);
  return (
    <div className={styles.bar}>
      <Link to="/" className={styles.brand}>
        <img src="/lotus.svg" alt="" width={26} height={26} />
        <span className={styles.name}>{productName}</span>
        <span className={styles.tagline}>{tagline}</span>
      </Link>
      <SearchButton />
      <div className={styles.own}>
        <NoticeBell />
        <AccountMenu />
      </div>
    </div>
  );
};
