import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { indexOverviewQuery } from '#web/widgets/index-score/index-queries.ts';
import { scenarioMessages } from './messages.ts';
import { scenarioQuery, sheetQuery } from './queries.ts';
import { readWhatIfAddress } from './what-if-address.ts';
import { Workbench } from './Workbench.tsx';

/** Change any input of the index on the page; points and distances follow. The address carries what is changed. */
const WhatIfPage = () => {
  const words = useMessages(scenarioMessages);
  const search = useSearch({ from: '/shell/bo-chi-so/neu-thi' });
  const { scenarioId } = readWhatIfAddress(search);
  const of = { framework: search.bo, subject: search['don-vi'] };
  const sheet = useQuery(sheetQuery(search.nam, of));
  const overview = useQuery(indexOverviewQuery(search.nam, of));
  const opened = useQuery({ ...scenarioQuery(scenarioId ?? ''), enabled: scenarioId !== undefined });

  const failed = [sheet, overview, opened].find(({ isError }) => isError);
  if (failed) {
    return (
      <Page title={words.loadingTitle}>
        <ErrorState error={failed.error} where={words.page} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (!sheet.data || !overview.data || (scenarioId !== undefined && !opened.data)) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  const detail = scenarioId === undefined ? undefined : opened.data;
  const { framework, subject, year } = sheet.data;
  // Another score or another scenario is another bench; a scenario kept anew is the same one.
  const benchKey = [framework.code, framework.version, subject.code, year, scenarioId ?? ''].join('/');
  return <Workbench key={benchKey} sheet={sheet.data} overview={overview.data} detail={detail} />;
};

export default WhatIfPage;
