import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnAccount } from '#features/account/own-account-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { ownMessages } from './own-messages.ts';
import { ownAccountQuery, useRemoveSecondFactor, useRenewRecoveryCodes } from './own-queries.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';

/** Whether codes are asked for when signing in, and what can be done about it. */
export const SecondFactorSection = ({ account }: { readonly account: OwnAccount }) => {
  const { factor: words } = useMessages(ownMessages);
  const format = useFormat();
  const queries = useQueryClient();
  const [isMoving, setIsMoving] = useState(false);
  const { isOn, isRequired, recoveryCodesLeft } = account.secondFactor;
  const refresh = (): void => {
    setIsMoving(false);
    void queries.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
  };
  const setUp = (label: string) => (
    <SecondFactorSetUp hasPassword={account.hasPassword} label={label} onDone={refresh} />
  );
  const lead = isOn ? words.on(format.number(recoveryCodesLeft)) : words.off;
  return (
    <Section title={words.title} lead={isRequired ? `${lead} ${words.required}` : lead}>
      {!isOn && setUp(words.start)}
      {isOn && isMoving && setUp(words.renewPhone)}
      {isOn && !isMoving && (
        <WithCode
          isRequired={isRequired}
          onMove={() => {
            setIsMoving(true);
          }}
          onDone={refresh}
        />
      )}
    </Section>
  );
};

interface WithCodeProps {
  readonly isRequired: boolean;
  readonly onMove: () => void;
  readonly onDone: () => void;
}

/** What takes a code of the present second factor: new recovery codes, and switching it off. */
const WithCode = ({ isRequired, onMove, onDone }: WithCodeProps) => {
  const { factor: words } = useMessages(ownMessages);
  const [code, setCode] = useState('');
  const renewing = useRenewRecoveryCodes();
  const removing = useRemoveSecondFactor();
  if (renewing.data) return <RecoveryCodes codes={renewing.data.recoveryCodes} onKept={onDone} />;
  const failed = renewing.error ?? removing.error;
  return (
    <div className={styles.form}>
      {failed !== null && <ErrorState error={failed} />}
      <TextInput
        name="code"
        label={words.codeOrRecovery}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <div className={styles.buttons}>
        <Button
          variant="default"
          disabled={code.trim() === ''}
          loading={renewing.isPending}
          onClick={() => {
            removing.reset();
            renewing.mutate(code);
          }}
        >
          {words.renew}
        </Button>
        <Button variant="default" onClick={onMove}>
          {words.renewPhone}
        </Button>
        {!isRequired && (
          <Button
            variant="default"
            disabled={code.trim() === ''}
            loading={removing.isPending}
            onClick={() => {
              renewing.reset();
              removing.mutate(code);
            }}
          >
            {words.remove}
          </Button>
        )}
      </div>
    </div>
  );
};
