import { Link } from '@tanstack/react-router';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { OWN_SEGMENT, STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { workMessages } from './messages.ts';
import { MOST_SHOWN, useOwnTasks } from './task-queries.ts';
import styles from './Work.module.css';

const OWN_WEEK = { tuan: 'nay', 'co-quan': OWN_SEGMENT } as const;

/** Tasks of the own organizations this week by their states, the most urgent by name. Nothing while there are none. */
export const OwnTasks = () => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const { data, error, refetch } = useOwnTasks();
  if (error) {
    return (
      <Section title={words.ownTasks}>
        <ErrorState error={error} where={words.ownTasks} onRetry={() => void refetch()} />
      </Section>
    );
  }
  if (!data || data.total === 0) return null;
  const first = data.columns.flatMap(({ items }) => items).slice(0, MOST_SHOWN);
  const isOfOne = new Set(first.map(({ organization }) => organization?.code)).size < 2;
  return (
    <Section
      title={words.ownTasks}
      lead={words.ownTasksLead}
      aside={
        <Link to="/nhiem-vu" search={OWN_WEEK}>
          {words.toTasks(format.number(data.total))}
        </Link>
      }
    >
      <ul className={styles.states}>
        {data.columns
          .filter(({ total }) => total > 0)
          .map(({ state, total }) => (
            <li key={state}>
              <Link to="/nhiem-vu" search={{ ...OWN_WEEK, 'trang-thai': STATE_SEGMENTS[state] }}>
                <strong>{format.number(total)}</strong> <TaskStateBadge state={state} />
              </Link>
            </li>
          ))}
      </ul>
      <ol className={styles.first}>
        {first.map(({ id, name, lastDay, organization, waits }) => (
          <li key={`${id} ${organization?.code ?? ''}`}>
            <Link
              to="/nhiem-vu/$id"
              params={{ id }}
              {...(organization !== null && { search: { 'co-quan': organization.code } })}
              className={styles.task ?? ''}
            >
              {name}
            </Link>
            <span className={styles.quiet}>
              {[
                ...(isOfOne || organization === null ? [] : [organization.name]),
                ...(lastDay === null ? [] : [words.due(format.day(lastDay))]),
                ...waits.map((wait) => words.taskWaits[wait]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
};
