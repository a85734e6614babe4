import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { INVITATION_PAGE, type Invitation } from '#features/account/administration-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';

interface InvitationSheetsProps {
  readonly invitations: readonly Invitation[];
  readonly onDone: () => void;
  /** Says which invitations these are, by their number. */
  readonly label?: (count: string) => string;
}

/** Invitations, shown once: to be copied, or printed with one person on each sheet. */
export const InvitationSheets = ({ invitations, onDone, label }: InvitationSheetsProps) => {
  const { invitations: words } = useMessages(administrationMessages);
  const format = useFormat();
  const clipboard = useClipboard();
  const address = `${window.location.origin}${INVITATION_PAGE}`;
  const linkOf = ({ code }: Invitation): string => `${address}#${code}`;
  const copy = (): void => {
    const lines = invitations.map((invitation) =>
      [invitation.displayName, invitation.username, linkOf(invitation)].join('\t'),
    );
    clipboard.copy(lines.join('\n'));
  };
  return (
    <Section title={(label ?? words.title)(format.number(invitations.length))} lead={words.lead}>
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            window.print();
          }}
        >
          {words.print}
        </Button>
        <Button variant="default" onClick={copy}>
          {clipboard.copied ? words.copied : words.copy}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.done}
        </Button>
      </div>
      <ul className={styles.sheets}>
        {invitations.map((invitation) => (
          <li key={invitation.accountId} className={styles.sheet}>
            <h3>{words.sheet(invitation.displayName)}</h3>
            {invitation.organization !== null && <p className={styles.quiet}>{invitation.organization}</p>}
            <Facts
              facts={[
                { label: words.username, value: invitation.username },
                { label: words.address, value: address },
                { label: words.code, value: <span className={styles.code}>{invitation.code}</span> },
                { label: words.link, value: <span className={styles.code}>{linkOf(invitation)}</span> },
                { label: words.until, value: format.instant(invitation.expiresAt) },
              ]}
            />
            <p>{words.what}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
