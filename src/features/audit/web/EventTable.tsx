import type { AuditEvent } from '#features/audit/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import styles from './Audit.module.css';
import { actionWords, factLines, roleWords, subjectWords } from './event-words.ts';
import { auditMessages } from './messages.ts';

/** Events of the audit trail, one a row: when, who by which role from where, what, to what, and what changed. */
export const EventTable = ({ events }: { readonly events: readonly AuditEvent[] }) => {
  const words = useMessages(auditMessages);
  const { shell } = useMessages(sharedMessages);
  const format = useFormat();
  const labels = words.events;
  return (
    <FigureTable
      caption={labels.title}
      rows={events}
      rowKey={({ id }) => id}
      rowHeader="at"
      columns={[
        { key: 'at', title: labels.at, width: '8.5rem', cell: ({ at }) => format.instant(at) },
        {
          key: 'actor',
          title: labels.actor,
          width: '14rem',
          cell: ({ actor, actingAs, address }) => (
            <>
              {actor.name ?? actor.id}
              <span className={styles.quiet}>
                {actingAs !== null && labels.by(roleWords(actingAs, shell.roles, labels.delegated))}{' '}
                {address !== null && labels.from(address)}
              </span>
            </>
          ),
        },
        {
          key: 'action',
          title: labels.action,
          width: '12rem',
          cell: ({ action, isDenial }) => (
            <>
              {actionWords(action, words)}
              {isDenial && (
                <span className={styles.quiet}>
                  <StateBadge tone="bad">{labels.denied}</StateBadge>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'subject',
          title: labels.subject,
          width: '14rem',
          cell: (event) => <span className={styles.code}>{subjectWords(event, words)}</span>,
        },
        {
          key: 'change',
          title: labels.change,
          cell: (event) => (
            <ul className={styles.facts}>
              {factLines(event, words, { roles: shell.roles, format }).map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          ),
        },
        {
          key: 'place',
          title: labels.place,
          kind: 'figure',
          width: '5rem',
          cell: ({ position }) => format.number(position),
        },
      ]}
    />
  );
};
