import type { LeagueRow } from '#features/ranking/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { rankingMessages } from './messages.ts';
import { writeRank } from './write-rank.ts';
import styles from './ranking.module.css';

interface RankCellProps {
  readonly label: string | undefined;
  readonly interval: LeagueRow['interval'];
}

/** A rank with the interval that it lies in: `12, trong khoảng 9–17`. */
export const RankCell = ({ label, interval }: RankCellProps) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  if (label === undefined) return <span className={styles.quiet}>{words.notAsked}</span>;
  return (
    <span className={styles.rank}>
      <strong>{writeRank(label, format)}</strong>
      {interval && (
        <span className={styles.interval}>
          {interval.low === interval.high
            ? words.intervalFirm
            : words.interval(format.number(interval.low), format.number(interval.high))}
        </span>
      )}
    </span>
  );
};
