import type { PointsRange } from '#contract/scoring.ts';
import { useFormat } from '#web/i18n/locale.tsx';
import styles from './Difference.module.css';

/** Whether nothing of a difference is left where it is published. */
const isNothing = ({ low, high }: PointsRange): boolean => !/[1-9]/.test(low) && !/[1-9]/.test(high);

interface DifferenceProps {
  readonly difference: PointsRange;
  /** Leaves a difference of nothing out instead of writing 0,00. */
  readonly hideNothing?: boolean;
}

/** A difference in points with its sign, so that it is told from a figure without its colour. */
export const Difference = ({ difference, hideNothing = false }: DifferenceProps) => {
  const format = useFormat();
  if (isNothing(difference) && hideNothing) return null;
  const direction = isNothing(difference) ? 'same' : difference.low.startsWith('-') ? 'down' : 'up';
  return (
    <span className={styles.difference} data-direction={direction}>
      {format.signedPointsRange(difference.low, difference.high)}
    </span>
  );
};
