import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnReminder } from '#features/reminder/own/own-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { ownReminderMessages } from './own-messages.ts';
import { ownRemindersQuery, useReadReminders } from './own-queries.ts';
import { PreferenceForm } from './PreferenceForm.tsx';
import styles from './reminder.module.css';

const ReminderLink = ({ reminder }: { readonly reminder: OwnReminder }) => {
  const format = useFormat();
  const { kind, id, name, document, period, organization } = reminder;
  const text = [name, ...(period === '' ? [] : [format.period(period)])].join(', ');
  return (
    <>
      {kind === 'report' ? (
        <Link to="/bao-cao/$id" params={{ id }}>
          {text}
        </Link>
      ) : (
        <Link
          to="/nhiem-vu/$id"
          params={{ id }}
          search={kind === 'step' ? { 'co-quan': organization.code } : {}}
        >
          {text}
        </Link>
      )}
      {document !== null && <span className={styles.quiet}> {document}</span>}
    </>
  );
};

const ReminderTable = ({ items }: { readonly items: readonly OwnReminder[] }) => {
  const { list: words } = useMessages(ownReminderMessages);
  const format = useFormat();
  return (
    <FigureTable
      caption={words.title}
      rows={items}
      rowKey={({ id, name, organization, period, lastDay }) =>
        `${id} ${name} ${organization.code} ${period} ${lastDay}`
      }
      columns={[
        { key: 'name', title: words.name, cell: (reminder) => <ReminderLink reminder={reminder} /> },
        {
          key: 'organization',
          title: words.organization,
          width: '11rem',
          cell: ({ organization }) => organization.name,
        },
        { key: 'day', title: words.lastDay, width: '6.5rem', cell: ({ lastDay }) => format.day(lastDay) },
        {
          key: 'state',
          title: words.state,
          width: '9rem',
          cell: ({ isLate }) => (
            <StateBadge tone={isLate ? 'bad' : 'warning'}>{isLate ? words.late : words.due}</StateBadge>
          ),
        },
        {
          key: 'why',
          title: words.why,
          width: '7.5rem',
          cell: ({ isDuty }) => (isDuty ? words.duty : words.copy),
        },
        {
          key: 'told',
          title: words.told,
          width: '8.5rem',
          cell: ({ toldAt, isNew }) => `${format.instant(toldAt)}${isNew ? ` (${words.unread})` : ''}`,
        },
      ]}
    />
  );
};

/** What a person is reminded of and is still due, and how the person is told. */
const OwnRemindersPage = () => {
  const words = useMessages(ownReminderMessages);
  const format = useFormat();
  const { data, error, refetch } = useQuery(ownRemindersQuery);
  const reading = useReadReminders();
  if (!data) {
    return (
      <Page title={words.loading} eyebrow={words.eyebrow}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState lines={8} />}
      </Page>
    );
  }
  const { items, total, late, fresh, toldAt } = data;
  return (
    <Page
      title={total === 0 ? words.none : words.finding(format.number(total), format.number(late))}
      eyebrow={words.eyebrow}
    >
      <Section
        title={words.list.title}
        {...(items.length < total && {
          lead: words.list.shown(format.number(items.length), format.number(total)),
        })}
        aside={
          fresh > 0 &&
          toldAt !== null && (
            <Button
              size="compact-sm"
              variant="default"
              loading={reading.isPending}
              onClick={() => reading.mutate(toldAt)}
            >
              {words.list.read}
            </Button>
          )
        }
      >
        {reading.isError && <ErrorState error={reading.error} where={words.list.read} />}
        {total === 0 ? (
          <EmptyState title={words.list.empty}>{words.list.emptyText}</EmptyState>
        ) : (
          <ReminderTable items={items} />
        )}
      </Section>
      <Section title={words.choice.title}>
        <PreferenceForm />
      </Section>
    </Page>
  );
};

export default OwnRemindersPage;
