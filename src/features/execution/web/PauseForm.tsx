import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './execution.module.css';
import { useAnnouncedDecision } from './use-announced-decision.ts';
import { useTaskWording } from './use-task-wording.ts';

interface PauseFormProps {
  readonly taskId: string;
  /** Whose part it is; null for the whole task. */
  readonly organization: string | null;
  readonly version: number;
  readonly isPaused: boolean;
}

/** Pauses a task or a part of it, or lets it go on, with reason and document. */
export const PauseForm = ({ taskId, organization, version, isPaused }: PauseFormProps) => {
  const { words } = useTaskWording();
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useAnnouncedDecision(taskId);
  const { decision } = words;
  const kind = isPaused ? 'resume' : 'pause';
  const label = organization === null ? decision[`${kind}Whole`] : decision[kind];
  const take = (): void => {
    setIsTried(true);
    if (!saysSomething(reason)) return;
    const written = document.trim() === '' ? null : document;
    saving.mutate(
      { kind, organization, reason, document: written, version, writeId },
      {
        onSuccess: () => {
          setReason('');
          setDocument('');
          setIsTried(false);
          setWriteId(newId());
        },
      },
    );
  };
  return (
    <details>
      <summary>{label}</summary>
      <div className={styles.form}>
        {saving.isError && <ErrorState error={saving.error} where={label} />}
        <Textarea
          label={decision.reason}
          required
          maxLength={2000}
          value={reason}
          error={isTried && !saysSomething(reason) ? decision.reasonMissing : undefined}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setWriteId(newId());
          }}
        />
        <TextInput
          label={decision.document}
          maxLength={500}
          value={document}
          onChange={(event) => {
            setDocument(event.currentTarget.value);
            setWriteId(newId());
          }}
        />
        <div className={styles.buttons}>
          <Button variant="default" disabled={saving.isPending} onClick={take}>
            {label}
          </Button>
        </div>
      </div>
    </details>
  );
};
