import { Button } from '@mantine/core';
import type { MailedInvitation } from '#features/account/administration-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';
import { InvitationSheets } from './InvitationSheets.tsx';

interface MailedInvitationsProps {
  readonly mailed: readonly MailedInvitation[];
  readonly onDone: () => void;
}

/** What became of invitations by e-mail; those that did not leave are shown as sheets, to be printed at once. */
export const MailedInvitations = ({ mailed, onDone }: MailedInvitationsProps) => {
  const { mails: words, columns, form, invitations } = useMessages(administrationMessages);
  const format = useFormat();
  const unsent = mailed.filter(({ outcome }) => outcome !== 'sent');
  const sheets = unsent.flatMap(({ invitation }) => invitation ?? []);
  const counts = [mailed.length - unsent.length, unsent.length].map((count) => format.number(count));
  const [sent = '', failed = ''] = counts;
  return (
    <>
      <Section title={words.title(sent, failed)} lead={words.lead}>
        {unsent.length === 0 ? (
          <div className={styles.buttons}>
            <Button variant="default" onClick={onDone}>
              {words.done}
            </Button>
          </div>
        ) : (
          <FigureTable
            caption={words.unsent}
            captionVisible
            rows={unsent}
            rowKey={({ accountId }) => accountId}
            columns={[
              { key: 'name', title: columns.name, cell: ({ displayName }) => displayName },
              { key: 'email', title: form.email, cell: ({ email }) => email ?? words.none },
              { key: 'why', title: words.why, cell: ({ outcome }) => words.outcomes[outcome] },
            ]}
          />
        )}
      </Section>
      {sheets.length > 0 && (
        <InvitationSheets invitations={sheets} onDone={onDone} label={invitations.unsent} />
      )}
    </>
  );
};
