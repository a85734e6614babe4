import { useQuery } from '@tanstack/react-query';
import { verifyLeagueSnapshot } from '#features/score-snapshot/contract.ts';
import type { League } from '#features/ranking/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { rankingMessages } from './messages.ts';
import styles from './ranking.module.css';

interface KeptNoticeProps {
  readonly snapshot: NonNullable<League['snapshot']>;
  readonly rows: League['rows'];
}

/** Which kept league is ranked, who kept it when, and whether it is still as it was then. */
export const KeptNotice = ({ snapshot, rows }: KeptNoticeProps) => {
  const { kept: words, kindsOfSnapshot } = useMessages(rankingMessages);
  const format = useFormat();
  const { id, name, kind, takenAt, takenBy } = snapshot;
  const { data: verification } = useQuery({
    queryKey: ['league-snapshots', id, 'verification'],
    queryFn: ({ signal }) => call(verifyLeagueSnapshot, { params: { id }, signal }),
  });
  const altered = rows.filter(({ subject }) => verification?.altered.includes(subject.code) === true);
  return (
    <p className={styles.notice} role="status">
      {words.rankedBy(name, kindsOfSnapshot[kind], format.instant(takenAt), takenBy ?? words.bySystem)}{' '}
      {verification && (
        <StateBadge tone={verification.holds ? 'good' : 'bad'}>
          {verification.holds ? words.holds : words.altered}
        </StateBadge>
      )}
      {altered.length > 0 && ` ${words.alteredOf(format.list(altered.map(({ subject }) => subject.name)))}`}
    </p>
  );
};
