import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  findStopLink,
  getReminderPreference,
  listOwnReminders,
  readOwnReminders,
  stopReminderCopies,
  writeReminderPreference,
  type Preference,
} from '#features/reminder/own/own-contract.ts';
import { call } from '#web/api/call.ts';

export const ownRemindersQuery = queryOptions({
  queryKey: ['own-reminders', 'all'],
  queryFn: ({ signal }) => call(listOwnReminders, { signal }),
});

export const preferenceQuery = queryOptions({
  queryKey: ['reminder-preference'],
  queryFn: ({ signal }) => call(getReminderPreference, { signal }),
});

export const useReadReminders = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => call(readOwnReminders, { body: { upTo } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['own-reminders'] }),
  });
};

export const useWritePreference = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<Preference, 'version' | 'language' | 'copyChannels'>) =>
      call(writeReminderPreference, { body }),
    onSuccess: (preference) => {
      queries.setQueryData(preferenceQuery.queryKey, preference);
    },
  });
};

export const stopLinkQuery = (link: string) =>
  queryOptions({
    queryKey: ['stop-link', link],
    queryFn: ({ signal }) => call(findStopLink, { body: { link }, signal }),
    retry: false,
  });

export const useStopCopies = () =>
  useMutation({ mutationFn: (link: string) => call(stopReminderCopies, { body: { link } }) });
