import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Job } from '#features/job/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { JobTable } from './JobTable.tsx';
import { kindName } from './job-words.ts';
import { jobMessages } from './messages.ts';
import { jobsQuery, useJobDeed } from './queries.ts';

interface DeedButtonProps {
  readonly deed: 'cancel' | 'repeat';
  readonly jobId: string;
  readonly label: string;
  /** What it does and to which job, for who does not see the row. */
  readonly fullLabel: string;
}

const DeedButton = ({ deed, jobId, label, fullLabel }: DeedButtonProps) => {
  const doing = useJobDeed(deed);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={doing.isPending}
        aria-label={fullLabel}
        onClick={() => doing.mutate(jobId)}
      >
        {label}
      </Button>
      {doing.isError && <ErrorState error={doing.error} />}
    </>
  );
};

const StopButton = ({ job }: { readonly job: Job }) => {
  const words = useMessages(jobMessages);
  const fullLabel = words.stopThis(kindName(job, words));
  if (job.isCancelled) return <>{words.stopping}</>;
  return <DeedButton deed="cancel" jobId={job.id} label={words.stop} fullLabel={fullLabel} />;
};

const RepeatButton = ({ job }: { readonly job: Job }) => {
  const words = useMessages(jobMessages);
  const fullLabel = words.repeatThis(kindName(job, words));
  if (!job.isRepeatable) return null;
  return <DeedButton deed="repeat" jobId={job.id} label={words.repeat} fullLabel={fullLabel} />;
};

interface JobListProps {
  readonly items: readonly Job[];
  readonly mayRepeat: boolean;
}

const JobList = ({ items, mayRepeat }: JobListProps) => {
  const words = useMessages(jobMessages);
  const open = items.filter(({ endedAt }) => endedAt === null);
  const failed = items.filter(({ state }) => ['failed', 'refused', 'cancelled'].includes(state));
  const done = items.filter(({ state }) => state === 'done');
  const repeat = (job: Job) => <RepeatButton job={job} />;
  return (
    <>
      <Section title={words.open}>
        {open.length === 0 ? (
          <p>{words.noOpen}</p>
        ) : (
          <JobTable caption={words.open} items={open} deed={(job) => <StopButton job={job} />} />
        )}
      </Section>
      {failed.length > 0 && (
        <Section title={words.failed} lead={words.failedLead}>
          <JobTable caption={words.failed} items={failed} {...(mayRepeat && { deed: repeat })} />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={words.over}>
          <JobTable caption={words.over} items={done} />
        </Section>
      )}
    </>
  );
};

/** Work that is done beside requests: what runs, what waits, what came to no good end and why. */
const JobsPage = () => {
  const words = useMessages(jobMessages);
  const format = useFormat();
  const jobs = useQuery(jobsQuery);
  if (jobs.isPending) {
    return (
      <Page title={words.title}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  if (jobs.isError) {
    return (
      <Page title={words.title}>
        <ErrorState error={jobs.error} where={words.title} onRetry={() => void jobs.refetch()} />
      </Page>
    );
  }
  const { items, mayRepeat } = jobs.data;
  const count = (...states: readonly Job['state'][]): string =>
    format.number(items.filter(({ state }) => states.includes(state)).length);
  return (
    <Page
      wide
      title={
        items.length === 0
          ? words.findingNone
          : words.finding(count('running'), count('waiting'), count('failed', 'refused'))
      }
      eyebrow={words.title}
      lead={words.lead}
    >
      {items.length === 0 ? (
        <EmptyState title={words.findingNone}>{words.noneHelp}</EmptyState>
      ) : (
        <JobList items={items} mayRepeat={mayRepeat} />
      )}
    </Page>
  );
};

export default JobsPage;
