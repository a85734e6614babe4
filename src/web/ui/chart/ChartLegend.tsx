import type { ReactNode } from 'react';
import styles from './Chart.module.css';

const SIGNS = {
  total: <rect x="2" y="3" width="20" height="8" fill="var(--mantine-color-dimmed)" />,
  gain: <rect x="2" y="3" width="20" height="8" fill="var(--senso-leaf)" />,
  loss: (
    <>
      <rect x="2" y="3" width="20" height="8" fill="var(--senso-lotus)" />
      <path d="M4 11 12 3 M10 11 18 3 M16 11 22 5" stroke="var(--senso-surface)" strokeWidth="1.5" />
    </>
  ),
  goal: <path d="M0 7 H24" stroke="var(--senso-lotus)" strokeWidth="2.5" strokeDasharray="6 3" />,
  line: <path d="M0 7 H24" stroke="var(--senso-leaf)" strokeWidth="2.5" />,
  forecast: <path d="M0 7 H24" stroke="var(--senso-leaf)" strokeWidth="2.5" strokeDasharray="3 3" />,
  band: <rect x="0" y="1" width="24" height="12" fill="var(--senso-leaf)" opacity="0.25" />,
  bar: <rect x="2" y="3" width="20" height="8" fill="var(--senso-leaf)" />,
  dot: <circle cx="12" cy="7" r="4.5" fill="var(--senso-leaf)" />,
  interval: (
    <path d="M2 7 H22 M2 3 V11 M22 3 V11" stroke="var(--mantine-color-text)" strokeWidth="1.5" fill="none" />
  ),
} as const satisfies Record<string, ReactNode>;

/** The signs that the pictures of the kit use. */
export type ChartSign = keyof typeof SIGNS;

interface ChartLegendProps {
  readonly entries: readonly { readonly sign: ChartSign; readonly name: string }[];
}

/** The signs of a picture and what they mean, as text of the page: it is read out, zoomed and printed like it. */
export const ChartLegend = ({ entries }: ChartLegendProps) => (
  <div className={styles.legend}>
    {entries.map(({ sign, name }) => (
      <span key={sign}>
        <svg viewBox="0 0 24 14" aria-hidden="true" className={styles.sign}>
          {SIGNS[sign]}
        </svg>
        {name}
      </span>
    ))}
  </div>
);
