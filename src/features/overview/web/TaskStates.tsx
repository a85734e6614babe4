import { Link } from '@tanstack/react-router';
import { DUE_STATES } from '#core/calendar/due-state.ts';
import type { Overview } from '#features/overview/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { DueStateBadge } from '#web/ui/DueStateBadge.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import styles from './Lists.module.css';
import { overviewMessages } from './messages.ts';

const SHOWN = 6;

interface TaskStatesProps {
  readonly tasks: Overview['tasks'];
  readonly today: string;
}

/** How many tasks stand where against their due rules, and those to deal with first. */
export const TaskStates = ({ tasks, today }: TaskStatesProps) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
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
        <Link to="/ke-hoach" search={{ tab: 'nhiem-vu' }}>
          {words.allTasks}
        </Link>
      }
    >
      <ul className={styles.states}>
        {DUE_STATES.map((state) => ({ state, count: tasks.byState[state] }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>
              <Link to="/ke-hoach" search={{ tab: 'nhiem-vu', 'tinh-trang': state }}>
                <strong>{format.number(count)}</strong> <DueStateBadge state={state} />
              </Link>
            </li>
          ))}
      </ul>
      <UrgentTasks urgent={tasks.urgent} />
    </Section>
  );
};

const UrgentTasks = ({ urgent }: { readonly urgent: Overview['tasks']['urgent'] }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  if (urgent.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{words.urgentTitle}</h3>
      <p className={styles.order}>{words.urgentOrder}</p>
      <ul className={styles.list}>
        {urgent.slice(0, SHOWN).map(({ id, name, due, leads }) => (
          <li key={id} className={styles.item}>
            <Link {...itemLink('task', id)} className={styles.link}>
              {name}
            </Link>
            <div className={styles.quiet}>
              <DueStateBadge state={due.state} />
              {due.lastDay !== null && <span className={styles.figures}>{format.day(due.lastDay)}</span>}
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
