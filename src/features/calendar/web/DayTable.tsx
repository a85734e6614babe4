import { Button } from '@mantine/core';
import { useRef } from 'react';
import { v7 as newId } from 'uuid';
import type { CalendarDay } from '#features/calendar/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import classes from './calendar.module.css';
import { calendarMessages } from './messages.ts';
import type { DayEntry } from './queries.ts';

interface DayTableProps {
  readonly items: readonly CalendarDay[];
  /** Whether entered days can be withdrawn. */
  readonly mayEnter: boolean;
  readonly entry: DayEntry;
}

/** The days of a year that differ from their weekday, each with what it rests on. */
export const DayTable = ({ items, mayEnter, entry }: DayTableProps) => {
  const words = useMessages(calendarMessages);
  const format = useFormat();
  const withdrawn = entry.variables?.kind === 'withdrawn' ? entry.variables : null;
  const notice = useRef<HTMLDivElement>(null);
  const labels = words.table;
  const kindOf = ({ kind, holiday }: CalendarDay): string =>
    holiday === null ? words.kinds[kind] : words.holidays[holiday];
  const withdraw = (day: string): void => {
    const reason = labels.withdrawn(format.day(day));
    // The button goes with the day; the focus goes to what says so.
    const onSuccess = () => notice.current?.focus();
    entry.mutate({ day, kind: 'withdrawn', reason, writeId: newId() }, { onSuccess });
  };
  const columns: readonly FigureColumn<CalendarDay>[] = [
    { key: 'day', title: labels.day, width: '9rem', cell: ({ day }) => format.day(day) },
    { key: 'kind', title: labels.kind, cell: kindOf },
    {
      key: 'basis',
      title: labels.basis,
      cell: ({ basis, reason }) => reason ?? (basis === null ? null : words.bases[basis]),
    },
  ];
  const act: FigureColumn<CalendarDay> = {
    key: 'act',
    title: labels.act,
    width: '7rem',
    cell: ({ day, enteredAt }) =>
      enteredAt !== null && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={labels.withdrawOf(format.day(day))}
          loading={entry.isPending && withdrawn?.day === day}
          onClick={() => withdraw(day)}
        >
          {labels.withdraw}
        </Button>
      ),
  };
  return (
    <>
      <FigureTable
        caption={labels.title}
        rows={items}
        rowKey={({ day, kind }) => `${day} ${kind}`}
        columns={mayEnter ? [...columns, act] : columns}
      />
      <div ref={notice} aria-live="polite" tabIndex={-1}>
        {entry.isSuccess && withdrawn && (
          <p className={classes.quiet}>{labels.isWithdrawn(format.day(withdrawn.day))}</p>
        )}
      </div>
      {entry.isError && withdrawn && <ErrorState error={entry.error} where={labels.withdraw} />}
    </>
  );
};
