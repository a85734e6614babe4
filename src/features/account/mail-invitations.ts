import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import { recordDeeds, type AccountChange } from './account-change.ts';
import type { MailedInvitation } from './administration-contract.ts';
import { inviteAll, type MadeInvitation } from './invitation.ts';
import { writeInvitation } from './invitation-letter.ts';

/** An invitation, and what became of its letter. */
export interface SentInvitation {
  readonly invitation: MadeInvitation;
  readonly outcome: MailedInvitation['outcome'];
}

// As many letters on their way at once as the mailer has connections.
const LETTERS_AT_ONCE = 4;

const send = async (mailer: Mailer, invitation: MadeInvitation): Promise<SentInvitation> => {
  const { email } = invitation;
  if (email === null) return { invitation, outcome: 'no-address' };
  const outcome = await mailer.send(writeInvitation({ ...invitation, email }, mailer.publicUrl), 'person');
  return { invitation, outcome: outcome === 'accepted' ? 'sent' : outcome };
};

// A mail server that does not answer, or hangs up, does not answer the next hundred either, and somebody waits for this.
const isHopeless = (sent: readonly SentInvitation[]): SentInvitation | undefined =>
  sent.find(({ outcome }) => ['unreachable', 'denied', 'uncertain'].includes(outcome));

// What was never handed over has not arrived.
const untried = ({ outcome }: SentInvitation): SentInvitation['outcome'] =>
  outcome === 'denied' ? 'denied' : 'unreachable';

const sendAll = async (
  mailer: Mailer,
  invitations: readonly MadeInvitation[],
): Promise<readonly SentInvitation[]> => {
  const sent: SentInvitation[] = [];
  for (let at = 0; at < invitations.length; at += LETTERS_AT_ONCE) {
    const next = invitations.slice(at, at + LETTERS_AT_ONCE);
    const hopeless = isHopeless(sent);
    sent.push(
      ...(hopeless
        ? next.map((invitation) => ({
            invitation,
            outcome: invitation.email === null ? ('no-address' as const) : untried(hopeless),
          }))
        : await Promise.all(next.map((invitation) => send(mailer, invitation)))),
    );
  }
  return sent;
};

/**
 * Makes one-time codes for several people, all or none, and then sends each by e-mail. A letter that does not leave hinders
 * no other and takes no code back: its invitation can be printed. A retry makes new codes, which end those before.
 */
export const mailInvitations = async (
  change: AccountChange,
  mailer: Mailer | undefined,
  accountIds: readonly string[],
): Promise<readonly SentInvitation[] | Refusal> => {
  if (!mailer) return refuse('mail.not-configured');
  const made = await inviteAll(change, accountIds);
  if (isRefusal(made)) return made;
  const sent = await sendAll(mailer, made);
  const deeds = sent
    .filter(({ outcome }) => outcome !== 'no-address')
    .map(({ invitation: { accountId }, outcome }) => ({
      ...{ action: 'account.mail-invitation', accountId, details: { outcome } },
    }));
  await change.db.transaction().execute((tx) => recordDeeds(tx, change, deeds));
  return sent;
};
