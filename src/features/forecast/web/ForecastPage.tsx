import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { IndexForecastView } from '#features/forecast/contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import type { PlainSearch } from '#web/search-params.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ForecastAsk } from './ForecastAsk.tsx';
import { ForecastFan } from './ForecastFan.tsx';
import { Assumptions, DriverTable, ItemTable } from './ForecastTables.tsx';
import { findingOf } from './forecast-words.ts';
import { forecastMessages } from './messages.ts';
import { PeriodEntry } from './PeriodEntry.tsx';
import { forecastQuery } from './queries.ts';

const HALF = 50;

const holdsOf = ({ assumptions }: IndexForecastView): number => {
  const inferred = assumptions.find((assumption) => assumption.kind === 'inferred-figures');
  return inferred?.kind === 'inferred-figures' ? Math.round(inferred.probability * 100) : HALF;
};

/** Where the index is going until the end of the year, how probable the goal is, and what that rests on. */
const ForecastPage = () => {
  const words = useMessages(forecastMessages);
  const format = useFormat();
  const pick = usePickText();
  const search = useSearch({ from: '/shell/bo-chi-so/du-bao' });
  const navigate = useNavigate({ from: '/bo-chi-so/du-bao' });
  const forecast = useQuery({ ...forecastQuery(search), placeholderData: (previous) => previous });
  if (forecast.isPending) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={14} />
      </Page>
    );
  }
  if (forecast.isError) {
    const isEarly = toProblem(forecast.error).code === 'forecast.too-few-periods';
    return (
      <Page title={isEarly ? words.noForecastTitle : words.loadingTitle}>
        <ErrorState error={forecast.error} where={words.page} onRetry={() => void forecast.refetch()} />
        {isEarly && <PeriodEntry search={search} />}
      </Page>
    );
  }
  const view = forecast.data;
  const isSimulated = view.assumptions.some(({ kind }) => kind === 'simulated-figures');
  return (
    <Page
      title={findingOf(view, words, format)}
      eyebrow={words.eyebrow(pick(view.framework.title), view.subject.name, String(view.year))}
      lead={isSimulated ? `${words.lead} ${words.simulatedLead}` : words.lead}
    >
      <ForecastFan view={view} />
      <ItemTable view={view} />
      <DriverTable view={view} />
      <Assumptions view={view} />
      <PeriodEntry search={search} />
      <ForecastAsk
        goal={view.goal}
        holds={holdsOf(view)}
        onAsk={(goal, holds) => {
          void navigate({
            search: (earlier: PlainSearch) => ({ ...earlier, 'muc-tieu': goal, 'suy-ra': holds }),
            replace: true,
            resetScroll: false,
          });
        }}
      />
    </Page>
  );
};

export default ForecastPage;
