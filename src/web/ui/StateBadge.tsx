import type { ReactNode } from 'react';
import styles from './StateBadge.module.css';

/** What a state means for the reader. Each tone has a shape of its own, so that colour is never alone. */
export type StateTone = 'good' | 'bad' | 'warning' | 'running' | 'neutral' | 'open';

const SHAPES = {
  good: <path d="M2 6.5 5 9.5 10 3" fill="none" strokeWidth="2" />,
  bad: <path d="M6 1 11.5 11 H0.5 Z" />,
  warning: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" strokeWidth="1.6" />
      <path d="M6 1.4 A4.6 4.6 0 0 1 6 10.6 Z" stroke="none" />
    </>
  ),
  running: <path d="M3 1.5 10 6 3 10.5 Z" />,
  neutral: <rect x="2" y="2" width="8" height="8" />,
  open: <circle cx="6" cy="6" r="4.2" fill="none" strokeWidth="1.8" />,
} as const satisfies Record<StateTone, ReactNode>;

interface StateBadgeProps {
  readonly tone: StateTone;
  /** The state in words. */
  readonly children: ReactNode;
}

/** A state as a word with a shape. */
export const StateBadge = ({ tone, children }: StateBadgeProps) => (
  <span className={styles.badge} data-tone={tone}>
    <svg viewBox="0 0 12 12" aria-hidden="true" className={styles.shape}>
      {SHAPES[tone]}
    </svg>
    {children}
  </span>
);
