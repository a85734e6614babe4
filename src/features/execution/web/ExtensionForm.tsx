import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { LineView, OccurrenceView } from '#features/execution/task-contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './execution.module.css';
import { useAskExtension } from './queries.ts';
import { useTaskWording } from './use-task-wording.ts';

interface ExtensionFormProps {
  readonly taskId: string;
  readonly line: LineView;
  readonly occurrence: OccurrenceView;
}

/** Asks for a later last day, with the reason. */
export const ExtensionForm = ({ taskId, line, occurrence }: ExtensionFormProps) => {
  const { words } = useTaskWording();
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useAskExtension(taskId);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (until === '' || !saysSomething(reason)) return;
    const { version, organization } = line;
    saving.mutate(
      { organization: organization.code, period: occurrence.period, version, writeId, until, reason },
      {
        onSuccess: () => {
          setReason('');
          setIsTried(false);
          setWriteId(newId());
        },
      },
    );
  };
  return (
    <details>
      <summary>{words.extension.title}</summary>
      <form className={styles.form} onSubmit={submit} noValidate>
        {saving.isError && <ErrorState error={saving.error} where={words.extension.title} />}
        {saving.isSuccess && <p role="status">{words.extension.sent}</p>}
        <TextInput
          type="date"
          label={words.extension.until}
          required
          value={until}
          error={isTried && until === '' ? words.decision.dayMissing : undefined}
          onChange={(event) => {
            setUntil(event.currentTarget.value);
            setWriteId(newId());
          }}
        />
        <Textarea
          label={words.extension.reason}
          required
          maxLength={2000}
          value={reason}
          error={isTried && !saysSomething(reason) ? words.decision.reasonMissing : undefined}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setWriteId(newId());
          }}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={saving.isPending}>
            {words.extension.submit}
          </Button>
        </div>
      </form>
    </details>
  );
};
