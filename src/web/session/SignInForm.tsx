import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { sessionMessages } from './messages.ts';
import type { Credentials } from './session.ts';
import styles from './SignInForm.module.css';

interface SignInFormProps {
  readonly credentials: Credentials;
  readonly onChange: (credentials: Credentials) => void;
  readonly onSubmit: (credentials: Credentials) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** User name and password. What is missing is said at its field, which takes the focus. */
export const SignInForm = ({ credentials, onChange, onSubmit, isPending, error }: SignInFormProps) => {
  const words = useMessages(sessionMessages);
  const [tried, setTried] = useState(false);
  const usernameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (credentials.username === '') return usernameField.current?.focus();
    if (credentials.password === '') return passwordField.current?.focus();
    onSubmit({ ...credentials, username: credentials.username.trim() });
  };

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {error !== null && error !== undefined && <ErrorState error={error} />}
      <TextInput
        ref={usernameField}
        name="username"
        label={words.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        value={credentials.username}
        error={tried && credentials.username === '' ? words.usernameMissing : null}
        onChange={(event) => {
          onChange({ ...credentials, username: event.currentTarget.value });
        }}
      />
      <PasswordInput
        ref={passwordField}
        name="password"
        label={words.password}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={credentials.password}
        error={tried && credentials.password === '' ? words.passwordMissing : null}
        onChange={(event) => {
          onChange({ ...credentials, password: event.currentTarget.value });
        }}
      />
      <div>
        <Button type="submit" loading={isPending}>
          {words.signIn}
        </Button>
      </div>
    </form>
  );
};
