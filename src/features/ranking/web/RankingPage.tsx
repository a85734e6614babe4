import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LeagueSnapshotSummary } from '#contract/league-snapshot.ts';
import type { League, LeagueRow, LeagueSummary } from '#features/ranking/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { filterRows } from './filter-rows.ts';
import { KeepLeague } from './KeepLeague.tsx';
import { KeptNotice } from './KeptNotice.tsx';
import { LeagueChart } from './LeagueChart.tsx';
import { LeagueFilters } from './LeagueFilters.tsx';
import { rankingMessages, type RankingWords } from './messages.ts';
import { MovesSummary } from './MovesSummary.tsx';
import { leagueQuery, leaguesQuery } from '#web/widgets/ranking/league-queries.ts';
import styles from './ranking.module.css';

/** Who leads, as the title says it. */
const findingOf = (league: League, column: string | null, format: Format, words: RankingWords): string => {
  const { rows, chosen, framework } = league;
  const subjects = words.subjects[framework.subjectKind](format.number(rows.length));
  const leaders = rows.filter(({ places }) => places[chosen]?.rank === rows[0]?.places[chosen]?.rank);
  const [first] = leaders;
  const place = first?.places[chosen];
  if (!first || !place) return words.findingNone(subjects);
  const points = format.pointsRange(place.points.low, place.points.high);
  const maximum = format.number(place.maximum);
  if (leaders.length > 1)
    return words.findingTie(format.number(leaders.length), subjects, column ?? words.total, points, maximum);
  return column === null
    ? words.finding(first.subject.name, subjects, points, maximum)
    : words.findingOfComponent(first.subject.name, subjects, column, points, maximum);
};

/** What a reader must know before trusting a rank. */
const Lead = ({ league }: { readonly league: League }) => {
  const words = useMessages(rankingMessages);
  return (
    <>
      {league.simulated && (
        <p className={styles.notice}>
          <CertaintyMark certainty="simulated" /> {words.simulatedLead}
        </p>
      )}
      {league.snapshot && <KeptNotice snapshot={league.snapshot} rows={league.rows} />}
      {league.framework.status === 'proposal' && <p className={styles.notice}>{words.proposal}</p>}
    </>
  );
};

const Method = ({ league }: { readonly league: League }) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  const { uncertainty, columns, chosen, rows, ties } = league;
  const isOpen = rows.some(({ places }) => {
    const points = places[chosen]?.points;
    return points !== undefined && points.low !== points.high;
  });
  const inPercent = (share: number): string => format.percent(Math.round(share * 100));
  return (
    <div className={styles.method}>
      {uncertainty && (
        <p>
          {words.howSure(
            inPercent(uncertainty.weightShare),
            format.number(uncertainty.draws),
            inPercent(uncertainty.coverage),
          )}
        </p>
      )}
      {columns[chosen]?.byPercent === true && <p>{words.byPercent}</p>}
      {isOpen && <p>{words.certainPoints}</p>}
      <p>{words.ties[ties]}</p>
    </div>
  );
};

const LeagueView = ({
  league,
  leagues,
}: {
  readonly league: League;
  readonly leagues: readonly LeagueSummary[];
}) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  const pick = usePickText();
  const { loai: kind, tim: name } = useSearch({ from: '/shell/xep-hang' });
  const [keeping, setKeeping] = useState<'closed' | 'open' | LeagueSnapshotSummary>('closed');
  const { framework, rows, columns, chosen, unreported } = league;
  const shown: readonly LeagueRow[] = filterRows(rows, { kind, name });
  const chosenColumn = columns[chosen];
  const component = chosenColumn?.componentCode ?? null;
  // What is kept is the present, whatever day is looked at.
  const mayKeep = league.actions.includes('score-snapshot.write') && !league.snapshot;
  const column = chosenColumn && component !== null ? `${component} ${pick(chosenColumn.name)}` : null;
  return (
    <Page
      wide
      title={findingOf(league, column, format, words)}
      eyebrow={words.eyebrow(pick(framework.title), String(framework.year))}
      lead={<Lead league={league} />}
      actions={
        <>
          {mayKeep && keeping !== 'open' && (
            <Button
              onClick={() => {
                setKeeping('open');
              }}
            >
              {words.kept.button}
            </Button>
          )}
          <Link to="/xep-hang/kiem-dinh" search={{ bang: framework.code }}>
            {words.auditLink}
          </Link>
          {framework.subjectKind === 'commune' && (
            <Link
              to="/ban-do"
              search={{ bang: framework.code, ...(component !== null && { 'chi-so': component }) }}
            >
              {words.mapLink}
            </Link>
          )}
        </>
      }
    >
      <KeepLeague league={league} state={mayKeep ? keeping : 'closed'} onChange={setKeeping} />
      <LeagueFilters leagues={leagues} league={league} />
      {shown.length === 0 ? (
        <EmptyState title={words.noMatch}>{words.noMatchHelp}</EmptyState>
      ) : (
        <div>
          <p role="status" className={styles.shown}>
            {shown.length < rows.length &&
              words.shown(format.number(shown.length), format.number(rows.length))}
          </p>
          <MovesSummary league={league} />
          <LeagueChart league={league} rows={shown} column={column ?? words.wholeIndex} />
          <Method league={league} />
        </div>
      )}
      {unreported.length > 0 && (
        <Section title={words.unreportedTitle} lead={words.unreportedLead}>
          <p>{format.list(unreported.map((subject) => subject.name))}</p>
        </Section>
      )}
    </Page>
  );
};

/** Rankings of agencies and communes; which one, and by what, stands in the address. */
const RankingPage = () => {
  const words = useMessages(rankingMessages);
  const search = useSearch({ from: '/shell/xep-hang' });
  const leagues = useQuery(leaguesQuery);
  const framework = search.bang ?? leagues.data?.items[0]?.framework.code;
  const league = useQuery({
    ...leagueQuery(framework, search['chi-so'], { snapshot: search.chot, since: search['so-voi'] }),
    placeholderData: (previous) => (previous?.framework.code === framework ? previous : undefined),
  });
  const failed = leagues.isError ? leagues : league.isError ? league : undefined;
  if (failed) {
    return (
      <Page title={words.loadingTitle}>
        <ErrorState error={failed.error} where={words.page} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (leagues.isSuccess && leagues.data.total === 0) {
    return (
      <Page title={words.noneTitle}>
        <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
      </Page>
    );
  }
  if (!leagues.isSuccess || !league.isSuccess) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  // Another framework is another league: what was being kept belongs to the one before.
  return <LeagueView key={framework ?? ''} league={league.data} leagues={leagues.data.items} />;
};

export default RankingPage;
