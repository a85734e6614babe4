import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { indexOverviewQuery } from '#web/widgets/index-score/index-queries.ts';
import { scenarioMessages } from './messages.ts';
import { scenarioQuery, sheetQuery } from './queries.ts';
import { ScenarioComparison } from './ScenarioComparison.tsx';
import { readComparedIds } from './what-if-address.ts';

/** Up to four kept scenarios beside the present. The address names them. */
const ScenarioComparisonPage = () => {
  const { compare: words } = useMessages(scenarioMessages);
  const search = useSearch({ from: '/shell/bo-chi-so/neu-thi/so-sanh' });
  const { ids, hasMore } = readComparedIds(search);
  const of = { framework: search.bo, subject: search['don-vi'] };
  const sheet = useQuery(sheetQuery(search.nam, of));
  const overview = useQuery(indexOverviewQuery(search.nam, of));
  const scenarios = useQueries({ queries: ids.map((id) => scenarioQuery(id)) });

  const failed = [sheet, overview, ...scenarios].find(({ isError }) => isError);
  if (failed) {
    return (
      <Page title={words.loadingTitle}>
        <ErrorState error={failed.error} where={words.page} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  const details = scenarios.flatMap(({ data }) => data ?? []);
  if (!sheet.data || !overview.data || details.length < ids.length) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  const { framework, subject, year } = sheet.data;
  const comparable = details
    .map(({ scenario }) => scenario)
    .filter(
      (scenario) =>
        scenario.framework === framework.code && scenario.subject === subject.code && scenario.year === year,
    );
  if (comparable.length === 0) {
    return (
      <Page title={words.findingNone}>
        <EmptyState title={words.findingNone} action={<Link to="/bo-chi-so/neu-thi">{words.back}</Link>}>
          {words.none}
        </EmptyState>
      </Page>
    );
  }
  return (
    <ScenarioComparison
      sheet={sheet.data}
      overview={overview.data}
      scenarios={comparable}
      hasMore={hasMore}
    />
  );
};

export default ScenarioComparisonPage;
