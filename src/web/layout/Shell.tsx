import { Outlet } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { SessionEndDialog } from '#web/session/SessionEndDialog.tsx';
import { DemonstrationBanner } from './DemonstrationBanner.tsx';
import { MainNavigation } from './MainNavigation.tsx';
import { TopBar } from './TopBar.tsx';
import { usePublishedHeight } from './use-published-height.ts';
import styles from './Shell.module.css';

const MAIN = 'noi-dung';

/** The frame of every page of a signed-in person: banner, top bar, navigation, content. */
export const Shell = () => {
  const { shell } = useMessages(sharedMessages);
  const top = usePublishedHeight('--senso-top');
  return (
    <div className={styles.shell}>
      <a
        href={`#${MAIN}`}
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(MAIN)?.focus();
        }}
      >
        {shell.skipToContent}
      </a>
      <header ref={top} className={styles.top}>
        <DemonstrationBanner />
        <TopBar />
      </header>
      <div className={styles.side}>
        <MainNavigation />
      </div>
      <SessionEndDialog />
      <main id={MAIN} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  );
};
