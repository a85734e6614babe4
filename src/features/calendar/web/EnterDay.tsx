import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { EnteredKind } from '#core/calendar/entered-days.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import classes from './calendar.module.css';
import { calendarMessages } from './messages.ts';
import type { DayEntry } from './queries.ts';

/** Enters a day off, or one that is worked in exchange, with the notice that says so. */
export const EnterDay = ({ entry }: { readonly entry: DayEntry }) => {
  const { enter: words } = useMessages(calendarMessages);
  const format = useFormat();
  const entered = entry.variables?.kind === 'withdrawn' ? undefined : entry.variables;
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<EnteredKind>('day-off');
  const [reason, setReason] = useState('');
  const isFilled = day !== '' && reason.trim() !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFilled) return;
        const notice = { day, kind, reason: reason.trim(), writeId: newId() };
        entry.mutate(notice, { onSuccess: () => setReason('') });
      }}
    >
      <div className={classes.row}>
        <TextInput
          type="date"
          required
          label={words.day}
          value={day}
          onChange={({ currentTarget: { value } }) => setDay(value)}
        />
        <NativeSelect
          label={words.kind}
          value={kind}
          data={[
            { value: 'day-off', label: words.dayOff },
            { value: 'working-day', label: words.workingDay },
          ]}
          onChange={({ currentTarget: { value } }) =>
            setKind(value === 'working-day' ? 'working-day' : 'day-off')
          }
        />
        <TextInput
          className={classes.reason ?? ''}
          required
          maxLength={300}
          label={words.reason}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Button type="submit" loading={entry.isPending && entered !== undefined} disabled={!isFilled}>
          {words.save}
        </Button>
      </div>
      <div aria-live="polite">
        {entry.isSuccess && entered && (
          <p className={classes.quiet}>{words.saved(format.day(entered.day))}</p>
        )}
      </div>
      {entry.isError && entered && <ErrorState error={entry.error} where={words.title} />}
    </form>
  );
};
