import type { PointsRange } from '#contract/scoring.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { describeDifference, isNothing } from './describe-difference.ts';
import styles from './Difference.module.css';
import { scenarioMessages } from './messages.ts';

interface DifferenceProps {
  readonly difference: PointsRange;
  /** Leaves a difference of nothing out instead of writing 0,00. */
  readonly hideNothing?: boolean;
}

/** A difference in points with its sign, so that it is told from a figure without its colour. */
export const Difference = ({ difference, hideNothing = false }: DifferenceProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  if (isNothing(difference) && hideNothing) return null;
  const direction = isNothing(difference) ? 'same' : difference.low.startsWith('-') ? 'down' : 'up';
  return (
    <span className={styles.difference} data-direction={direction}>
      {describeDifference(difference, format, words)}
    </span>
  );
};
