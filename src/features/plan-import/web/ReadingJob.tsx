import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Job } from '#features/job/contract.ts';
import { problemOf, ProblemError } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useJob } from '#web/widgets/job/follow-job.ts';
import { RunningJob } from '#web/widgets/job/RunningJob.tsx';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';
import { readingResultOf } from './reading-job.ts';

const Running = ({ job }: { readonly job: Job }) => {
  const words = useMessages(planImportMessages).job;
  return (
    <>
      <RunningJob job={job} title={words.reading(job.fileName ?? words.file)} words={words} />
      <p className={classes.quiet}>{words.mayLeave}</p>
    </>
  );
};

/** Opens the import that a job has left, in the place of the address that follows it. */
const OpenImport = ({ job }: { readonly job: Job }) => {
  const words = useMessages(planImportMessages).job;
  const navigate = useNavigate();
  const { importId, repeated } = readingResultOf(job);
  useEffect(() => {
    const search = repeated ? { 'tai-lai': '1' } : {};
    void navigate({ to: '/nhap-van-ban/$id', params: { id: importId }, search, replace: true });
  }, [navigate, importId, repeated]);
  return <p className={classes.quiet}>{words.opening}</p>;
};

const Ended = ({ job }: { readonly job: Job }) => {
  const words = useMessages(planImportMessages).job;
  const where = words.where(job.fileName ?? words.file);
  if (job.state === 'done') return <OpenImport job={job} />;
  if (job.state === 'cancelled') return <p role="status">{words.stopped(job.fileName ?? words.file)}</p>;
  const error = job.refusal ? problemOf(job.refusal) : new ProblemError('server.error', {});
  return <ErrorState error={error} where={where} />;
};

/** How far the reading of a large file is, by stage; it can be stopped, and its draft opens when it is there. */
export const ReadingJob = ({ id }: { readonly id: string }) => {
  const { data: job, error } = useJob(id);
  if (error) return <ErrorState error={error} />;
  if (!job) return null;
  return (
    <div className={classes.job}>{job.endedAt === null ? <Running job={job} /> : <Ended job={job} />}</div>
  );
};
