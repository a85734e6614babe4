import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Contradictions } from './Contradictions.tsx';
import { IndexPicture } from './IndexPicture.tsx';
import { ForecastVerdict } from './ForecastVerdict.tsx';
import { LargestLosses } from './LargestLosses.tsx';
import styles from './Lists.module.css';
import { overviewMessages } from './messages.ts';
import { NearestThresholds } from './NearestThresholds.tsx';
import { indexOverviewQuery } from '#web/widgets/index-score/index-queries.ts';
import { overviewQuery } from './queries.ts';
import { buildStanding } from './standing.ts';
import { TaskStates } from './TaskStates.tsx';

/** The first page: where the index stands, where points are lost, what is due, what the plans contradict. */
const OverviewPage = () => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const pick = usePickText();
  const { nam: year } = useSearch({ from: '/shell/' });
  const index = useQuery(indexOverviewQuery(year));
  usePrefetchQuery(overviewQuery);

  if (index.isPending) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState picture={260} lines={9} />
      </Page>
    );
  }
  if (index.isError && toProblem(index.error).code !== 'record.not-found') {
    return (
      <Page title={words.loadingTitle}>
        <ErrorState error={index.error} where={words.page} onRetry={() => void index.refetch()} />
      </Page>
    );
  }
  if (index.isError) {
    return (
      <Page title={year === undefined ? words.noIndexTitle : words.noIndexOfYear(year)}>
        <EmptyState
          title={words.noIndex}
          action={
            year !== undefined && (
              <Link to="/" search={{ nam: undefined }}>
                {words.latestYear}
              </Link>
            )
          }
        />
        <PlanFindings />
      </Page>
    );
  }
  const { framework, subject } = index.data;
  return (
    <Page
      title={words.finding(buildStanding(index.data, format))}
      eyebrow={words.eyebrow(pick(framework.title), subject.name, String(index.data.year))}
      lead={<ForecastVerdict index={index.data} />}
    >
      <IndexPicture index={index.data} />
      <LargestLosses losses={index.data.largestLosses} />
      <PlanFindings thresholds={<NearestThresholds thresholds={index.data.nearestThresholds} />} />
    </Page>
  );
};

/** Thresholds, tasks and contradictions; the latter two come from the plans and load by themselves. */
const PlanFindings = ({ thresholds }: { readonly thresholds?: React.ReactNode }) => {
  const words = useMessages(overviewMessages);
  const plans = useQuery(overviewQuery);
  const tasks = plans.isPending ? (
    <LoadingState lines={6} />
  ) : plans.isError ? (
    <ErrorState error={plans.error} where={words.tasksTitle} onRetry={() => void plans.refetch()} />
  ) : (
    <TaskStates tasks={plans.data.tasks} today={plans.data.today} />
  );
  return (
    <>
      <div className={styles.columns}>
        {thresholds}
        {tasks}
      </div>
      {plans.data && <Contradictions contradictions={plans.data.contradictions} />}
    </>
  );
};

export default OverviewPage;
