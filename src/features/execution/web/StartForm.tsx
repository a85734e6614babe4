import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './execution.module.css';
import { useAnnouncedDecision } from './use-announced-decision.ts';
import { useTaskWording } from './use-task-wording.ts';

/** Records the event that a task waits for, and the last day that follows from it. */
export const StartForm = ({ taskId, version }: { readonly taskId: string; readonly version: number }) => {
  const { words } = useTaskWording();
  const [said, setSaid] = useState({ day: '', dueDay: '', document: '' });
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useAnnouncedDecision(taskId);
  const { decision } = words;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (said.day === '') return;
    const dueDay = said.dueDay === '' ? null : said.dueDay;
    const document = said.document.trim() === '' ? null : said.document;
    saving.mutate({ kind: 'record-start', day: said.day, dueDay, document, reason: null, version, writeId });
  };
  const field = (key: 'day' | 'dueDay' | 'document') => ({
    label: decision[key],
    value: said[key],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) => {
      setSaid((before) => ({ ...before, [key]: value }));
      setWriteId(newId());
    },
  });
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={decision.startTitle}>
      <h3>{decision.startTitle}</h3>
      {saving.isError && <ErrorState error={saving.error} where={decision.startTitle} />}
      <TextInput
        type="date"
        required
        error={isTried && said.day === '' ? decision.dayMissing : undefined}
        {...field('day')}
      />
      <TextInput type="date" {...field('dueDay')} />
      <TextInput maxLength={500} {...field('document')} />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {decision.start}
        </Button>
      </div>
    </form>
  );
};
