import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listDemonstrationAccounts } from '#features/account/contract.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { systemQuery, type Credentials } from '#web/session/session.ts';
import { Section } from '#web/ui/Section.tsx';
import { accountMessages } from './messages.ts';
import styles from './SignInPage.module.css';

interface DemonstrationAccountsProps {
  readonly onChoose: (credentials: Credentials) => void;
}

/** The accounts with public passwords, in a demonstration only. */
export const DemonstrationAccounts = ({ onChoose }: DemonstrationAccountsProps) => {
  const words = useMessages(accountMessages);
  const { shell } = useMessages(sharedMessages);
  const { data: system } = useQuery(systemQuery);
  const { data: accounts } = useQuery({
    queryKey: ['demonstration-accounts'],
    queryFn: ({ signal }) => call(listDemonstrationAccounts, { signal }),
    enabled: system?.profile === 'demonstration',
  });
  if (!accounts || accounts.items.length === 0) return null;
  return (
    <Section title={words.demonstrationTitle} lead={words.demonstrationLead}>
      <ul className={styles.accounts}>
        {accounts.items.map(({ username, password, displayName, holdings }) => (
          <li key={username} className={styles.account}>
            <div>
              <div>{displayName}</div>
              <div className={styles.quiet}>
                {holdings.map(({ role }) => shell.roles[role]).join(', ')} · <code>{username}</code> ·{' '}
                <code>{password}</code>
              </div>
            </div>
            <Button
              variant="default"
              aria-label={words.fillNamed(displayName)}
              onClick={() => {
                onChoose({ username, password });
              }}
            >
              {words.fill}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};
