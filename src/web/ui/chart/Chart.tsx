import { lazy, Suspense } from 'react';
import type { BuildDrawing } from './chart-drawing.ts';
import styles from './Chart.module.css';

const EchartsPlace = lazy(() => import('./EchartsPlace.tsx'));

interface ChartProps {
  /** Builds the picture. Keep the function while its figures are the same: a new one draws again. */
  readonly build: BuildDrawing;
  /** What the picture shows, in a sentence, for those who don't see it. */
  readonly description: string;
  /** Hears the name of a datum that was clicked. What it leads to must be reached from the table too. */
  readonly onSelect?: (name: string) => void;
}

/** A picture of figures, whose library is fetched when the first one is shown. Use it through `ChartWithTable`. */
export const Chart = ({ build, description, onSelect }: ChartProps) => (
  <div role="img" aria-label={description}>
    <Suspense fallback={<div className={styles.waiting} />}>
      <EchartsPlace build={build} onSelect={onSelect} />
    </Suspense>
  </div>
);
