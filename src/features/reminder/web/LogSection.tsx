import { Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { MESSAGE_STATES } from '#core/reminder/delivery.ts';
import { MESSAGE_CHANNELS } from '#core/reminder/ladder.ts';
import type { Delivery, ReminderMessage } from '#features/reminder/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { reminderMessages } from './messages.ts';
import { logQuery, useSendAgain } from './queries.ts';
import styles from './reminder.module.css';

const TONES = {
  queued: 'open',
  sending: 'running',
  sent: 'good',
  'given-up': 'bad',
  uncertain: 'warning',
  dropped: 'neutral',
} as const satisfies Record<ReminderMessage['state'], StateTone>;

const PAGE = 50;

const LogTable = ({ items }: { readonly items: readonly ReminderMessage[] }) => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const sending = useSendAgain();
  // The same wish keeps its name, also when it is told twice because no answer came.
  const [writeIds] = useState(() => new Map<string, string>());
  const sendAgain = (id: string, version: number): void => {
    const wish = `${id}/${String(version)}`;
    const writeId = writeIds.get(wish) ?? newId();
    writeIds.set(wish, writeId);
    sending.mutate({ id, version, writeId });
  };
  const { log } = words;
  const wordsOf = ({ at, event, reason }: Delivery): string => {
    const known: Readonly<Record<string, string>> = log.reasons;
    const why = reason === null ? '' : ` (${known[reason] ?? reason})`;
    return log.event(format.instant(at), `${log.events[event]}${why}`);
  };
  return (
    <>
      <FigureTable
        caption={log.title}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'person', title: log.person, cell: ({ person }) => person },
          { key: 'day', title: log.day, width: '6.5rem', cell: ({ day }) => format.day(day) },
          { key: 'channel', title: log.channel, cell: ({ channel }) => words.channels[channel] },
          { key: 'items', title: log.items, kind: 'figure', cell: (one) => format.number(one.items) },
          {
            key: 'state',
            title: log.state,
            width: '10rem',
            cell: ({ state }) => <StateBadge tone={TONES[state]}>{log.states[state]}</StateBadge>,
          },
          {
            key: 'deliveries',
            title: log.deliveries,
            cell: ({ deliveries }) => (
              <ul className={styles.lines}>
                {deliveries.map((one) => (
                  <li key={`${one.at} ${one.event} ${String(one.attempt)}`}>{wordsOf(one)}</li>
                ))}
              </ul>
            ),
          },
          {
            key: 'act',
            title: log.act,
            width: '6rem',
            cell: ({ id, person, version, maySendAgain }) =>
              maySendAgain && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={log.againOf(person)}
                  loading={sending.isPending && sending.variables.id === id}
                  onClick={() => sendAgain(id, version)}
                >
                  {log.again}
                </Button>
              ),
          },
        ]}
      />
      <div aria-live="polite">{sending.isSuccess && <p className={styles.quiet}>{log.queued}</p>}</div>
      {sending.isError && <ErrorState error={sending.error} where={log.again} />}
    </>
  );
};

/** What became of every message, by state and way; what was given up or got lost is sent again from here. */
export const LogSection = () => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/nhac-viec' });
  const { log } = words;
  const state = MESSAGE_STATES.find((one) => one === search['trang-thai']);
  const channel = MESSAGE_CHANNELS.find((one) => one === search.kenh);
  const from = Number(search.tu ?? 0);
  const offset = Number.isSafeInteger(from) && from > 0 ? from : 0;
  const filter = { ...(state && { state }), ...(channel && { channel }), offset };
  const { data, error, refetch } = useQuery({ ...logQuery(filter), placeholderData: keepPreviousData });
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '/nhac-viec', search: { ...search, tu: undefined, ...change }, resetScroll: false });
  const total = data?.total ?? 0;
  return (
    <Section title={log.title} lead={log.lead}>
      <div className={styles.row}>
        <NativeSelect
          label={log.state}
          value={state ?? ''}
          data={[
            { value: '', label: log.any },
            ...MESSAGE_STATES.map((value) => ({ value, label: log.states[value] })),
          ]}
          onChange={({ currentTarget: { value } }) => go({ 'trang-thai': value === '' ? undefined : value })}
        />
        <NativeSelect
          label={log.channel}
          value={channel ?? ''}
          data={[
            { value: '', label: log.any },
            ...MESSAGE_CHANNELS.map((value) => ({ value, label: words.channels[value] })),
          ]}
          onChange={({ currentTarget: { value } }) => go({ kenh: value === '' ? undefined : value })}
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={6} />}
      {data?.items.length === 0 && <EmptyState title={log.empty} />}
      {data && data.items.length > 0 && <LogTable items={data.items} />}
      {total > PAGE && (
        <div className={styles.row}>
          <span className={styles.quiet}>
            {log.shown(
              format.number(offset + 1),
              format.number(Math.min(offset + PAGE, total)),
              format.number(total),
            )}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            disabled={offset === 0}
            onClick={() => go({ tu: offset - PAGE > 0 ? String(offset - PAGE) : undefined })}
          >
            {log.newer}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={offset + PAGE >= total}
            onClick={() => go({ tu: String(offset + PAGE) })}
          >
            {log.older}
          </Button>
        </div>
      )}
    </Section>
  );
};
