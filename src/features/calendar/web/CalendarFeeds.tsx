import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeed } from '#features/calendar/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { OneTimeSecret } from '#web/ui/OneTimeSecret.tsx';
import classes from './calendar.module.css';
import { calendarMessages } from './messages.ts';
import { feedAddress, feedsQuery, useCreateFeed, useRevokeFeed } from './queries.ts';

type Choice = NonNullable<CalendarFeed['organization']>;

const CreateFeed = ({ choices }: { readonly choices: readonly Choice[] }) => {
  const { feeds: words } = useMessages(calendarMessages);
  const creating = useCreateFeed();
  const [code, setCode] = useState('');
  if (creating.data)
    return <OneTimeSecret secret={feedAddress(creating.data.token)} words={words} onDone={creating.reset} />;
  return (
    <>
      <div className={classes.row}>
        <NativeSelect
          label={words.whose}
          value={code}
          data={[
            { value: '', label: words.mine },
            ...choices.map((choice) => ({ value: choice.code, label: choice.name })),
          ]}
          onChange={({ currentTarget: { value } }) => setCode(value)}
        />
        <Button
          variant="default"
          loading={creating.isPending}
          onClick={() => creating.mutate(code === '' ? null : code)}
        >
          {words.create}
        </Button>
      </div>
      {creating.isError && <ErrorState error={creating.error} where={words.create} />}
    </>
  );
};

/** The secret addresses by which a person's calendars read due days. */
export const CalendarFeeds = () => {
  const { feeds: words } = useMessages(calendarMessages);
  const format = useFormat();
  const { data, error } = useQuery(feedsQuery);
  const revoking = useRevokeFeed();
  if (error) return <ErrorState error={error} />;
  if (!data) return <LoadingState lines={3} />;
  const nameOf = ({ organization }: CalendarFeed): string => organization?.name ?? words.mine;
  return (
    <>
      {data.items.length === 0 ? (
        <p className={classes.quiet}>{words.none}</p>
      ) : (
        <FigureTable
          caption={words.title}
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'whose', title: words.whose, cell: nameOf },
            { key: 'created', title: words.created, cell: ({ createdAt }) => format.instant(createdAt) },
            {
              key: 'act',
              title: words.act,
              width: '8rem',
              cell: (feed) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.revokeOf(nameOf(feed))}
                  loading={revoking.isPending && revoking.variables === feed.id}
                  onClick={() => revoking.mutate(feed.id)}
                >
                  {words.revoke}
                </Button>
              ),
            },
          ]}
        />
      )}
      {revoking.isError && <ErrorState error={revoking.error} where={words.revoke} />}
      <CreateFeed choices={data.choices} />
    </>
  );
};
