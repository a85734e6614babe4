import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getTaskBoard, listTaskStates } from '#features/execution/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { Section } from '#web/ui/Section.tsx';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { workMessages } from './messages.ts';
import styles from './Work.module.css';

// Told anew with all else of the execution of tasks.
const KEY = ['execution', 'my-work'] as const;

const MOST_SHOWN = 5;

const ownTasksQuery = queryOptions({
  queryKey: [...KEY, 'own'],
  queryFn: ({ signal }) =>
    call(getTaskBoard, { query: { week: 'this', perState: String(MOST_SHOWN) }, signal }),
});

const waitingQuery = (waits: 'confirmation' | 'extension') =>
  queryOptions({
    queryKey: [...KEY, waits],
    queryFn: async ({ signal }) =>
      (await call(listTaskStates, { query: { waits, limit: '1' }, signal })).total,
  });

/** How many tasks of the own organizations must be looked at this week, and how many of them are late; none for who reports on none. */
export const useOwnTasks = (): { readonly total: number; readonly late: number } => {
  const { data } = useQuery({ ...ownTasksQuery, enabled: usePermission('execution.report') });
  return {
    total: data?.total ?? 0,
    late: data?.columns.find(({ state }) => state === 'overdue')?.total ?? 0,
  };
};

/** How many tasks wait for the person to confirm a report or to decide on an extension. */
export const useDecisions = (): { readonly confirmations: number; readonly extensions: number } => {
  const enabled = usePermission('execution.decide');
  const { data: confirmations = 0 } = useQuery({ ...waitingQuery('confirmation'), enabled });
  const { data: extensions = 0 } = useQuery({ ...waitingQuery('extension'), enabled });
  return { confirmations, extensions };
};

/** Tasks of the own organizations this week by their states, the most urgent by name. Nothing while there are none. */
export const OwnTasks = () => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const { data } = useQuery({ ...ownTasksQuery, enabled: usePermission('execution.report') });
  if (!data || data.total === 0) return null;
  return (
    <Section
      title={words.ownTasks}
      lead={words.ownTasksLead}
      aside={
        <Link to="/nhiem-vu" search={{ tuan: 'nay' }}>
          {words.toTasks(format.number(data.total))}
        </Link>
      }
    >
      <ul className={styles.states}>
        {data.columns
          .filter(({ total }) => total > 0)
          .map(({ state, total }) => (
            <li key={state}>
              <Link to="/nhiem-vu" search={{ tuan: 'nay', 'trang-thai': STATE_SEGMENTS[state] }}>
                <strong>{format.number(total)}</strong> <TaskStateBadge state={state} />
              </Link>
            </li>
          ))}
      </ul>
      <ol className={styles.first}>
        {data.columns
          .flatMap(({ items }) => items)
          .slice(0, MOST_SHOWN)
          .map(({ id, name, lastDay, organization }) => (
            <li key={`${id} ${organization?.code ?? ''}`}>
              <Link
                to="/nhiem-vu/$id"
                params={{ id }}
                {...(organization !== null && { search: { 'co-quan': organization.code } })}
                className={styles.task ?? ''}
              >
                {name}
              </Link>
              {lastDay !== null && <span className={styles.quiet}>{words.due(format.day(lastDay))}</span>}
            </li>
          ))}
      </ol>
    </Section>
  );
};

/** What organizations have reported or asked for and the person decides on. Nothing while there is none. */
export const Decisions = () => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const { confirmations, extensions } = useDecisions();
  if (confirmations + extensions === 0) return null;
  return (
    <Section title={words.decisions}>
      <ul className={styles.states}>
        {confirmations > 0 && (
          <li>
            <Link to="/nhiem-vu" search={{ xem: 'danh-sach', cho: 'xac-nhan' }}>
              {words.confirmations(format.number(confirmations))}
            </Link>
          </li>
        )}
        {extensions > 0 && (
          <li>
            <Link to="/nhiem-vu" search={{ xem: 'danh-sach', cho: 'gia-han' }}>
              {words.extensions(format.number(extensions))}
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
};
