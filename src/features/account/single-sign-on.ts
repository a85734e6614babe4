import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { ProvidedIdentity } from '#server/auth/single-sign-on.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { recordDeeds, type AccountChange, type AccountDeed } from './account-change.ts';
import { findAccountOfIdentity, hasIdentity, insertIdentity } from './identity-store.ts';
import { insertPerson, readPerson } from './service.ts';
import { normalizeUsername, openSession, type OpenedSession, type SessionRequest } from './session.ts';
import { findAccount, updatePerson, type AccountRow } from './store.ts';

const PURPOSE = 'single-sign-on';

// What a provider says of a person goes into letters: one address or none.
const OfficeAddress = z.email().max(200);

const StartedSignIn = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string() });

/** Where to send the browser, and what its cookie keeps until it comes back. */
export const beginSingleSignOn = async ({
  authentication,
}: Pick<SessionRequest, 'authentication'>): Promise<{ address: string; cookie: string } | Refusal> => {
  const { singleSignOn, secretBox } = authentication;
  if (!singleSignOn) return refuse('record.not-found');
  const begun = await singleSignOn.begin();
  if (isRefusal(begun)) return begun;
  return {
    address: begun.address,
    cookie: secretBox.seal(Buffer.from(JSON.stringify(begun.started)), PURPOSE),
  };
};

const failed = (reason: string): Refusal<'single-sign-on.failed'> =>
  refuse('single-sign-on.failed', { reason });

const findOrganizationCode = async (tx: Tx, { organization }: ProvidedIdentity): Promise<string | null> => {
  if (organization === undefined) return null;
  const directory = await readAgencyDirectory(tx);
  const [found, ...others] = directory.find(organization);
  return found && others.length === 0 ? found.code : null;
};

interface Bound {
  readonly account: AccountRow;
  readonly deeds: readonly AccountDeed[];
}

const addPersonOf = async (
  tx: Tx,
  change: AccountChange,
  identity: ProvidedIdentity,
  username: string,
): Promise<Bound | Refusal> => {
  const person = readPerson({
    ...{ accountId: newId(), username, displayName: identity.displayName ?? username },
    ...{
      email: OfficeAddress.safeParse(identity.email).data ?? null,
      organizationCode: await findOrganizationCode(tx, identity),
    },
  });
  if (isRefusal(person)) return failed('unknown-account');
  const deeds = await insertPerson(tx, change, person, []);
  if (isRefusal(deeds)) return deeds;
  return { account: { ...person, isDisabled: false, version: 1, erasedAt: null }, deeds };
};

const completePlaceOfWork = async (
  tx: Tx,
  change: AccountChange,
  identity: ProvidedIdentity,
  known: AccountRow,
): Promise<readonly AccountDeed[]> => {
  const organizationCode = known.organizationCode ?? (await findOrganizationCode(tx, identity));
  if (organizationCode === known.organizationCode) return [];
  await updatePerson(tx, known.accountId, { ...known, organizationCode }, change.clock.now());
  return [
    {
      ...{ action: 'account.edit', accountId: known.accountId, details: { fields: ['organizationCode'] } },
      ...{ before: { organizationCode: null }, after: { organizationCode } },
    },
  ];
};

// At the first sign-in the user name decides; afterwards the provider's own id for the person does, which never changes hands.
const bindIdentity = async (
  tx: Tx,
  change: AccountChange,
  identity: ProvidedIdentity,
  createsAccounts: boolean,
): Promise<Bound | Refusal> => {
  const { issuer, subject } = identity;
  const bound = await findAccountOfIdentity(tx, issuer, subject);
  if (bound) return { account: bound, deeds: [] };
  const username = normalizeUsername(identity.username ?? '');
  const known = await findAccount(tx, username);
  if (known && (await hasIdentity(tx, known.accountId, issuer))) return failed('unknown-account');
  // Bound while it is shut out, it would be open to whoever came by once it is let in again.
  if (known?.isDisabled) return failed('disabled');
  if (!known && !createsAccounts) return failed('unknown-account');
  const found: Bound | Refusal = known
    ? { account: known, deeds: [] }
    : await addPersonOf(tx, change, identity, username);
  if (isRefusal(found)) return found;
  const { account } = found;
  const { accountId } = account;
  const completed = known ? await completePlaceOfWork(tx, change, identity, known) : [];
  await insertIdentity(tx, { issuer, subject, accountId, at: change.clock.now() });
  return {
    account,
    deeds: [...found.deeds, ...completed, { action: 'account.link-identity', accountId, after: { issuer } }],
  };
};

const enter = async (
  tx: Tx,
  request: SessionRequest,
  identity: ProvidedIdentity,
  createsAccounts: boolean,
): Promise<OpenedSession | Refusal> => {
  const { db, clock, caller } = request;
  const change = { db, clock, caller: { ...caller, actor: 'single sign-on' } };
  const bound = await bindIdentity(tx, change, identity, createsAccounts);
  const refused = isRefusal(bound) ? bound : bound.account.isDisabled ? failed('disabled') : undefined;
  if (isRefusal(bound) || refused) {
    await appendAuditEvent(
      tx,
      { ...caller, actor: 'nobody' },
      {
        ...{ at: clock.now(), action: 'session.refuse', subject: 'single-sign-on:identity' },
        details: { reason: refused?.details.reason ?? refused?.code },
      },
    );
    return refused ?? failed('unknown-account');
  }
  const opened = await openSession(tx, request, bound.account, 'single-sign-on');
  await recordDeeds(tx, change, bound.deeds);
  return opened;
};

/** Signs a person in with what the provider sent back, in the browser that went there. */
export const completeSingleSignOn = async (
  request: SessionRequest,
  query: string,
  cookie: string | undefined,
): Promise<OpenedSession | Refusal> => {
  const { singleSignOn, secretBox } = request.authentication;
  if (!singleSignOn) return refuse('record.not-found');
  const opened = cookie === undefined ? undefined : secretBox.open(cookie, PURPOSE);
  if (!opened) return failed('expired');
  const started = StartedSignIn.safeParse(JSON.parse(opened.toString()));
  if (!started.success) return failed('expired');
  const identity = await singleSignOn.complete(query, started.data);
  if (isRefusal(identity)) return identity;
  return request.db.transaction().execute((tx) => enter(tx, request, identity, singleSignOn.createsAccounts));
};
