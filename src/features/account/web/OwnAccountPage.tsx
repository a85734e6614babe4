import { useQuery } from '@tanstack/react-query';
import type { OwnAccount } from '#features/account/own-account-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { useSession } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { DelegationSection } from './DelegationSection.tsx';
import { ownMessages } from './own-messages.ts';
import { ownAccountQuery, ownSessionsQuery } from './own-queries.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';

/** The own account: password, second factor, sessions, and what is lent for an absence. */
const OwnAccountPage = () => {
  const words = useMessages(ownMessages);
  const format = useFormat();
  const own = useQuery(ownAccountQuery);
  const sessions = useQuery(ownSessionsQuery);
  if (own.isError) {
    return (
      <Page title={words.page}>
        <ErrorState error={own.error} where={words.page} onRetry={() => void own.refetch()} />
      </Page>
    );
  }
  if (!own.data) {
    return (
      <Page title={words.page}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  const factor = own.data.secondFactor.isOn ? words.factorOn : words.factorOff;
  const title = sessions.data ? words.finding(format.number(sessions.data.items.length), factor) : words.page;
  return (
    <Page title={title} eyebrow={words.page}>
      <OwnFacts account={own.data} />
      <Section
        title={words.password.title}
        lead={own.data.hasPassword ? words.password.lead : words.password.none}
      >
        {own.data.hasPassword && <PasswordForm />}
      </Section>
      <SecondFactorSection account={own.data} />
      <SessionsSection />
      <DelegationSection account={own.data} />
    </Page>
  );
};

const OwnFacts = ({ account }: { readonly account: OwnAccount }) => {
  const { facts: words } = useMessages(ownMessages);
  const { shell } = useMessages(sharedMessages);
  const { holdings } = useSession();
  return (
    <Section title={words.title}>
      <Facts
        twoColumns
        facts={[
          { label: words.name, value: account.displayName },
          { label: words.username, value: account.username },
          { label: words.email, value: account.email },
          { label: words.phone, value: account.phone },
          {
            label: words.roles,
            value: holdings.map(({ id, role, organization, delegatedBy }) => (
              <span key={id} className={styles.block}>
                {[shell.roles[role], organization?.name].filter(Boolean).join(' · ')}
                {delegatedBy !== null && ` (${shell.delegatedBy(delegatedBy)})`}
              </span>
            )),
          },
        ]}
      />
      <p className={styles.quiet}>{words.mend}</p>
    </Section>
  );
};

export default OwnAccountPage;
