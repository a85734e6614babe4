import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { DifficultyStatistics } from '#features/difficulty/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { DifficultyFilters } from './DifficultyFilters.tsx';
import { DifficultyList } from './DifficultyList.tsx';
import { type DifficultySearch, readDifficultyAddress } from './difficulty-address.ts';
import { statisticsQuery } from './queries.ts';
import { StatisticsSection } from './StatisticsSection.tsx';
import { useWording, type Wording } from './use-wording.ts';

const findingOf = ({ total, waiting, overdue }: DifficultyStatistics, { words, format }: Wording): string => {
  const [all, open] = [format.number(total), format.number(waiting)];
  if (total === 0) return words.findingNone;
  if (overdue > 0) return words.findingLate(all, open, format.number(overdue));
  return waiting > 0 ? words.finding(all, open) : words.findingSettled(all);
};

/** Difficulties of agencies and communes: how many of which kind, how long answers take, and each of them. */
const DifficultiesPage = () => {
  const wording = useWording();
  const { words } = wording;
  const search: DifficultySearch = useSearch({ from: '/shell/kho-khan' });
  const navigate = useNavigate({ from: '/kho-khan' });
  const { filter, counted, page } = readDifficultyAddress(search);
  const statistics = useQuery(statisticsQuery(counted));
  if (statistics.isError) {
    return (
      <Page title={words.eyebrow}>
        <ErrorState
          error={statistics.error}
          where={words.eyebrow}
          onRetry={() => void statistics.refetch()}
        />
      </Page>
    );
  }
  if (!statistics.data) {
    return (
      <Page title={words.eyebrow}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  return (
    <Page wide eyebrow={words.eyebrow} title={findingOf(statistics.data, wording)} lead={words.lead}>
      <DifficultyFilters
        search={search}
        agencies={statistics.data.agencies}
        onChange={(changed) => {
          const next = { ...search, trang: undefined, ...changed };
          void navigate({ search: next, replace: true, resetScroll: false });
        }}
      />
      {search.ve !== undefined && <p>{words.onlyAbout}</p>}
      {filter.responsible !== undefined && (
        <p>
          {words.onlyArea}{' '}
          <Link to="/linh-vuc-phu-trach/$id" params={{ id: filter.responsible }}>
            {words.areaPage}
          </Link>
        </p>
      )}
      <StatisticsSection statistics={statistics.data} search={search} />
      <DifficultyList filter={filter} search={search} page={page} />
    </Page>
  );
};

export default DifficultiesPage;
