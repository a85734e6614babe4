import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { TASK_STATES, type TaskState } from '#core/task-state/task-state.ts';
import type { Overview } from '#features/overview/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { usePermission } from '#web/session/session.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import styles from './Lists.module.css';
import { overviewMessages } from './messages.ts';

const SHOWN = 6;

interface TaskStatesProps {
  readonly tasks: Overview['tasks'];
  readonly today: string;
}

/** How many tasks are in which state, and those to deal with first. */
export const TaskStates = ({ tasks, today }: TaskStatesProps) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const mayOpen = usePermission('execution.read');
  if (tasks.total === 0) {
    return (
      <Section title={words.tasksTitle}>
        <EmptyState title={words.noTasks} />
      </Section>
    );
  }
  return (
    <Section
      title={words.tasksTitle}
      lead={words.tasksLead(format.number(tasks.total), format.day(today))}
      aside={
        mayOpen ? (
          <Link to="/nhiem-vu">{words.allTasks}</Link>
        ) : (
          <Link to="/ke-hoach" search={{ tab: 'nhiem-vu' }}>
            {words.allTasks}
          </Link>
        )
      }
    >
      <ul className={styles.states}>
        {TASK_STATES.map((state) => ({ state, count: tasks.byState[state] }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>
              <StateLink state={state}>
                <strong>{format.number(count)}</strong> <TaskStateBadge state={state} />
              </StateLink>
            </li>
          ))}
      </ul>
      <UrgentTasks urgent={tasks.urgent} />
    </Section>
  );
};

const taskLink = (id: string) => ({ to: '/nhiem-vu/$id', params: { id } }) as const;

// Who may not read how tasks are carried out sees the number without the way to a page that would refuse.
const StateLink = ({ state, children }: { readonly state: TaskState; readonly children: ReactNode }) =>
  usePermission('execution.read') ? (
    <Link to="/nhiem-vu" search={{ 'trang-thai': STATE_SEGMENTS[state] }}>
      {children}
    </Link>
  ) : (
    <span>{children}</span>
  );

const UrgentTasks = ({ urgent }: { readonly urgent: Overview['tasks']['urgent'] }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const mayOpen = usePermission('execution.read');
  if (urgent.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{words.urgentTitle}</h3>
      <p className={styles.order}>{words.urgentOrder}</p>
      <ul className={styles.list}>
        {urgent.slice(0, SHOWN).map(({ id, name, state, lastDay, leads }) => (
          <li key={id} className={styles.item}>
            <Link {...(mayOpen ? taskLink(id) : itemLink('task', id))} className={styles.link}>
              {name}
            </Link>
            <div className={styles.quiet}>
              <TaskStateBadge state={state} />
              <span className={styles.figures}>{format.day(lastDay)}</span>
              {leads.map((agency) => (
                <AgencyLink key={agency.nameAsWritten} {...agency} shortName={agency.abbreviation} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{words.tasksNote}</p>
    </>
  );
};
