import type { League } from '#features/ranking/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { rankingMessages } from './messages.ts';
import { type Move, summariseMoves } from './summarise-moves.ts';
import { writeRank } from './write-rank.ts';
import styles from './ranking.module.css';

/** What has moved since the earlier ranking, in two sentences; who no longer stands in it is named. */
export const MovesSummary = ({ league }: { readonly league: League }) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  const { earlier, rows, chosen, departed } = league;
  if (!earlier) return null;
  const { up, down, same, isNew, risen, fallen } = summariseMoves(rows, chosen);
  const name = earlier.snapshot
    ? words.ofSnapshot(earlier.snapshot.name, format.instant(earlier.snapshot.takenAt))
    : words.ofYear(String(earlier.year));
  const counts = words.moves(name, format.number(up), format.number(down), format.number(same));
  const tell = (move: Move, sentence: typeof words.mostRisen): string =>
    sentence(move.name, writeRank(move.from, format), writeRank(move.to, format));
  return (
    <p className={styles.moves}>
      {`${counts}${isNew > 0 ? words.movesNew(format.number(isNew)) : ''}. `}
      {risen && `${tell(risen, words.mostRisen)} `}
      {fallen && `${tell(fallen, words.mostFallen)} `}
      {departed.length > 0 &&
        words.departed(
          format.list(departed.map(({ subject, label }) => `${subject.name} (${writeRank(label, format)})`)),
        )}
      {earlier.simulated && !league.simulated && (
        <>
          {' '}
          <CertaintyMark certainty="simulated" /> {words.earlierSimulated}
        </>
      )}
    </p>
  );
};
