import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sessionMessages } from '#web/session/messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Page } from '#web/ui/Page.tsx';
import styles from './account.module.css';
import { isComplete, NewPasswordFields, NO_PASSWORD } from './NewPasswordFields.tsx';
import { ownMessages } from './own-messages.ts';
import { useAcceptInvitation, useFindInvitation } from './own-queries.ts';
import { Standalone } from './Standalone.tsx';

/** Where an invited person finds the own account by a one-time code and chooses a password. */
const InvitationPage = () => {
  const { invitation: words } = useMessages(ownMessages);
  // The code stands behind `#`, which browsers keep to themselves: it comes into no log.
  const [code, setCode] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  const [isChecked, setIsChecked] = useState(false);
  const finding = useFindInvitation();
  if (finding.data) {
    const { displayName, username } = finding.data;
    return (
      <Standalone>
        <Page title={words.welcome(displayName)} lead={words.username(username)}>
          <AcceptForm code={code} username={username} />
        </Page>
      </Standalone>
    );
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (code.trim() !== '') finding.mutate(code.trim());
  };
  return (
    <Standalone>
      <Page title={words.title} lead={words.lead}>
        <form className={styles.form} onSubmit={submit} noValidate>
          {finding.isError && <ErrorState error={finding.error} />}
          <TextInput
            name="invitation"
            label={words.code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={32}
            value={code}
            error={isChecked && code.trim() === '' ? words.codeMissing : null}
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
          <div className={styles.buttons}>
            <Button type="submit" loading={finding.isPending}>
              {words.next}
            </Button>
          </div>
        </form>
      </Page>
    </Standalone>
  );
};

const AcceptForm = ({ code, username }: { readonly code: string; readonly username: string }) => {
  const { invitation: words } = useMessages(ownMessages);
  const session = useMessages(sessionMessages);
  const navigate = useNavigate();
  const [password, setPassword] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  const [factorCode, setFactorCode] = useState('');
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  const accepting = useAcceptInvitation();
  const refusal = accepting.isError ? toProblem(accepting.error).code : undefined;
  const isFirstAsked = refusal === 'session.code-required';
  // Once asked for, the field stays: another fault after it must not take it away.
  if ((isFirstAsked || refusal === 'session.wrong-code') && !isCodeAsked) setIsCodeAsked(true);
  const codeField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isCodeAsked) codeField.current?.focus();
  }, [isCodeAsked]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!isComplete(password) || (isCodeAsked && factorCode.trim() === '')) return;
    accepting.mutate(
      {
        ...{ code: code.trim(), password: password.first },
        ...(isCodeAsked && { secondFactorCode: factorCode.trim() }),
      },
      { onSuccess: () => void navigate({ to: '/' }) },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {accepting.isError && !isFirstAsked && <ErrorState error={accepting.error} />}
      {/* Password managers keep the new password under it. */}
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <NewPasswordFields value={password} isChecked={isChecked} onChange={setPassword} />
      {isCodeAsked && (
        <TextInput
          ref={codeField}
          name="code"
          label={session.code}
          description={session.codeHint}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={32}
          value={factorCode}
          error={isChecked && !isFirstAsked && factorCode.trim() === '' ? session.codeMissing : null}
          onChange={(event) => {
            setFactorCode(event.currentTarget.value);
          }}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={accepting.isPending}>
          {words.accept}
        </Button>
      </div>
    </form>
  );
};

export default InvitationPage;
