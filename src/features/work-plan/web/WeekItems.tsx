import { Link } from '@tanstack/react-router';
import type { WeekItem, WorkWeek } from '#features/work-plan/week-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { weekMessages } from './messages.ts';
import styles from './week.module.css';

interface WeekItemsProps {
  readonly items: readonly WeekItem[];
  /** Whose week it is. */
  readonly organization: NonNullable<WorkWeek['organization']>;
  /** The last day is said: they do not stand under their day. */
  readonly saysDay?: boolean;
}

const ItemLink = ({
  item,
  organization,
}: { readonly item: WeekItem } & Pick<WeekItemsProps, 'organization'>) => (
  <Link
    to="/nhiem-vu/$id"
    params={{ id: item.task.id }}
    search={{ 'co-quan': organization.code }}
    hash={item.kind === 'task' ? 'phan-viec' : 'ke-hoach-thuc-hien'}
    className={styles.name}
  >
    {item.name}
  </Link>
);

const useFacts = () => {
  const words = useMessages(weekMessages);
  const format = useFormat();
  return (
    item: WeekItem,
    { organization, saysDay = false }: Omit<WeekItemsProps, 'items'>,
  ): readonly string[] => {
    const isElsewhere = item.organization.code !== organization.code;
    const whose = item.kind === 'handed' ? words.from : words.of;
    return [
      words.kinds[item.kind],
      ...(isElsewhere ? [whose(item.organization.name)] : []),
      ...(item.assignee === null ? [] : [item.assignee]),
      ...(item.percent === null ? [] : [words.percent(format.number(item.percent))]),
      ...item.waits.map((wait) => words.waits[wait]),
      ...(saysDay && item.lastDay !== null ? [words.due(format.day(item.lastDay))] : []),
      ...(item.doneOn === null ? [] : [words.done(format.day(item.doneOn))]),
    ];
  };
};

/** Tasks and steps of a week, each with its state and the way to it. */
export const WeekItems = ({ items, organization, saysDay = false }: WeekItemsProps) => {
  const words = useMessages(weekMessages);
  const factsOf = useFacts();
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={`${item.kind} ${item.id} ${item.organization.code}`} className={styles.item}>
          <div>
            <ItemLink item={item} organization={organization} />
            <span className={styles.quiet}>{factsOf(item, { organization, saysDay }).join(' · ')}</span>
            {item.kind !== 'task' && (
              <span className={styles.quiet}>
                <span className={styles.taskName}>{words.ofTask(item.task.name)}</span>
              </span>
            )}
          </div>
          <span>
            <TaskStateBadge state={item.state} />
          </span>
        </li>
      ))}
    </ul>
  );
};
