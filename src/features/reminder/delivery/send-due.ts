import { decideDelivery, type DeliveryOutcome } from '#core/reminder/delivery.ts';
import type { MessageChannel } from '#core/reminder/ladder.ts';
import { findSendInstant } from '#core/reminder/send-instant.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { makeDigest, type Digest } from './digest.ts';
import { countWords, writeDigestLetter } from './digest-letter.ts';
import { digestWords } from './digest-words.ts';
import { getLadder } from '#features/reminder/ladder/ladder-store.ts';
import {
  claimMessage,
  releaseSilent,
  settleMessage,
  type AttemptResult,
  type ClaimedMessage,
} from './message-store.ts';
import { channelsOf, type ReminderPorts, type ReminderWays } from '#features/reminder/reminder-ports.ts';

/** The ways by which messages leave the house. */
export const outsideChannels = (ways: ReminderWays): readonly MessageChannel[] =>
  channelsOf(ways).filter((channel) => channel !== 'in-app');

const contentOf = ({ person, today, lines }: Digest) => ({
  type: 'reminder.digest',
  day: today,
  language: person.language,
  account: { id: person.accountId, name: person.displayName },
  summary: countWords(digestWords[person.language], lines),
  items: lines,
});

interface Handed {
  readonly outcome: DeliveryOutcome;
  readonly reason: string | null;
}

const reasonOf = (outcome: DeliveryOutcome): string | null =>
  outcome === 'accepted' ? null : outcome === 'uncertain' ? 'no-answer' : outcome;

const handOver = async (
  { mailer, webhook, secretBox }: ReminderPorts,
  { messageId, channel }: ClaimedMessage,
  digest: Digest,
): Promise<Handed> => {
  if (channel === 'webhook') {
    const outcome = webhook ? await webhook.post(messageId, contentOf(digest)) : 'unreachable';
    return { outcome, reason: reasonOf(outcome) };
  }
  const { person } = digest;
  if (person.email === null) return { outcome: 'refused', reason: 'no-address' };
  if (!mailer) return { outcome: 'unreachable', reason: 'unreachable' };
  const letter = writeDigestLetter(
    messageId,
    { ...digest, person: { ...person, email: person.email } },
    { publicUrl: mailer.publicUrl, secretBox },
  );
  const outcome = await mailer.send(letter);
  return { outcome, reason: reasonOf(outcome) };
};

const attempt = async (ports: ReminderPorts, claimed: ClaimedMessage): Promise<AttemptResult> => {
  const { db, clock } = ports;
  const digest = await makeDigest(db, claimed, clock.today());
  if (!digest) {
    const step = { state: 'dropped' } as const;
    return { step, isUncertain: false, reason: 'nothing-left', items: 0, at: clock.now() };
  }
  const { outcome, reason } = await handOver(ports, claimed, digest);
  const step = decideDelivery(outcome, claimed.attempt, claimed.uncertain);
  return { step, isUncertain: outcome === 'uncertain', reason, items: digest.lines.length, at: clock.now() };
};

/** Whether messages may leave the house now. */
export const mayLeave = async ({ db, clock }: Pick<ReminderPorts, 'db' | 'clock'>): Promise<boolean> => {
  const now = clock.now();
  return findSendInstant(now, (await getLadder(db)).quietHours, duePolicy.calendar) === now;
};

/**
 * Sends what waits and may be sent, one message after the other, until nothing does; answers how many attempts were made. Any
 * number of servers may do it at once: each message is one's at a time. One that dies with a message in its hands leaves it to
 * another, which sends it under the same name, a few times at most.
 */
export const sendDue = async (ports: ReminderPorts, unwanted?: AbortSignal): Promise<number> => {
  const channels = outsideChannels(ports);
  for (let attempts = 0; ; attempts += 1) {
    if (unwanted?.aborted || !(await mayLeave(ports))) return attempts;
    await releaseSilent(ports.db, channels, ports.clock.now());
    const claimed = await claimMessage(ports.db, channels, ports.clock.now());
    if (!claimed) return attempts;
    await settleMessage(ports.db, claimed, await attempt(ports, claimed));
  }
};
