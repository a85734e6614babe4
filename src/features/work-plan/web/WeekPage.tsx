import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { isPlainDate, plainDate } from '#core/kernel/plain-date.ts';
import type { CalendarDay } from '#features/calendar/contract.ts';
import type { WorkWeek } from '#features/work-plan/week-contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { calendarDayWords } from '#web/widgets/calendar-day/messages.ts';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { FurtherItems } from './FurtherItems.tsx';
import { weekMessages } from './messages.ts';
import { MOST_PER_PLACE, specialDaysQuery, weekQuery } from './queries.ts';
import styles from './week.module.css';
import { WeekItems } from './WeekItems.tsx';

type Organization = NonNullable<WorkWeek['organization']>;
type Words = (typeof weekMessages)['vi'];

const DAYS_OF_WEEK = 7;

const spanOf = ({ monday, sunday }: WorkWeek, words: Words, format: Format): string =>
  words.span(format.day(monday), format.day(sunday));

const findingOf = (week: WorkWeek, words: Words, format: Format): string => {
  if (!week.organization) return week.choices.length === 0 ? words.noOrganizations : words.choose;
  const { due, done, overdue } = week.counts;
  const span = spanOf(week, words, format);
  const count = format.number(due);
  if (overdue > 0) return words.findingLate(span, count, format.number(overdue));
  return done > 0 ? words.findingDone(span, count, format.number(done)) : words.finding(span, count);
};

const WeekBar = ({ week }: { readonly week: WorkWeek }) => {
  const words = useMessages(weekMessages);
  const search = useSearch({ from: '/shell/tuan-cua-co-quan' });
  const navigate = useNavigate({ from: '/tuan-cua-co-quan' });
  const monday = plainDate(week.monday);
  const toWeek = (days: number) => ({ ...search, ngay: addDays(monday, days) });
  return (
    <div className={styles.bar}>
      {week.choices.length > 1 && (
        <NativeSelect
          label={words.organization}
          value={week.organization?.code ?? ''}
          data={[
            ...(week.organization ? [] : [{ value: '', label: words.chooseNone }]),
            ...week.choices.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            void navigate({ search: { ...search, 'co-quan': value }, replace: true, resetScroll: false });
          }}
        />
      )}
      {week.organization && (
        <nav className={styles.weeks} aria-label={words.weeks}>
          <Link to="/tuan-cua-co-quan" search={toWeek(-DAYS_OF_WEEK)}>
            {words.before}
          </Link>
          <Link to="/tuan-cua-co-quan" search={{ ...search, ngay: undefined }}>
            {words.this}
          </Link>
          <Link to="/tuan-cua-co-quan" search={toWeek(DAYS_OF_WEEK)}>
            {words.after}
          </Link>
          <Link to="/nhiem-vu" search={{ 'co-quan': week.organization.code }}>
            {words.toTasks}
          </Link>
        </nav>
      )}
    </div>
  );
};

const useDayMarks = ({ monday, sunday, today }: WorkWeek) => {
  const words = useMessages(weekMessages);
  const { kinds, holidays } = useMessages(calendarDayWords);
  const first = useQuery(specialDaysQuery(Number(monday.slice(0, 'YYYY'.length))));
  const last = useQuery(specialDaysQuery(Number(sunday.slice(0, 'YYYY'.length))));
  const special: readonly CalendarDay[] = [...(first.data?.items ?? []), ...(last.data?.items ?? [])];
  return ({ day, isWorkingDay }: WorkWeek['days'][number]): readonly string[] => {
    const found = special.findLast((one) => one.day === day);
    const name =
      found && (found.reason ?? (found.holiday === null ? kinds[found.kind] : holidays[found.holiday]));
    const rest = name === undefined ? words.restDay : words.restDayOf(name);
    const worked = name === undefined ? [] : [words.workedDayOf(name)];
    return [...(day === today ? [words.today] : []), ...(isWorkingDay ? worked : [rest])];
  };
};

const WeekDays = ({ week }: { readonly week: WorkWeek }) => {
  const words = useMessages(weekMessages);
  const format = useFormat();
  const marksOf = useDayMarks(week);
  const weekdays = words.weekdays.split('|');
  const { organization } = week;
  if (!organization) return null;
  return (
    <div className={styles.days}>
      {week.days.map((day, place) => (
        <section
          key={day.day}
          className={styles.day}
          data-today={day.day === week.today || undefined}
          aria-label={words.dayTitle(weekdays[place] ?? '', format.day(day.day))}
        >
          <h2 className={styles.dayTitle}>
            {words.dayTitle(weekdays[place] ?? '', format.day(day.day))}
            {marksOf(day).map((mark) => (
              <span key={mark} className={styles.mark}>
                {mark}
              </span>
            ))}
          </h2>
          {day.items.length === 0 ? (
            <p className={styles.quiet}>{words.nothing}</p>
          ) : (
            <div className={styles.place}>
              <WeekItems items={day.items} organization={organization} />
              <FurtherItems
                place={day}
                tasks={{ 'co-quan': organization.code, 'han-tu': day.day, 'han-den': day.day }}
              />
            </div>
          )}
        </section>
      ))}
    </div>
  );
};

// Beyond these the days of the week would be far below.
const MOST_EARLIER = 5;

const EarlierItems = ({
  place: { items },
  organization,
}: {
  readonly place: WorkWeek['earlier'];
  readonly organization: Organization;
}) => {
  const words = useMessages(weekMessages);
  const format = useFormat();
  const rest = items.slice(MOST_EARLIER);
  return (
    <>
      <WeekItems items={items.slice(0, MOST_EARLIER)} organization={organization} saysDay />
      {rest.length > 0 && (
        <details>
          <summary className={styles.more}>{words.more(format.number(rest.length))}</summary>
          <WeekItems items={rest} organization={organization} saysDay />
        </details>
      )}
    </>
  );
};

const WeekContents = ({ week }: { readonly week: WorkWeek }) => {
  const words = useMessages(weekMessages);
  const format = useFormat();
  const { organization, earlier, waiting } = week;
  return (
    <Page
      wide
      eyebrow={words.eyebrow}
      title={findingOf(week, words, format)}
      lead={organization ? words.lead(organization.name) : undefined}
    >
      <WeekBar week={week} />
      {organization ? (
        <>
          {earlier.total > 0 && (
            <Section title={words.earlier(format.day(week.monday), format.number(earlier.total))}>
              <EarlierItems place={earlier} organization={organization} />
              <FurtherItems
                place={earlier}
                tasks={{
                  ...{ 'co-quan': organization.code, 'trang-thai': STATE_SEGMENTS.overdue },
                  'han-den': addDays(plainDate(week.monday), -1),
                }}
              />
            </Section>
          )}
          <WeekDays week={week} />
          {waiting.total > 0 && (
            <Section title={words.waiting(format.number(waiting.total))}>
              <WeekItems items={waiting.items} organization={organization} saysDay />
              <FurtherItems place={waiting} tasks={{ 'co-quan': organization.code, tuan: 'nay' }} />
            </Section>
          )}
        </>
      ) : (
        <EmptyState title={findingOf(week, words, format)}>{words.chooseText}</EmptyState>
      )}
    </Page>
  );
};

/** The week of an organization: what is due on each day, with what is open from before and what waits. */
const WeekPage = () => {
  const words = useMessages(weekMessages);
  const search = useSearch({ from: '/shell/tuan-cua-co-quan' });
  const { 'co-quan': organization, ngay: day, 'day-du': full } = search;
  const week = useQuery(
    weekQuery({
      ...(organization !== undefined && { organization }),
      ...(day !== undefined && isPlainDate(day) && { day }),
      ...(full !== undefined && { perPlace: MOST_PER_PLACE }),
    }),
  );
  if (week.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={week.error} where={words.eyebrow} onRetry={() => void week.refetch()} />
      </Page>
    );
  }
  return week.data ? (
    <WeekContents week={week.data} />
  ) : (
    <Page title={words.loading}>
      <LoadingState lines={8} />
    </Page>
  );
};

export default WeekPage;
