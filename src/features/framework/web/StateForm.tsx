import { Button, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { FrameworkRow } from '#features/framework/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './framework.module.css';
import { frameworkMessages, type FrameworkWords } from './messages.ts';
import { ProblemList } from './ProblemList.tsx';
import { useStateChange } from './queries.ts';

export type StateAction = 'put-in-force' | 'withdraw' | 'discard';

const TEXTS = {
  'put-in-force': ({ forceTitle, forceText, force }) => [forceTitle, forceText, force],
  withdraw: ({ withdrawTitle, withdrawText, withdraw }) => [withdrawTitle, withdrawText, withdraw],
  discard: ({ discardTitle, discardText, discard }) => [discardTitle, discardText, discard],
} as const satisfies Record<
  StateAction,
  (words: FrameworkWords['move']) => readonly [string, string, string]
>;

interface StateFormProps {
  readonly row: FrameworkRow;
  readonly action: StateAction;
  readonly onClose: () => void;
}

/** Asks once more before a version comes into force, goes back, or is discarded, and says what follows. */
export const StateForm = ({ row, action, onClose }: StateFormProps) => {
  const { move: words } = useMessages(frameworkMessages);
  const [reason, setReason] = useState('');
  const [writeId] = useState(() => newId());
  const changing = useStateChange(row);
  const [title, text, verb] = TEXTS[action](words);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    changing.mutate(
      { action, editVersion: row.editVersion, reason: reason.trim() === '' ? null : reason.trim(), writeId },
      { onSuccess: onClose },
    );
  };
  return (
    <Section title={title} lead={text}>
      <form className={styles.form} onSubmit={submit} noValidate style={{ maxWidth: '40rem' }}>
        {changing.isError && <ProblemList error={changing.error} />}
        <Textarea
          label={words.reason}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={changing.isPending}>
            {verb}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Section>
  );
};
