import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  decideReminderLetter,
  getReminderLadder,
  getReminderPreview,
  listReminderLetters,
  listReminderMessages,
  sendReminderAgain,
  testReminderChannel,
  writeReminderLadder,
  type ReminderMessage,
  type WrittenLadder,
} from '#features/reminder/contract.ts';
import { call } from '#web/api/call.ts';

const KEY = 'reminder';

export const ladderQuery = queryOptions({
  queryKey: [KEY, 'ladder'],
  queryFn: ({ signal }) => call(getReminderLadder, { signal }),
});

export const previewQuery = queryOptions({
  queryKey: [KEY, 'preview'],
  queryFn: ({ signal }) => call(getReminderPreview, { signal }),
});

export const lettersQuery = queryOptions({
  queryKey: [KEY, 'letters'],
  queryFn: ({ signal }) => call(listReminderLetters, { signal }),
});

/** Which messages of the log are shown. */
export interface LogFilter {
  readonly state?: ReminderMessage['state'];
  readonly channel?: ReminderMessage['channel'];
  readonly offset: number;
}

export const logQuery = (filter: LogFilter) =>
  queryOptions({
    queryKey: [KEY, 'log', filter],
    queryFn: ({ signal }) => call(listReminderMessages, { query: filter, signal }),
  });

const useReminderChange = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) => {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }) });
};

/** The ladder as it is to be. */
export interface NewLadder extends Pick<WrittenLadder, 'version' | 'steps' | 'quietHours'> {
  readonly reason: string;
  readonly writeId: string;
}

export const useWriteLadder = () =>
  useReminderChange((body: NewLadder) => call(writeReminderLadder, { body }));

/** The wish that a message be sent again. */
export interface WantedAgain {
  readonly id: string;
  readonly version: number;
  readonly writeId: string;
}

export const useSendAgain = () =>
  useReminderChange(({ id, ...body }: WantedAgain) => call(sendReminderAgain, { params: { id }, body }));

/** What became of a letter. */
export interface LetterDecision {
  readonly id: string;
  readonly decision: 'issued' | 'dismissed';
  readonly note: string;
  readonly writeId: string;
}

export const useDecideLetter = () =>
  useReminderChange(({ id, ...body }: LetterDecision) =>
    call(decideReminderLetter, { params: { id }, body }),
  );

export const useTestChannel = () =>
  useMutation({
    mutationFn: (channel: 'e-mail' | 'webhook') => call(testReminderChannel, { body: { channel } }),
  });
