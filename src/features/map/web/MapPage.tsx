import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { BoundarySet, MappedUnit } from '#features/map/contract.ts';
import type { League, LeagueSummary } from '#features/ranking/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { leagueQuery, leaguesQuery } from '#web/widgets/ranking/league-queries.ts';
import { BoundarySection } from './BoundarySection.tsx';
import { buildShapes } from './build-shapes.ts';
import { shadeLeague, type Shading } from './league-on-map.ts';
import { MapFilters } from './MapFilters.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapTable } from './MapTable.tsx';
import { mapMessages, type MapWords } from './messages.ts';
import { mapQuery } from './queries.ts';
import { UnitMap } from './UnitMap.tsx';
import styles from './map.module.css';

/** What the map shows, as the title says it. */
const findingOf = (
  league: League,
  by: Shading['by'],
  column: string,
  format: Format,
  words: MapWords,
): string => {
  const placed = league.rows.filter(({ places }) => places[league.chosen]);
  const [first, last] = [placed[0], placed.at(-1)];
  const [best, worst] = [first?.places[league.chosen], last?.places[league.chosen]];
  if (!first || !last || !best || !worst) return words.findingNone(column);
  if (by === 'rank') return words.findingRank(first.subject.name, last.subject.name, column);
  return words.finding(
    format.points(worst.points.low),
    format.points(best.points.low),
    format.number(placed.length),
    column,
  );
};

interface MapViewProps {
  readonly leagues: readonly LeagueSummary[];
  readonly league: League;
  readonly units: readonly MappedUnit[];
  readonly boundarySet: BoundarySet | null;
}

const MapView = ({ leagues, league, units, boundarySet }: MapViewProps) => {
  const words = useMessages(mapMessages);
  const format = useFormat();
  const pick = usePickText();
  const search = useSearch({ from: '/shell/ban-do' });
  const by = search.xem === 'hang' ? 'rank' : 'points';
  const shading = useMemo(() => shadeLeague(league, by), [league, by]);
  const boundaries = search.ve === 'tam' ? null : (boundarySet?.boundaries ?? null);
  const drawing = useMemo(() => buildShapes(units, boundaries), [units, boundaries]);
  const { framework, columns, chosen } = league;
  const chosenColumn = columns[chosen];
  const component = chosenColumn?.componentCode ?? null;
  const column = chosenColumn && component !== null ? `${component} ${pick(chosenColumn.name)}` : words.total;
  return (
    <Page
      wide
      title={findingOf(league, by, column, format, words)}
      eyebrow={words.eyebrow(pick(framework.title), String(framework.year))}
      lead={
        league.simulated && (
          <p className={styles.notice}>
            <CertaintyMark certainty="simulated" /> {words.simulatedLead}
          </p>
        )
      }
      actions={
        <Link
          to="/xep-hang"
          search={{ bang: framework.code, ...(component !== null && { 'chi-so': component }) }}
        >
          {words.rankingLink}
        </Link>
      }
    >
      <MapFilters leagues={leagues} league={league} />
      <div className={styles.layout}>
        <div className={styles.picture}>
          <UnitMap
            title={words.mapTitle(column)}
            drawing={drawing}
            shading={shading}
            framework={framework.code}
            component={component}
          />
          <p className={styles.hint}>{words.mapHint}</p>
        </div>
        <MapLegend shading={shading} />
      </div>
      <MapTable league={league} shading={shading} caption={words.mapTitle(column)} />
      <p className={styles.hint}>{words.source(pick(framework.title))}</p>
      <BoundarySection boundarySet={boundarySet} />
    </Page>
  );
};

/** The communes and wards shaded by points or rank, of the index or of one component. */
const MapPage = () => {
  const words = useMessages(mapMessages);
  const search = useSearch({ from: '/shell/ban-do' });
  const map = useQuery(mapQuery);
  const leagues = useQuery(leaguesQuery);
  const ofCommunes = leagues.data?.items.filter((league) => league.framework.subjectKind === 'commune') ?? [];
  const framework = search.bang ?? ofCommunes[0]?.framework.code;
  const league = useQuery({
    ...leagueQuery(framework, search['chi-so']),
    placeholderData: (previous) => (previous?.framework.code === framework ? previous : undefined),
  });
  const failed = [map, leagues, league].find(({ isError }) => isError);
  if (failed?.error) {
    return (
      <Page title={words.loadingTitle}>
        <ErrorState error={failed.error} where={words.page} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (leagues.isSuccess && framework === undefined) {
    return (
      <Page title={words.noneTitle}>
        <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
      </Page>
    );
  }
  if (!map.isSuccess || !league.isSuccess) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  const { units, boundarySet } = map.data;
  return <MapView leagues={ofCommunes} league={league.data} units={units} boundarySet={boundarySet} />;
};

export default MapPage;
