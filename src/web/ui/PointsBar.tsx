import type { DecimalText } from '#core/kernel/decimal.ts';
import styles from './PointsBar.module.css';

/** Marks that stand on a bar of points; each has a shape of its own. */
export type PointsMark = 'goal' | 'forecast' | 'published' | 'predecessor';

interface PlacedMark {
  readonly mark: PointsMark;
  readonly points: DecimalText;
}

interface PointsBarProps {
  readonly low: DecimalText;
  readonly high: DecimalText;
  readonly maximum: DecimalText;
  /** Points that the full width stands for; the maximum when nothing is said. */
  readonly scale?: DecimalText;
  readonly marks?: readonly PlacedMark[];
}

// A picture needs no more than a pixel: binary numbers are enough here.
const percentOf = (points: DecimalText, scale: number): string =>
  `${Math.min(100, Math.max(0, (Number(points) / scale) * 100)).toFixed(2)}%`;

/**
 * Points as a bar: achieved for certain (solid), possible (hatched), the rest of the maximum (empty), with marks on it.
 * It is a picture only: the figures always stand beside it as text, so that it is hidden from assistive technology.
 */
export const PointsBar = ({ low, high, maximum, scale, marks = [] }: PointsBarProps) => {
  const full = Number(scale ?? maximum) || 1;
  return (
    <span aria-hidden="true" className={styles.bar}>
      <span className={styles.maximum} style={{ width: percentOf(maximum, full) }} />
      <span className={styles.possible} style={{ width: percentOf(high, full) }} />
      <span className={styles.achieved} style={{ width: percentOf(low, full) }} />
      {marks.map(({ mark, points }) => (
        <span
          key={`${mark}-${points}`}
          className={styles.mark}
          data-mark={mark}
          style={{ left: percentOf(points, full) }}
        />
      ))}
    </span>
  );
};

/** The parts and marks of a bar, for its legend. */
export const PointsSign = ({ sign }: { readonly sign: PointsMark | 'achieved' | 'possible' }) => (
  <span aria-hidden="true" className={styles.sign} data-sign={sign}>
    {sign === 'achieved' || sign === 'possible' ? (
      <span className={styles[sign]} />
    ) : (
      <span className={styles.mark} data-mark={sign} />
    )}
  </span>
);
