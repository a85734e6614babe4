import { VisuallyHidden } from '@mantine/core';
import type { LeaguePlace } from '#features/ranking/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { rankingMessages } from './messages.ts';
import { writeRank } from './write-rank.ts';
import styles from './ranking.module.css';

/** Places won or lost since the earlier ranking, and the place then: a shape and a word, never a colour alone. */
export const RankChange = ({ change, earlier }: Pick<LeaguePlace, 'change' | 'earlier'>) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  if (change === null || earlier === null) return <span className={styles.quiet}>{words.isNew}</span>;
  if (change === 0) return <span className={styles.quiet}>{words.same}</span>;
  const places = format.number(Math.abs(change));
  return (
    <span className={styles.rank}>
      <span className={change > 0 ? styles.up : styles.down}>
        <span aria-hidden="true">{change > 0 ? '▲' : '▼'}</span>{' '}
        {change > 0 ? words.up(places) : words.down(places)}
      </span>
      <span className={styles.interval}>{words.from(writeRank(earlier.label, format))}</span>
    </span>
  );
};

/** The same beside a rank by a main indicator, where there is room for a sign and a figure alone. */
export const ShortRankChange = ({ change, earlier }: Pick<LeaguePlace, 'change' | 'earlier'>) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  if (change === null || earlier === null)
    return <span className={styles.shortChange}>{words.isNewShort}</span>;
  if (change === 0) return null;
  const places = format.number(Math.abs(change));
  return (
    <span className={`${styles.shortChange ?? ''} ${(change > 0 ? styles.up : styles.down) ?? ''}`}>
      <span aria-hidden="true">
        {change > 0 ? '▲' : '▼'}
        {places}
      </span>
      <VisuallyHidden>
        {change > 0 ? words.up(places) : words.down(places)}, {words.from(writeRank(earlier.label, format))}
      </VisuallyHidden>
    </span>
  );
};
