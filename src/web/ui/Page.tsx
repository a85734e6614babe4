import { useEffect, useRef, type ReactNode } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './Page.module.css';

interface PageProps {
  /** The finding, as a sentence: what the figures of the page say. It names the browser tab as well. */
  readonly title: string;
  /** Where we are, above the title: a label or a trail of links. */
  readonly eyebrow?: ReactNode;
  /** One or two sentences below the title. */
  readonly lead?: ReactNode;
  /** Buttons that belong to the whole page. */
  readonly actions?: ReactNode;
  /** Lets tables use all of the width. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** Moves the focus to the title after a navigation within the application, so that it is read out. */
const useTitleFocus = () => {
  const title = useRef<HTMLHeadingElement>(null);
  const arrivedByLink = useRouterState({ select: (state) => state.resolvedLocation !== undefined });
  const arrivedAtMount = useRef(arrivedByLink);
  useEffect(() => {
    const hasOtherFocus = document.activeElement !== null && document.activeElement !== document.body;
    const leavesNavigation = document.activeElement?.closest('nav, header') !== null;
    if (arrivedAtMount.current && (!hasOtherFocus || leavesNavigation)) {
      title.current?.focus({ preventScroll: true });
    }
  }, []);
  return title;
};

/** The frame of a page: its finding as the title, then picture, table and source. */
export const Page = ({ title, eyebrow, lead, actions, wide = false, children }: PageProps) => {
  const { productName } = useMessages(sharedMessages);
  const heading = useTitleFocus();
  return (
    <article className={wide ? styles.wide : styles.page}>
      <title>{`${title} · ${productName}`}</title>
      <header className={styles.header}>
        <div className={styles.headline}>
          {eyebrow !== undefined && <div className={styles.eyebrow}>{eyebrow}</div>}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </article>
  );
};
