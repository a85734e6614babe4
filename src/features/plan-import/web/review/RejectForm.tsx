import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';
import { useFocusFirst } from './use-focus-first.ts';

interface RejectFormProps {
  readonly onReject: (reason: string | null) => void;
  readonly onCancel: () => void;
}

/** Asks why an item stays out; the reason may be blank. */
export const RejectForm = ({ onReject, onCancel }: RejectFormProps) => {
  const words = useMessages(reviewMessages);
  const form = useFocusFirst();
  const [reason, setReason] = useState('');
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={words.rejecting.title}
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason.trim() === '' ? null : reason.trim());
      }}
    >
      <TextInput
        size="xs"
        maxLength={500}
        label={words.rejecting.reason}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <Group gap="xs">
        <Button type="submit" size="xs" color="lotus">
          {words.rejecting.save}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {words.form.cancel}
        </Button>
      </Group>
    </form>
  );
};
