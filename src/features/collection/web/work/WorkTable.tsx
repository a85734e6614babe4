import { Link } from '@tanstack/react-router';
import type { WorkItem } from '#contract/submission.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { SubmissionStateBadge } from '#features/collection/web/SubmissionStateBadge.tsx';
import { describeDaysLeft } from './days-left.ts';
import { workMessages } from './messages.ts';
import { findTask } from './work-groups.ts';
import styles from './Work.module.css';

const SOON_DAYS = 5;

const Deadline = ({ item }: { readonly item: WorkItem }) => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const { round, isLate, daysLeft, extendedUntil } = item;
  const tone = isLate ? 'bad' : daysLeft <= SOON_DAYS ? 'warning' : 'open';
  return (
    <>
      <StateBadge tone={tone}>
        {isLate && `${words.late}, `}
        {describeDaysLeft(daysLeft, words, format)}
        {!isLate && daysLeft < 0 && `, ${words.mayWait}`}
      </StateBadge>
      <span className={styles.quiet}>
        {words.days(format.day(round.remindDay), format.day(round.lastDay), format.day(round.lateAfterDay))}
      </span>
      {extendedUntil !== null && (
        <span className={styles.quiet}>{words.extended(format.day(extendedUntil))}</span>
      )}
    </>
  );
};

interface WorkTableProps {
  readonly caption: string;
  readonly items: readonly WorkItem[];
  /** Deadlines and tasks matter only while something is to be done. */
  readonly isOver?: boolean;
}

// Who may appraise a report now decides on it; everybody else reads or fills it in.
const pageOf = (mayAppraise: boolean) => (mayAppraise ? '/tham-dinh/$id' : '/bao-cao/$id');

/** Reports of one group, each with its deadline, what is filled in, its state and what to do. */
export const WorkTable = ({ caption, items, isOver = false }: WorkTableProps) => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const { columns } = words;
  return (
    <FigureTable
      caption={caption}
      rows={items}
      rowKey={({ submissionId }) => submissionId}
      columns={[
        {
          key: 'report',
          title: columns.report,
          cell: ({ submissionId, round, mayAppraise }) => (
            <>
              <Link to={pageOf(mayAppraise)} params={{ id: submissionId }} className={styles.link}>
                {round.title}
              </Link>
              <span className={styles.quiet}>{format.period(round.period)}</span>
            </>
          ),
        },
        { key: 'organization', title: columns.organization, cell: ({ organization }) => organization.name },
        ...(isOver
          ? []
          : [
              {
                key: 'deadline',
                title: columns.deadline,
                cell: (item: WorkItem) => <Deadline item={item} />,
              },
            ]),
        {
          key: 'progress',
          title: columns.progress,
          kind: 'figure',
          cell: ({ answered, asked, tasks }) => (
            <>
              {words.answered(format.number(answered), format.number(asked))}
              {tasks > 0 && <span className={styles.quiet}>{words.withTasks(format.number(tasks))}</span>}
            </>
          ),
        },
        {
          key: 'state',
          title: columns.state,
          cell: ({ state, returned }) => (
            <>
              <SubmissionStateBadge state={state} />
              {returned > 0 && (
                <span className={styles.quiet}>{words.returned(format.number(returned))}</span>
              )}
            </>
          ),
        },
        {
          key: 'task',
          title: columns.task,
          cell: (item) => {
            const task = findTask(item);
            return (
              <Link to={pageOf(item.mayAppraise)} params={{ id: item.submissionId }} className={styles.link}>
                {task ? words.tasks[task] : words.open}
              </Link>
            );
          },
        },
      ]}
    />
  );
};
