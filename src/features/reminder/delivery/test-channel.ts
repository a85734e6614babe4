import { v7 as newId } from 'uuid';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DeliveryOutcome } from '#core/reminder/delivery.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import { writeLetter } from '#server/mail/letter.ts';
import { messageIdOf } from './digest-letter.ts';
import { digestWords } from './digest-words.ts';
import { findPreference, findReminded } from '#features/reminder/own/preference-store.ts';
import type { ReminderWays, ReminderWriter } from '#features/reminder/reminder-ports.ts';

/** What became of a test message. */
export interface ChannelTest {
  readonly outcome: DeliveryOutcome | 'no-address';
}

const MINUTE = 60_000;
const MOST_TESTS = 5;

const testMail = async (
  { mailer }: ReminderWays,
  { db, actor }: ReminderWriter,
): Promise<ChannelTest | Refusal<'mail.not-configured'>> => {
  if (!mailer) return refuse('mail.not-configured');
  const person = await findReminded(db, actor.accountId);
  if (!person?.email) return { outcome: 'no-address' };
  const { language } = await findPreference(db, actor.accountId);
  const { subject, text } = digestWords[language].test;
  const letter = writeLetter({ to: person.email, subject }, [{ language, parts: [{ kind: 'text', text }] }]);
  const named = { ...letter, messageId: messageIdOf(newId(), mailer.publicUrl) };
  return { outcome: await mailer.send(named, 'person') };
};

const testWebhook = async ({
  webhook,
}: ReminderWays): Promise<ChannelTest | Refusal<'webhook.not-configured'>> =>
  webhook
    ? { outcome: await webhook.post(newId(), { type: 'reminder.test' }) }
    : refuse('webhook.not-configured');

/** Sends a test message to the person who asks, by one way; a few a minute. */
export const testChannel = async (
  ways: ReminderWays,
  writer: ReminderWriter,
  counter: WindowCounter,
  channel: 'e-mail' | 'webhook',
): Promise<ChannelTest | Refusal> => {
  const { db, clock, caller, actor } = writer;
  const { count, secondsLeft } = counter.add(`reminder-test/${actor.accountId}`, MINUTE);
  if (count > MOST_TESTS) return refuse('request.too-many', { secondsLeft });
  const tested = await (channel === 'e-mail' ? testMail(ways, writer) : testWebhook(ways));
  if ('code' in tested) return tested;
  await db.transaction().execute((tx) =>
    appendAuditEvent(tx, caller, {
      ...{ at: clock.now(), action: 'reminder.test-channel', subject: `account:${actor.accountId}` },
      details: { channel, outcome: tested.outcome },
    }),
  );
  return tested;
};
