import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { Job } from '#features/job/contract.ts';
import { problemOf, ProblemError } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useJob } from '#web/widgets/job/follow-job.ts';
import { RunningJob } from '#web/widgets/job/RunningJob.tsx';
import { paperMessages } from './messages.ts';
import { PAPERS_KEY } from './queries.ts';
import styles from './Paper.module.css';

interface PaperJobProps {
  readonly id: string;
  readonly title: string;
  /** Stands where the job was once it is done. */
  readonly done: (job: Job) => ReactNode;
}

/** How far a job of documents is, and what came of it. */
export const PaperJob = ({ id, title, done }: PaperJobProps) => {
  const words = useMessages(paperMessages).job;
  const { data: job, error } = useJob(id);
  if (error) return <ErrorState error={error} />;
  if (!job) return null;
  if (job.endedAt === null) {
    return (
      <div>
        <RunningJob job={job} title={title} words={words} />
        <p className={styles.quiet}>{words.mayLeave}</p>
      </div>
    );
  }
  if (job.state === 'done') return done(job);
  if (job.state === 'cancelled') return <p role="status">{words.stopped}</p>;
  const problem = job.refusal ? problemOf(job.refusal) : new ProblemError('server.error', {});
  return <ErrorState error={problem} where={words.where} />;
};

const Made = ({ id, onMade }: { readonly id: string; readonly onMade: (id: string) => void }) => {
  const queries = useQueryClient();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: PAPERS_KEY }).then(() => {
      onMade(id);
    });
  }, [queries, id, onMade]);
  return null;
};

/** The making of a long document; tells which it was once it is there. */
export const MakingJob = ({ id, onMade }: { readonly id: string; readonly onMade: (id: string) => void }) => {
  const words = useMessages(paperMessages).job;
  return (
    <PaperJob
      id={id}
      title={words.title}
      done={({ result }) => <Made id={String(result?.paperId)} onMade={onMade} />}
    />
  );
};
