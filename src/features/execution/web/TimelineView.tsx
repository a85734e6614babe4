import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { TaskStateBar } from '#web/widgets/task-state/TaskStateBar.tsx';
import styles from './execution.module.css';
import { type ExecutionSearch, VIEW_SEGMENTS } from './execution-address.ts';
import { scheduleQuery } from './queries.ts';
import { useWording } from './use-wording.ts';

interface TimelineViewProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly search: ExecutionSearch;
}

// Plans of a province name days of these years.
const SPAN = { by: 'quarter', dueFrom: '2021-01-01', dueTo: '2031-12-31' } as const;
const WHOLE = 100;

/** How many tasks come due in each quarter, by state: a bar for each quarter, and the figures. */
export const TimelineView = ({ filter, search }: TimelineViewProps) => {
  const { words, states, format } = useWording();
  const span = { ...SPAN, dueFrom: filter.dueFrom ?? SPAN.dueFrom, dueTo: filter.dueTo ?? SPAN.dueTo };
  const schedule = useQuery(scheduleQuery(filter, span));
  if (schedule.isError) return <ErrorState error={schedule.error} onRetry={() => void schedule.refetch()} />;
  if (!schedule.data) return <LoadingState lines={8} />;
  const { items, undated } = schedule.data;
  const most = Math.max(1, ...items.map(({ total }) => total));
  const inWords = items.map(({ period, total, states: counts }) =>
    words.timelinePart(format.period(period), format.number(total), format.number(counts.overdue)),
  );
  return (
    <Section
      title={words.timelineTitle}
      lead={undated > 0 ? words.undated(format.number(undated)) : undefined}
    >
      <div role="img" aria-label={words.timelineAlt(format.list(inWords))} className={styles.bars}>
        {items.map(({ period, total, states: counts }) => (
          <div key={period} className={styles.barRow}>
            <span>{format.period(period)}</span>
            <span style={{ width: `${String((WHOLE * total) / most)}%` }}>
              <TaskStateBar counts={counts} />
            </span>
            <span className={styles.count}>{format.number(total)}</span>
          </div>
        ))}
      </div>
      <FigureTable
        caption={words.timelineTitle}
        rows={items}
        rowKey={({ period }) => period}
        columns={[
          {
            key: 'quarter',
            title: words.columns.quarter,
            cell: ({ period, from, to }) => (
              <Link
                to="/nhiem-vu"
                search={{
                  ...search,
                  xem: VIEW_SEGMENTS.list,
                  'han-tu': from,
                  'han-den': to,
                  trang: undefined,
                }}
              >
                {format.period(period)}
              </Link>
            ),
          },
          {
            key: 'total',
            title: words.columns.total,
            kind: 'figure',
            cell: ({ total }) => format.number(total),
          },
          ...TASK_STATES.map((state) => ({
            key: state,
            title: states[state],
            kind: 'figure' as const,
            cell: ({ states: counts }: (typeof items)[number]) => format.number(counts[state]),
          })),
        ]}
      />
    </Section>
  );
};
