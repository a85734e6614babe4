import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readReminders, type Reminder } from '#features/collection/follow-up-contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { reminderMessages } from './messages.ts';
import { remindersQuery } from './queries.ts';
import styles from './Reminders.module.css';

const ReminderRow = ({ reminder }: { readonly reminder: Reminder }) => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const { round, organization, submissionId, sentAt, sentBy, isRead } = reminder;
  const text = round.isLate
    ? words.late(round.title, organization.name)
    : words.due(round.title, organization.name, format.day(round.lastDay));
  return (
    <li>
      {!isRead && <StateBadge tone="warning">{words.unread}</StateBadge>}{' '}
      <Link to="/bao-cao/$id" params={{ id: submissionId }}>
        {text}
      </Link>
      <span className={styles.quiet}>{words.sent(sentBy ?? words.bySystem, format.instant(sentAt))}</span>
    </li>
  );
};

/** Reminders of the person's own organizations about reports that they still owe; nothing where there are none. */
export const Reminders = () => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const queries = useQueryClient();
  const { data } = useQuery(remindersQuery);
  const reading = useMutation({
    mutationFn: (reminders: readonly string[]) =>
      call(readReminders, { body: { reminders: [...reminders] } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: remindersQuery.queryKey }),
  });
  if (!data || data.items.length === 0) return null;
  const unread = data.items.filter(({ isRead }) => !isRead).map(({ id }) => id);
  return (
    <Section
      title={words.title(format.number(data.total))}
      aside={
        unread.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={reading.isPending}
            onClick={() => {
              reading.mutate(unread);
            }}
          >
            {words.read}
          </Button>
        )
      }
    >
      <div className={styles.box}>
        <ul className={styles.list}>
          {data.items.map((reminder) => (
            <ReminderRow key={reminder.id} reminder={reminder} />
          ))}
        </ul>
      </div>
    </Section>
  );
};
