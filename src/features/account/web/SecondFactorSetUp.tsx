import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './account.module.css';
import { ownMessages } from './own-messages.ts';
import { useBeginSecondFactor, useConfirmSecondFactor } from './own-queries.ts';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

interface SecondFactorSetUpProps {
  readonly hasPassword: boolean;
  readonly label: string;
  readonly onDone: () => void;
}

/** Sets a second factor up: password, QR code, first code, recovery codes. */
export const SecondFactorSetUp = ({ hasPassword, label, onDone }: SecondFactorSetUpProps) => {
  const { factor: words, password: passwordWords } = useMessages(ownMessages);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const beginning = useBeginSecondFactor();
  const confirming = useConfirmSecondFactor();
  const begun = beginning.data;
  if (confirming.data) return <RecoveryCodes codes={confirming.data.recoveryCodes} onKept={onDone} />;
  if (!begun) {
    return (
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          beginning.mutate(hasPassword ? password : null);
        }}
      >
        {beginning.isError && <ErrorState error={beginning.error} />}
        {hasPassword && (
          <PasswordInput
            name="current-password"
            label={passwordWords.current}
            autoComplete="current-password"
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
        )}
        <div className={styles.buttons}>
          <Button type="submit" loading={beginning.isPending}>
            {label}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        confirming.mutate({ ticket: begun.ticket, code });
      }}
    >
      <p className={styles.quiet}>{words.scan}</p>
      <QrCode text={begun.address} label={words.qr} />
      <p className={styles.quiet}>
        {words.typed} <span className={styles.code}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      {confirming.isError && <ErrorState error={confirming.error} />}
      <TextInput
        name="code"
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={confirming.isPending} disabled={code.trim() === ''}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
};
