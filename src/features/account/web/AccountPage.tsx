import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountView } from '#features/account/administration-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { toneOf } from './account-register.tsx';
import styles from './account.module.css';
import { AccessSection } from './AccessSection.tsx';
import { administrationMessages } from './administration-messages.ts';
import { accountQuery } from './administration-queries.ts';
import { EditPersonForm } from './EditPersonForm.tsx';
import { HistorySection } from './HistorySection.tsx';
import { RolesSection } from './RolesSection.tsx';

/** One account: the person, the roles, the ways in, and what was done. */
const AccountPage = () => {
  const { id } = useParams({ from: '/shell/quan-tri/tai-khoan/$id' });
  const words = useMessages(administrationMessages);
  const account = useQuery(accountQuery(id));
  const eyebrow = <Link to="/quan-tri/tai-khoan">{words.eyebrow}</Link>;
  if (account.isError) {
    return (
      <Page title={words.page} eyebrow={eyebrow}>
        <ErrorState error={account.error} where={words.page} onRetry={() => void account.refetch()} />
      </Page>
    );
  }
  if (!account.data) {
    return (
      <Page title={words.page} eyebrow={eyebrow}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  const { displayName, state } = account.data;
  return (
    <Page title={`${displayName}: ${words.states[state]}`} eyebrow={eyebrow}>
      <PersonSection account={account.data} />
      <RolesSection account={account.data} />
      <AccessSection account={account.data} />
      <HistorySection events={account.data.history} />
    </Page>
  );
};

const PersonSection = ({ account }: { readonly account: AccountView }) => {
  const { form: words, columns, states } = useMessages(administrationMessages);
  const [isEditing, setIsEditing] = useState(false);
  const { username, displayName, email, phone, organization, state, mayWrite } = account;
  if (isEditing) {
    return (
      <EditPersonForm
        account={account}
        onClose={() => {
          setIsEditing(false);
        }}
      />
    );
  }
  return (
    <Section title={displayName}>
      <Facts
        twoColumns
        facts={[
          { label: columns.username, value: username },
          { label: columns.state, value: <StateBadge tone={toneOf(state)}>{states[state]}</StateBadge> },
          { label: words.organization, value: organization?.name ?? null },
          { label: words.email, value: email },
          { label: words.phone, value: phone },
        ]}
      />
      {mayWrite && state !== 'erased' && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            onClick={() => {
              setIsEditing(true);
            }}
          >
            {words.edit}
          </Button>
        </div>
      )}
    </Section>
  );
};

export default AccountPage;
