import { Button, PasswordInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './account.module.css';
import { isComplete, NewPasswordFields, NO_PASSWORD } from './NewPasswordFields.tsx';
import { ownMessages } from './own-messages.ts';
import { useChangePassword } from './own-queries.ts';

/** Chooses another password; the present one is asked for again. */
export const PasswordForm = ({ onChanged }: { readonly onChanged?: () => void }) => {
  const { password: words } = useMessages(ownMessages);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  const changing = useChangePassword();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (current === '' || !isComplete(next)) return;
    changing.mutate(
      { currentPassword: current, newPassword: next.first },
      {
        onSuccess: () => {
          setCurrent('');
          setNext(NO_PASSWORD);
          setIsChecked(false);
          onChanged?.();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {changing.isError && <ErrorState error={changing.error} />}
      <PasswordInput
        name="current-password"
        label={words.current}
        autoComplete="current-password"
        value={current}
        error={isChecked && current === '' ? words.missing : null}
        onChange={(event) => {
          setCurrent(event.currentTarget.value);
        }}
      />
      <NewPasswordFields value={next} isChecked={isChecked} onChange={setNext} />
      <div className={styles.buttons}>
        <Button type="submit" loading={changing.isPending}>
          {words.change}
        </Button>
      </div>
      <div aria-live="polite">{changing.isSuccess && <p className={styles.done}>{words.changed}</p>}</div>
    </form>
  );
};
