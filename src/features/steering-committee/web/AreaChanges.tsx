import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { isPlainDate, plainDate } from '#core/kernel/plain-date.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import styles from './committee.module.css';
import { describeLeads } from './describe-leads.ts';
import { areaChangesQuery, MOST_SHOWN } from './queries.ts';
import { useWording } from './use-wording.ts';

interface AreaChangesProps {
  readonly memberId: string;
  readonly today: string;
}

const WEEK = 7;

/** What was said or decided of the tasks of an area since a day, a week ago when none is chosen. */
export const AreaChanges = ({ memberId, today }: AreaChangesProps) => {
  const { words, format } = useWording();
  const search = useSearch({ strict: false });
  const chosen = (search as { readonly 'tu-ngay'?: string })['tu-ngay'] ?? '';
  const since = isPlainDate(chosen) ? chosen : addDays(plainDate(today), -WEEK);
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useQuery(areaChangesQuery(memberId, since));
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const day = format.day(since);
  return (
    <Section
      title={
        data.total === 0 ? words.area.changesNone(day) : words.area.changes(format.number(data.total), day)
      }
      aside={
        data.total > MOST_SHOWN && (
          <Link to="/nhiem-vu" search={{ 'phu-trach': memberId, xem: 'danh-sach', 'tu-ngay': since }}>
            {words.area.seeAll(format.number(data.total))}
          </Link>
        )
      }
    >
      <ul className={styles.items}>
        {data.items.map((card) => (
          <li key={card.id}>
            <Link to="/nhiem-vu/$id" params={{ id: card.id }} className={styles.name}>
              {card.name}
            </Link>
            <TaskStateBadge state={card.state} />
            <span className={styles.quiet}>
              {[
                describeLeads(card),
                ...(card.changedAt === null ? [] : [words.area.changed(format.instant(card.changedAt))]),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <TextInput
        type="date"
        label={words.area.changesSince}
        value={since}
        max={today}
        w="12rem"
        onChange={({ currentTarget: { value } }) => {
          if (!isPlainDate(value)) return;
          void navigate({
            to: '/linh-vuc-phu-trach/$id',
            params: { id: memberId },
            search: { 'tu-ngay': value },
            ...{ replace: true, resetScroll: false },
          });
        }}
      />
    </Section>
  );
};
