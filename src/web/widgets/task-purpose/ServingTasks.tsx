import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listTaskStates } from '#features/execution/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { Section } from '#web/ui/Section.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { taskPurposeWords } from './messages.ts';
import styles from './task-purpose.module.css';

const MOST_SHOWN = 10;

/** The tasks that serve a target, a gap or a component of the index, as far as they are linked, with their states. */
export const ServingTasks = ({ serves }: { readonly serves: string }) => {
  const words = useMessages(taskPurposeWords);
  const format = useFormat();
  const mayRead = usePermission('execution.read');
  const { data } = useQuery({
    queryKey: ['execution', 'serving', serves],
    queryFn: ({ signal }) => call(listTaskStates, { query: { serves, limit: String(MOST_SHOWN) }, signal }),
    enabled: mayRead,
  });
  if (!data || data.total === 0) return null;
  return (
    <Section
      title={`${words.title}: ${words.counted(format.number(data.total), format.number(data.states.overdue))}`}
      aside={
        <Link to="/nhiem-vu" search={{ 'phuc-vu': serves }}>
          {words.all}
        </Link>
      }
    >
      <ul className={styles.list}>
        {data.items.map(({ id, name, state, organization, agencies }) => (
          <li key={`${id} ${organization?.code ?? ''}`}>
            <Link to="/nhiem-vu/$id" params={{ id }}>
              {name}
            </Link>
            <div className={styles.facts}>
              <TaskStateBadge state={state} />
              <span className={styles.quiet}>
                {organization?.name ??
                  words.agencies(
                    agencies
                      .filter(({ role }) => role === 'lead')
                      .map((agency) => agency.abbreviation ?? agency.name)
                      .join('; '),
                  )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
