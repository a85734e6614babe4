import type { ReactNode } from 'react';
import type { JobState } from '#core/job/job.ts';
import type { Job } from '#features/job/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { kindName, reasonOf } from './job-words.ts';
import { jobMessages } from './messages.ts';

const TONES = {
  waiting: 'open',
  running: 'running',
  done: 'good',
  refused: 'warning',
  failed: 'bad',
  cancelled: 'neutral',
} as const satisfies Record<JobState, StateTone>;

interface JobTableProps {
  readonly caption: string;
  readonly items: readonly Job[];
  /** What can be done about a job. */
  readonly deed?: (job: Job) => ReactNode;
}

/** Jobs with how they stand, who asked for them, and why they did not succeed. */
export const JobTable = ({ caption, items, deed }: JobTableProps) => {
  const words = useMessages(jobMessages);
  const { problems } = useMessages(sharedMessages);
  const format = useFormat();
  const hasReasons = items.some(({ fault, refusal }) => fault !== null || refusal !== null);
  return (
    <FigureTable
      caption={caption}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', title: words.kind, cell: (job) => kindName(job, words) },
        {
          key: 'state',
          title: words.state,
          cell: ({ state, progress }) => (
            <StateBadge tone={TONES[state]}>
              {words.states[state]}
              {state === 'running' && ` ${format.percent(Math.floor(progress * 100))}`}
            </StateBadge>
          ),
        },
        ...(hasReasons
          ? [
              {
                key: 'reason',
                title: words.reason,
                cell: (job: Job) => reasonOf(job, words, problems, (at) => format.instant(at)),
              },
            ]
          : []),
        {
          key: 'attempts',
          title: words.attempts,
          kind: 'figure',
          cell: ({ attempts, mostAttempts }) =>
            words.attemptsOf(format.number(attempts), format.number(mostAttempts)),
        },
        { key: 'askedBy', title: words.askedBy, cell: ({ askedBy }) => askedBy ?? words.system },
        { key: 'asked', title: words.asked, cell: ({ createdAt }) => format.instant(createdAt) },
        {
          key: 'ended',
          title: words.ended,
          cell: ({ endedAt }) => (endedAt === null ? '' : format.instant(endedAt)),
        },
        ...(deed ? [{ key: 'deed', title: words.action, cell: deed }] : []),
      ]}
    />
  );
};
