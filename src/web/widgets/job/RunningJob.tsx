import { Button, Progress } from '@mantine/core';
import type { Job } from '#features/job/contract.ts';
import { useFormat } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useStopJob } from './follow-job.ts';
import classes from './RunningJob.module.css';

/** Words about the work of one kind of job. */
export interface RunningJobWords {
  readonly waiting: string;
  readonly stop: string;
  readonly stopping: string;
  readonly stages: Readonly<Record<string, string>>;
}

interface RunningJobProps {
  readonly job: Job;
  /** What is being done: "Đang đọc 283.docx". */
  readonly title: string;
  readonly words: RunningJobWords;
}

/** How far a job is that waits or runs; it can be stopped. */
export const RunningJob = ({ job, title, words }: RunningJobProps) => {
  const format = useFormat();
  const stop = useStopJob(job.id);
  const isStopping = job.isCancelled || stop.isPending;
  const begun = words.stages[job.stage ?? ''] ?? Object.values(words.stages)[0] ?? '';
  const stage = isStopping ? words.stopping : job.state === 'waiting' ? words.waiting : begun;
  const percent = Math.floor(job.progress * 100);
  return (
    <>
      <div className={classes.head}>
        <p aria-live="polite">
          {title}: {stage}
        </p>
        <span>{format.percent(percent)}</span>
        <Button variant="default" disabled={isStopping} onClick={() => stop.mutate()}>
          {words.stop}
        </Button>
      </div>
      <Progress value={percent} aria-label={title} />
      {stop.isError && <ErrorState error={stop.error} where={words.stop} />}
    </>
  );
};
