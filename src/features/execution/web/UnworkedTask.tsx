import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { KeptWorkPlans } from '#web/widgets/work-plan/WorkPlanSection.tsx';
import { documentItemQuery, taskHistoriesQuery } from './queries.ts';
import { TaskHistory } from './TaskHistory.tsx';
import { useTaskWording } from './use-task-wording.ts';

interface UnworkedTaskProps {
  readonly id: string;
  /** Why there is nothing to tell of its execution. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What was reported and decided while the task was worked on; nothing where nothing was. */
const KeptHistories = ({ id }: { readonly id: string }) => {
  const { words } = useTaskWording();
  const { data, error, refetch } = useQuery(taskHistoriesQuery(id));
  if (error) return <ErrorState error={error} where={words.history} onRetry={() => void refetch()} />;
  return (data?.items ?? []).map(({ organization, history }) => (
    <Section key={organization?.code ?? ''} title={words.historyOf(organization?.name ?? words.whole)}>
      <TaskHistory
        history={history}
        {...(organization !== null && { part: { id, organization: organization.code } })}
      />
    </Section>
  ));
};

/** A task that a later document has ended, with what was reported and planned for it; or why nothing can be told of it. */
export const UnworkedTask = ({ id, error, onRetry }: UnworkedTaskProps) => {
  const { words, format } = useTaskWording();
  const itemWords = useMessages(planItemMessages);
  const { data, isPending } = useQuery(documentItemQuery(id));
  if (isPending) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  if (!data?.ended) {
    return (
      <Page title={words.loading}>
        <ErrorState error={error} where={words.eyebrow} onRetry={onRetry} />
      </Page>
    );
  }
  const { document, on } = data.ended;
  return (
    <Page
      wide
      title={words.endedTitle(data.item.name)}
      eyebrow={<Link to="/nhiem-vu">{words.eyebrow}</Link>}
      lead={
        <>
          {words.ended(documentShortTitle(document, itemWords), on === null ? null : format.day(on))}{' '}
          <Link to="/ke-hoach/$kind/$id" params={{ kind: 'nhiem-vu', id }}>
            {words.toPlan}
          </Link>
        </>
      }
    >
      <KeptHistories id={id} />
      <KeptWorkPlans id={id} />
    </Page>
  );
};
