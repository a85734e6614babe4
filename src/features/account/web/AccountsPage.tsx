import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { AccountRow } from '#features/account/administration-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { RegisterTable } from '#web/ui/register-table/RegisterTable.tsx';
import { useRegisterState } from '#web/ui/register-table/use-register-state.ts';
import { buildColumns, buildFacets, FACET_IDS } from './account-register.tsx';
import styles from './account.module.css';
import { AddAccountForm } from './AddAccountForm.tsx';
import { administrationMessages } from './administration-messages.ts';
import { accountsQuery, useInvite, useMailInvitations } from './administration-queries.ts';
import { InvitationSheets } from './InvitationSheets.tsx';
import { MailedInvitations } from './MailedInvitations.tsx';

const idOf = ({ id }: AccountRow): string => id;
const linkOf = ({ id }: AccountRow) => ({ to: '/quan-tri/tai-khoan/$id', params: { id } }) as const;

/** All accounts: who may sign in, in which roles, and who still has no way in. */
const AccountsPage = () => {
  const words = useMessages(administrationMessages);
  const format = useFormat();
  const accounts = useQuery(accountsQuery);
  if (accounts.isError) {
    return (
      <Page title={words.page} eyebrow={words.eyebrow}>
        <ErrorState error={accounts.error} where={words.page} onRetry={() => void accounts.refetch()} />
      </Page>
    );
  }
  if (!accounts.data) {
    return (
      <Page title={words.page} eyebrow={words.eyebrow}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  const { items, mayWrite, sendsMail } = accounts.data;
  const waiting = items.filter(({ state }) => state === 'new').map(idOf);
  return (
    <Page
      wide
      title={words.finding(format.number(items.length), format.number(waiting.length))}
      eyebrow={words.eyebrow}
      lead={words.lead}
    >
      {mayWrite && <AccountTools waiting={waiting} sendsMail={sendsMail} />}
      <AccountRegister rows={items} />
    </Page>
  );
};

interface AccountToolsProps {
  /** Who has no way in yet. */
  readonly waiting: string[];
  readonly sendsMail: boolean;
}

const AccountTools = ({ waiting, sendsMail }: AccountToolsProps) => {
  const words = useMessages(administrationMessages);
  const format = useFormat();
  const [isAdding, setIsAdding] = useState(false);
  const inviting = useInvite();
  const mailing = useMailInvitations();
  if (mailing.data) return <MailedInvitations mailed={mailing.data.items} onDone={mailing.reset} />;
  if (inviting.data) {
    return <InvitationSheets invitations={inviting.data.items} onDone={inviting.reset} />;
  }
  if (isAdding) {
    return (
      <AddAccountForm
        onClose={() => {
          setIsAdding(false);
        }}
      />
    );
  }
  return (
    <>
      {inviting.isError && <ErrorState error={inviting.error} />}
      {mailing.isError && <ErrorState error={mailing.error} />}
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            setIsAdding(true);
          }}
        >
          {words.form.add}
        </Button>
        <Button variant="default" renderRoot={(props) => <Link to="/quan-tri/tai-khoan/nhap" {...props} />}>
          {words.import.open}
        </Button>
        {waiting.length > 0 && (
          <Button
            variant="default"
            loading={inviting.isPending}
            onClick={() => {
              inviting.mutate(waiting.slice(0, 500));
            }}
          >
            {words.invitations.all(format.number(waiting.length))}
          </Button>
        )}
        {sendsMail && waiting.length > 0 && (
          <Button
            variant="default"
            loading={mailing.isPending}
            onClick={() => {
              mailing.mutate(waiting.slice(0, 500));
            }}
          >
            {words.mails.all(format.number(waiting.length))}
          </Button>
        )}
      </div>
    </>
  );
};

const AccountRegister = ({ rows }: { readonly rows: readonly AccountRow[] }) => {
  const words = useMessages(administrationMessages);
  const { shell } = useMessages(sharedMessages);
  const format = useFormat();
  const [state, setState] = useRegisterState(FACET_IDS);
  const wording = useMemo(() => ({ words, roles: shell.roles, format }), [words, shell, format]);
  const columns = useMemo(() => buildColumns(wording), [wording]);
  const facets = useMemo(() => buildFacets(wording), [wording]);
  return (
    <RegisterTable
      label={words.page}
      columns={columns}
      facets={facets}
      rows={rows}
      rowId={idOf}
      rowLink={linkOf}
      state={state}
      onStateChange={setState}
      empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>}
    />
  );
};

export default AccountsPage;
