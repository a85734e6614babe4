import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { CalendarFeeds } from './CalendarFeeds.tsx';
import classes from './calendar.module.css';
import { DayTable } from './DayTable.tsx';
import { EnterDay } from './EnterDay.tsx';
import { calendarMessages } from './messages.ts';
import { countSpecialDays } from './count-special-days.ts';
import { calendarYearQuery, useEnterDay } from './queries.ts';

/** The working calendar of a year, days from notices, and the addresses by which calendars follow due days. */
const CalendarPage = () => {
  const words = useMessages(calendarMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const entry = useEnterDay();
  const mayEnter = usePermission('calendar.write');
  const { 'nam-lich': wanted } = useSearch({ from: '/shell/lich-lam-viec' });
  const year = Number(wanted);
  const { data, error, refetch } = useQuery(calendarYearQuery(Number.isInteger(year) ? year : undefined));
  if (!data) {
    return (
      <Page title={words.loading} eyebrow={words.eyebrow}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState lines={8} />}
      </Page>
    );
  }
  const { off, worked } = countSpecialDays(data.items);
  return (
    <Page
      title={words.finding(String(data.year), format.number(off), format.number(worked))}
      eyebrow={words.eyebrow}
      lead={words.lead}
    >
      <NativeSelect
        className={classes.year ?? ''}
        label={words.year}
        value={String(data.year)}
        data={data.years.map(String)}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: '/lich-lam-viec', search: { 'nam-lich': value } })
        }
      />
      {!data.isAnnounced && <p className={classes.quiet}>{words.notAnnounced}</p>}
      <Section title={words.table.title} lead={`${words.table.sources}: ${data.sources.join('; ')}`}>
        {data.items.length === 0 ? (
          <p className={classes.quiet}>{words.table.empty}</p>
        ) : (
          <DayTable items={data.items} mayEnter={mayEnter} entry={entry} />
        )}
      </Section>
      {mayEnter && (
        <Section title={words.enter.title} lead={words.enter.lead}>
          <EnterDay entry={entry} />
        </Section>
      )}
      <Section title={words.feeds.title} lead={words.feeds.lead}>
        <CalendarFeeds />
      </Section>
    </Page>
  );
};

export default CalendarPage;
