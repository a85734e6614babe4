import { ROLES } from '#core/access/permissions.ts';
import type { AccountEvent } from '#features/account/administration-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';

const factsOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? { ...value } : undefined;

/** What the audit trail says of the account. */
export const HistorySection = ({ events }: { readonly events: readonly AccountEvent[] }) => {
  const { history: words } = useMessages(administrationMessages);
  const { shell } = useMessages(sharedMessages);
  const format = useFormat();
  const detailsOf = ({ details, address }: AccountEvent): string => {
    // What was given or taken; events of earlier versions say it without before and after.
    const facts = factsOf(details.after) ?? factsOf(details.before) ?? details;
    const role = ROLES.find((known) => known === facts.role);
    const { organizationCode } = facts;
    return [
      ...(role ? [shell.roles[role]] : []),
      ...(typeof organizationCode === 'string' ? [organizationCode] : []),
      ...(address === null ? [] : [words.from(address)]),
    ].join(' · ');
  };
  return (
    <Section title={words.title} lead={words.lead}>
      {events.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <FigureTable
          caption={words.title}
          rows={events}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', title: words.columns.at, width: '11rem', cell: ({ at }) => format.instant(at) },
            {
              key: 'what',
              title: words.columns.what,
              cell: ({ action }) => words.actions[action] ?? action,
            },
            { key: 'actor', title: words.columns.actor, cell: ({ actor }) => actor },
            { key: 'details', title: words.columns.details, cell: detailsOf },
          ]}
        />
      )}
    </Section>
  );
};
