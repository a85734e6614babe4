import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { LadderStep } from '#core/reminder/ladder.ts';
import type { WrittenLadder } from '#features/reminder/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { reminderMessages } from './messages.ts';
import { useWriteLadder } from './queries.ts';
import styles from './reminder.module.css';
import { StepFields } from './StepFields.tsx';

/** A step being typed: its days stay text until it is saved. */
export interface DraftStep extends LadderStep {
  readonly key: string;
}

const draftOf = (step: LadderStep): DraftStep => ({ ...step, key: newId() });

/** The next step that is free after the last one. */
const nextStep = (steps: readonly LadderStep[]): DraftStep =>
  draftOf({
    offset: Math.max(0, ...steps.map(({ offset }) => offset)) + 1,
    ...{ audiences: ['officer'], channels: ['in-app', 'e-mail'], repeat: null },
  });

interface LadderFormProps {
  readonly ladder: WrittenLadder;
  readonly onClose: (isSaved: boolean) => void;
}

/** Changes the ladder step by step; nothing counts until it is saved with a reason. */
export const LadderForm = ({ ladder, onClose }: LadderFormProps) => {
  const { ladder: words } = useMessages(reminderMessages);
  const [steps, setSteps] = useState<readonly DraftStep[]>(() => ladder.steps.map(draftOf));
  const [quietHours, setQuietHours] = useState(ladder.quietHours);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useWriteLadder();
  const change = (next: readonly DraftStep[]): void => {
    setSteps(next);
    setWriteId(newId());
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (reason.trim() === '') return;
    const wanted = steps.map(({ offset, audiences, channels, repeat }) => ({
      ...{ offset, audiences: [...audiences], channels: [...channels], repeat },
    }));
    saving.mutate(
      { version: ladder.version, writeId, steps: wanted, quietHours, reason: reason.trim() },
      { onSuccess: () => onClose(true) },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {steps.map((step, place) => (
        <StepFields
          key={step.key}
          place={place + 1}
          step={step}
          onChange={(changed) =>
            change(steps.map((one) => (one.key === step.key ? { ...one, ...changed } : one)))
          }
          onRemove={() => change(steps.filter(({ key }) => key !== step.key))}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => change([...steps, nextStep(steps)])}>
          {words.add}
        </Button>
      </div>
      <div className={styles.row}>
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            className={styles.time ?? ''}
            type="time"
            label={end === 'from' ? words.quietFrom : words.quietTo}
            value={quietHours[end]}
            onChange={({ currentTarget: { value } }) => {
              if (value === '') return;
              setQuietHours({ ...quietHours, [end]: value });
              setWriteId(newId());
            }}
          />
        ))}
      </div>
      <TextInput
        label={words.reason}
        required
        maxLength={300}
        value={reason}
        error={isTried && reason.trim() === '' ? words.reasonMissing : undefined}
        onChange={({ currentTarget: { value } }) => {
          setReason(value);
          setWriteId(newId());
        }}
      />
      {saving.isError && <ErrorState error={saving.error} where={words.title} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={() => onClose(false)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
