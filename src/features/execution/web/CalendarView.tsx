import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './execution.module.css';
import { type ExecutionSearch, VIEW_SEGMENTS } from './execution-address.ts';
import { isRestDay, lastDayOf, listMonthWeeks, moveMonth } from './month-days.ts';
import { scheduleQuery, workingDaysQuery } from './queries.ts';
import { useWording } from './use-wording.ts';

interface CalendarViewProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly search: ExecutionSearch;
  readonly month: string;
}

/** The days of a month with how many tasks come due on each; a day opens its tasks. */
export const CalendarView = ({ filter, search, month }: CalendarViewProps) => {
  const { words, format } = useWording();
  const { dueFrom: _, dueTo: __, ...rest } = filter;
  const span = { by: 'day' as const, dueFrom: `${month}-01`, dueTo: lastDayOf(month) };
  const schedule = useQuery(scheduleQuery(rest, span));
  const calendar = useQuery(workingDaysQuery(Number(month.slice(0, 'YYYY'.length))));
  if (schedule.isError) return <ErrorState error={schedule.error} onRetry={() => void schedule.refetch()} />;
  if (!schedule.data) return <LoadingState lines={8} />;
  const { items, today } = schedule.data;
  // While the calendar is on its way, weekends alone are shown as off.
  const special = calendar.data?.items ?? [];
  const byDay = new Map(items.map((item) => [item.period, item]));
  const toMonth = (months: number): ExecutionSearch => ({ ...search, thang: moveMonth(month, months) });
  const weekdays = words.weekdays.split('|');
  return (
    <Section
      title={words.calendarTitle(format.period(month))}
      lead={items.length === 0 ? words.monthNothing : undefined}
      aside={
        <span className={styles.pages}>
          <Link to="/nhiem-vu" search={toMonth(-1)}>
            {words.earlierMonth}
          </Link>
          <Link to="/nhiem-vu" search={toMonth(1)}>
            {words.laterMonth}
          </Link>
        </span>
      }
    >
      <table className={styles.month}>
        <caption className={styles.hidden}>{words.calendarTitle(format.period(month))}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listMonthWeeks(month).map((week) => (
            <tr key={week.find((day) => day !== null) ?? ''}>
              {week.map((day, place) => {
                const due = day === null ? undefined : byDay.get(day);
                return (
                  <td
                    key={weekdays[place]}
                    data-weekday={weekdays[place]}
                    data-empty={due === undefined || undefined}
                    data-today={day === today || undefined}
                    data-rest={(day === null ? place > 4 : isRestDay(day, special)) || undefined}
                  >
                    {day !== null && (
                      <span className={styles.dayNumber}>
                        {Number(day.slice(8))}
                        {special.some((one) => one.day === day) &&
                          ` ${isRestDay(day, special) ? words.restDay : words.workedDay}`}
                      </span>
                    )}
                    {day !== null && due && (
                      <Link
                        to="/nhiem-vu"
                        className={styles.dayLink}
                        search={{ ...search, xem: VIEW_SEGMENTS.list, 'han-tu': day, 'han-den': day }}
                      >
                        {words.dayTasks(format.number(due.total))}
                        {due.states.overdue > 0 && (
                          <span className={styles.late}>
                            {words.dayLate(format.number(due.states.overdue))}
                          </span>
                        )}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
};
