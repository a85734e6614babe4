import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { rankingMessages } from './messages.ts';
import styles from './ranking.module.css';

/** Places won or lost since the earlier year: a shape and a word, never a colour alone. */
export const RankChange = ({ change }: { readonly change: number | null }) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  if (change === null) return <span className={styles.quiet}>{words.isNew}</span>;
  if (change === 0) return <span className={styles.quiet}>{words.same}</span>;
  const places = format.number(Math.abs(change));
  return (
    <span className={change > 0 ? styles.up : styles.down}>
      <span aria-hidden="true">{change > 0 ? '▲' : '▼'}</span>{' '}
      {change > 0 ? words.up(places) : words.down(places)}
    </span>
  );
};
