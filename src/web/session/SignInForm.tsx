import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { toProblem } from '#web/api/problem-error.ts';
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

const asksForCode = (error: unknown): boolean =>
  error !== null &&
  error !== undefined &&
  ['session.code-required', 'session.wrong-code'].includes(toProblem(error).code);

/** User name and password, and a one-time code when the account asks for one. What is missing is said at its field, which takes the focus. */
export const SignInForm = ({ credentials, onChange, onSubmit, isPending, error }: SignInFormProps) => {
  const words = useMessages(sessionMessages);
  const [tried, setTried] = useState(false);
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  // Once asked for, the field stays: a wrong password after it must not take it away.
  if (asksForCode(error) && !isCodeAsked) setIsCodeAsked(true);
  const isFirstAsked = isCodeAsked && toProblem(error).code === 'session.code-required';
  const usernameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isCodeAsked) codeField.current?.focus();
  }, [isCodeAsked]);
  const code = credentials.code ?? '';

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (credentials.username === '') return usernameField.current?.focus();
    if (credentials.password === '') return passwordField.current?.focus();
    if (isCodeAsked && code === '') return codeField.current?.focus();
    const { username, password } = credentials;
    onSubmit({ username: username.trim(), password, ...(isCodeAsked && { code }) });
  };

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {error !== null && error !== undefined && !isFirstAsked && <ErrorState error={error} />}
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
      {isCodeAsked && (
        <TextInput
          ref={codeField}
          name="code"
          label={words.code}
          description={words.codeHint}
          autoComplete="one-time-code"
          spellCheck={false}
          required
          withAsterisk={false}
          value={code}
          error={tried && !isFirstAsked && code === '' ? words.codeMissing : null}
          onChange={(event) => {
            onChange({ ...credentials, code: event.currentTarget.value });
          }}
        />
      )}
      <div>
        <Button type="submit" loading={isPending}>
          {words.signIn}
        </Button>
      </div>
    </form>
  );
};
