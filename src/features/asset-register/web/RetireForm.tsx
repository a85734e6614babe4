import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { AssetEntryView } from '#features/asset-register/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './asset-register.module.css';
import { useRetireEntry } from './queries.ts';
import { useWording } from './use-wording.ts';

interface RetireFormProps {
  readonly register: string;
  readonly entry: AssetEntryView;
  readonly day: string;
  readonly onDone: () => void;
}

/** Retires an entry from a day on, or restores one that is retired; both with a reason. */
export const RetireForm = ({ register, entry, day, onDone }: RetireFormProps) => {
  const { words } = useWording();
  const isRetired = entry.retiredOn !== null;
  const [from, setFrom] = useState(day);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useRetireEntry(register, entry.id);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!saysSomething(reason) || (!isRetired && from === '')) return;
    const { version } = entry;
    saving.mutate(
      { retiredOn: isRetired ? null : from, reason: reason.trim(), version, writeId },
      { onSuccess: onDone },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {saving.isError && <ErrorState error={saving.error} where={entry.name} />}
      {!isRetired && (
        <>
          <p className={styles.quiet}>{words.retireLead}</p>
          <TextInput
            type="date"
            label={words.retireDay}
            value={from}
            required
            error={isChecked && from === '' ? words.dayMissing : undefined}
            onChange={(event) => {
              setFrom(event.currentTarget.value);
              setWriteId(newId());
            }}
          />
        </>
      )}
      <Textarea
        label={words.reason}
        value={reason}
        maxLength={1000}
        required
        error={isChecked && !saysSomething(reason) ? words.reasonMissing : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setWriteId(newId());
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {isRetired ? words.restore : words.retire}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
