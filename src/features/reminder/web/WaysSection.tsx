import { Button } from '@mantine/core';
import type { LadderView } from '#features/reminder/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { reminderMessages } from './messages.ts';
import { useTestChannel } from './queries.ts';
import styles from './reminder.module.css';

const OUTSIDE = ['e-mail', 'webhook'] as const;

/** The ways out of the house, whether they are configured, and a test of each. */
export const WaysSection = ({ view }: { readonly view: LadderView }) => {
  const { ways: words, log } = useMessages(reminderMessages);
  const testing = useTestChannel();
  const labels = {
    'e-mail': { name: words.mail, off: words.mailOff, test: words.testMail },
    webhook: { name: words.webhook, off: words.webhookOff, test: words.testWebhook },
  };
  const outcomeOf = (channel: (typeof OUTSIDE)[number], outcome: keyof typeof words.outcomes): string =>
    channel === 'webhook' && outcome === 'refused' ? words.webhookRefused : words.outcomes[outcome];
  const isOn = (channel: (typeof OUTSIDE)[number]): boolean => view.channels.includes(channel);
  return (
    <Section title={words.title}>
      <FigureTable
        caption={words.title}
        rows={OUTSIDE}
        rowKey={(channel) => channel}
        columns={[
          { key: 'name', title: log.channel, width: '14rem', cell: (channel) => labels[channel].name },
          {
            key: 'state',
            title: log.state,
            cell: (channel) => (
              <StateBadge tone={isOn(channel) ? 'good' : 'open'}>
                {isOn(channel) ? words.on : words.off}
              </StateBadge>
            ),
          },
          {
            key: 'act',
            title: log.act,
            cell: (channel) => {
              if (!isOn(channel)) return labels[channel].off;
              if (!view.mayWrite) return null;
              return (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={testing.isPending && testing.variables === channel}
                  onClick={() => testing.mutate(channel)}
                >
                  {labels[channel].test}
                </Button>
              );
            },
          },
        ]}
      />
      <div aria-live="polite">
        {testing.isSuccess && (
          <p className={styles.quiet}>
            {`${labels[testing.variables].name}: ${outcomeOf(testing.variables, testing.data.outcome)}`}
          </p>
        )}
      </div>
      {testing.isError && <ErrorState error={testing.error} where={words.title} />}
    </Section>
  );
};
