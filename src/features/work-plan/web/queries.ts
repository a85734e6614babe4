import { queryOptions } from '@tanstack/react-query';
import { getCalendarYear } from '#features/calendar/contract.ts';
import { getWorkWeek } from '#features/work-plan/week-contract.ts';
import { call } from '#web/api/call.ts';

/** As many of each day as the server gives at once. */
export const MOST_PER_PLACE = '200';

/** The week of an organization. Steps and tasks change it, so it is asked for anew whenever it is opened. */
export const weekQuery = (query: {
  readonly organization?: string;
  readonly day?: string;
  readonly perPlace?: string;
}) =>
  queryOptions({
    queryKey: ['work-plan', 'week', query],
    queryFn: ({ signal }) => call(getWorkWeek, { query, signal }),
    staleTime: 0,
  });

/** What makes days of a year differ from their weekdays. */
export const specialDaysQuery = (year: number) =>
  queryOptions({
    queryKey: ['execution', 'working-days', year],
    queryFn: ({ signal }) => call(getCalendarYear, { query: { year }, signal }),
  });
