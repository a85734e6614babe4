import { queryOptions } from '@tanstack/react-query';
import { listReminders } from '#features/collection/follow-up-contract.ts';
import { call } from '#web/api/call.ts';

/** What the person's organizations were reminded of and still owe. */
export const remindersQuery = queryOptions({
  queryKey: ['collection', 'reminders'],
  queryFn: ({ signal }) => call(listReminders, { signal }),
});
