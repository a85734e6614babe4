import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { SecretBox } from '#server/auth/secret-box.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Db } from '#server/db/database.ts';
import { findPreference, findReminded, lockPreference, savePreference } from './preference-store.ts';

const PURPOSE = 'reminder-stop-copies';

/** The secret of a link that turns off a person's copies by e-mail and can do nothing else. */
export const sealStopLink = (box: SecretBox, accountId: string): string =>
  box.seal(Buffer.from(accountId, 'utf8'), PURPOSE);

interface StopRequest {
  readonly db: Db;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly caller: Caller;
}

const openLink = async ({ db, secretBox }: StopRequest, link: string) => {
  const accountId = secretBox.open(link, PURPOSE)?.toString('utf8');
  return accountId === undefined ? undefined : findReminded(db, accountId);
};

/** What a link stands for: whose copies, and whether they are on. Looking at it changes nothing. */
export interface StopLink {
  readonly displayName: string;
  readonly isStopped: boolean;
}

/** Looks at a link; refused like one that was never made when it was changed or the account is gone. */
export const findStopLink = async (
  request: StopRequest,
  link: string,
): Promise<StopLink | Refusal<'reminder.unusable-link'>> => {
  const person = await openLink(request, link);
  if (!person) return refuse('reminder.unusable-link');
  const { copyChannels } = await findPreference(request.db, person.accountId);
  return { displayName: person.displayName, isStopped: !copyChannels.includes('e-mail') };
};

/** Turns off a person's copies by e-mail, without a sign-in; doing it twice changes nothing. */
export const stopCopies = async (
  request: StopRequest,
  link: string,
): Promise<StopLink | Refusal<'reminder.unusable-link'>> => {
  const person = await openLink(request, link);
  if (!person) return refuse('reminder.unusable-link');
  const { db, clock, caller } = request;
  const { accountId, displayName } = person;
  await db.transaction().execute(async (tx) => {
    const before = await lockPreference(tx, accountId);
    if (!before.copyChannels.includes('e-mail')) return;
    const copyChannels = before.copyChannels.filter((channel) => channel !== 'e-mail');
    const at = clock.now();
    await savePreference(tx, accountId, { ...before, copyChannels }, at);
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'reminder.stop-copies', subject: `account:${accountId}` },
      ...{ before: { copyChannels: before.copyChannels }, after: { copyChannels } },
    });
  });
  return { displayName, isStopped: true };
};
