import type { ReactNode } from 'react';
import { DemonstrationBanner } from '#web/layout/DemonstrationBanner.tsx';
import styles from './account.module.css';

/** The frame of a page outside navigation: before a person is wholly signed in. */
export const Standalone = ({ children }: { readonly children: ReactNode }) => (
  <>
    <header>
      <DemonstrationBanner />
    </header>
    <main className={styles.standalone}>{children}</main>
  </>
);
