import type { DecimalText } from '#core/kernel/decimal.ts';
import { useFormat } from '#web/i18n/locale.tsx';
import styles from './PointsRange.module.css';

interface PointsRangeProps {
  readonly low: DecimalText;
  readonly high: DecimalText;
  /** The most that can be reached: `14,91 / 20`. */
  readonly maximum?: DecimalText;
}

/** Points as published; a range where an unknown rule or a missing figure leaves one. */
export const PointsRange = ({ low, high, maximum }: PointsRangeProps) => {
  const format = useFormat();
  return (
    <span className={styles.points}>
      {format.pointsRange(low, high)}
      {maximum !== undefined && <span className={styles.maximum}>{` / ${format.number(maximum)}`}</span>}
    </span>
  );
};
