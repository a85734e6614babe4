import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EnteredKind } from '#core/calendar/entered-days.ts';
import {
  createCalendarFeed,
  enterCalendarDay,
  getCalendarYear,
  listCalendarFeeds,
  revokeCalendarFeed,
} from '#features/calendar/contract.ts';
import { call } from '#web/api/call.ts';

export const calendarYearQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['calendar', year ?? 'now'],
    queryFn: ({ signal }) => call(getCalendarYear, { query: year === undefined ? {} : { year }, signal }),
  });

export const feedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: ({ signal }) => call(listCalendarFeeds, { signal }),
});

/** A day as a notice has it. */
export interface DayOfNotice {
  readonly day: string;
  readonly kind: EnteredKind;
  readonly reason: string;
  readonly writeId: string;
}

/** Enters a day. Every deadline on every page may have moved. */
export const useEnterDay = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ day, ...body }: DayOfNotice) => call(enterCalendarDay, { params: { day }, body }),
    onSuccess: () => queries.invalidateQueries(),
  });
};

/** One state for all that is entered and withdrawn on a page: what was done last is told alone. */
export type DayEntry = ReturnType<typeof useEnterDay>;

const useFeedChange = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: feedsQuery.queryKey }),
  });
};

export const useCreateFeed = () =>
  useFeedChange((organizationCode: string | null) =>
    call(createCalendarFeed, { body: { organizationCode } }),
  );

export const useRevokeFeed = () =>
  useFeedChange((id: string) => call(revokeCalendarFeed, { params: { id } }));

/** The address of a feed as other programs open it. */
export const feedAddress = (token: string): string =>
  `${window.location.origin}/api/v1/calendar-feeds/${token}`;
