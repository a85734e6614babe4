import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
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
  const navigate = useNavigate();
  const [password, setPassword] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  const accepting = useAcceptInvitation();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!isComplete(password)) return;
    accepting.mutate(
      { code: code.trim(), password: password.first },
      { onSuccess: () => void navigate({ to: '/' }) },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {accepting.isError && <ErrorState error={accepting.error} />}
      {/* Password managers keep the new password under it. */}
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <NewPasswordFields value={password} isChecked={isChecked} onChange={setPassword} />
      <div className={styles.buttons}>
        <Button type="submit" loading={accepting.isPending}>
          {words.accept}
        </Button>
      </div>
    </form>
  );
};

export default InvitationPage;
