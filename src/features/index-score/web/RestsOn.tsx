import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import styles from './ComponentPage.module.css';
import { indexMessages } from './messages.ts';

interface RestsOnProps {
  readonly assumptions: ComponentExplanation['assumptions'];
}

/** Says right below the points that they rest on assumptions, and on which. */
export const RestsOn = ({ assumptions }: RestsOnProps) => {
  const words = useMessages(indexMessages);
  const format = useFormat();
  if (assumptions.length === 0) return null;
  const kinds = [...new Set(assumptions.map(({ kind }) => words.assumptionKinds[kind]))];
  return (
    <p className={styles.note}>
      {words.component.restsOnTitle}: {format.list(kinds)}
    </p>
  );
};
