import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface EmptyStateProps {
  /** Why there is nothing. */
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Stands where nothing is: says why and what to do. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className={styles.notice} data-kind="empty">
    <p className={styles.title}>{title}</p>
    {children !== undefined && <div className={styles.text}>{children}</div>}
    {action !== undefined && <div className={styles.action}>{action}</div>}
  </div>
);
