import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountView } from '#features/account/administration-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';
import {
  useInvite,
  useMailInvitations,
  useResetSecondFactor,
  useSetState,
} from './administration-queries.ts';
import { InvitationSheets } from './InvitationSheets.tsx';
import { MailedInvitations } from './MailedInvitations.tsx';

/** How the person comes in, and what an administrator can do about it. */
export const AccessSection = ({ account }: { readonly account: AccountView }) => {
  const { access: words, withFactor, withoutFactor, never } = useMessages(administrationMessages);
  const format = useFormat();
  const inviting = useInvite();
  const mailing = useMailInvitations();
  const { hasPassword, invitedUntil, hasSecondFactor, identityIssuers, lastSignInAt } = account;
  const password = [
    hasPassword ? words.hasPassword : words.noPassword,
    ...(invitedUntil === null ? [] : [words.invited(format.instant(invitedUntil))]),
  ].join('; ');
  return (
    <>
      <Section title={words.title}>
        <Facts
          twoColumns
          facts={[
            { label: words.password, value: password },
            { label: words.factor, value: hasSecondFactor ? withFactor : withoutFactor },
            { label: words.identities, value: identityIssuers.join('; ') },
            {
              label: words.lastSignIn,
              value: lastSignInAt === null ? never : format.instant(lastSignInAt),
            },
          ]}
        />
        {inviting.isError && <ErrorState error={inviting.error} />}
        {mailing.isError && <ErrorState error={mailing.error} />}
        {account.mayWrite && account.state !== 'erased' && (
          <AccessActions
            account={account}
            isInviting={inviting.isPending}
            isMailing={mailing.isPending}
            onInvite={() => {
              mailing.reset();
              inviting.mutate([account.id]);
            }}
            onMail={() => {
              inviting.reset();
              mailing.mutate([account.id]);
            }}
          />
        )}
      </Section>
      {inviting.data && <InvitationSheets invitations={inviting.data.items} onDone={inviting.reset} />}
      {mailing.data && <MailedInvitations mailed={mailing.data.items} onDone={mailing.reset} />}
    </>
  );
};

interface AccessActionsProps {
  readonly account: AccountView;
  readonly isInviting: boolean;
  readonly isMailing: boolean;
  readonly onInvite: () => void;
  readonly onMail: () => void;
}

const AccessActions = (props: AccessActionsProps) => {
  const { account, isInviting, isMailing, onInvite, onMail } = props;
  const { access: words, mails } = useMessages(administrationMessages);
  const [asked, setAsked] = useState<'disable' | 'reset' | null>(null);
  const setting = useSetState(account.id);
  const resetting = useResetSecondFactor(account.id);
  const close = (): void => {
    setAsked(null);
  };
  const failed = setting.error ?? resetting.error;
  const isDisabled = account.state === 'disabled';
  if (asked !== null) {
    return (
      <Question
        text={asked === 'disable' ? words.disableAsk : words.resetAsk}
        verb={asked === 'disable' ? words.disable : words.reset}
        onClose={close}
        onAgree={() => {
          if (asked === 'disable') setting.mutate(true, { onSettled: close });
          else resetting.mutate(undefined, { onSettled: close });
        }}
      />
    );
  }
  return (
    <>
      {failed !== null && <ErrorState error={failed} />}
      <div className={styles.buttons}>
        {!isDisabled && (
          <Button loading={isInviting} onClick={onInvite}>
            {account.hasPassword ? words.inviteAgain : words.invite}
          </Button>
        )}
        {!isDisabled && account.sendsMail && account.email !== null && (
          <Button variant="default" loading={isMailing} onClick={onMail}>
            {account.hasPassword ? mails.again : mails.one}
          </Button>
        )}
        {account.hasSecondFactor && (
          <Button
            variant="default"
            onClick={() => {
              setAsked('reset');
            }}
          >
            {words.reset}
          </Button>
        )}
        <Button
          variant="default"
          loading={setting.isPending}
          onClick={() => {
            if (isDisabled) setting.mutate(false);
            else setAsked('disable');
          }}
        >
          {isDisabled ? words.enable : words.disable}
        </Button>
      </div>
    </>
  );
};

interface QuestionProps {
  readonly text: string;
  readonly verb: string;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}

const Question = ({ text, verb, onAgree, onClose }: QuestionProps) => {
  const { cancel } = useMessages(administrationMessages);
  return (
    <div className={styles.form}>
      <p>{text}</p>
      <div className={styles.buttons}>
        <Button onClick={onAgree}>{verb}</Button>
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </div>
  );
};
