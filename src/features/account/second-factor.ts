import { needsSecondFactor } from '#core/access/pending-step.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { hashOneTimeCode, newOneTimeCode } from '#server/auth/one-time-code.ts';
import { base32, findTimeStep, newTotpSecret, totpAddress } from '#server/auth/totp.ts';
import type { Tx } from '#server/db/database.ts';
import { recordDeeds } from './account-change.ts';
import { listHoldingsOn } from './holding-store.ts';
import { confirmPassword, ownChange, type OwnRequest } from './own-account.ts';
import {
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  saveSecondFactor,
} from './second-factor-store.ts';
import { beginCode } from './sign-in-attempts.ts';
import { findAccountById } from './store.ts';
import { isRecoveryCode, secretPurpose, takeCode } from './take-code.ts';

const PRODUCT = 'Sen Số';
const RECOVERY_CODES = 10;

/** Makes a secret for the person's authenticator. Nothing is kept: the secret comes back, sealed, with its first code. */
export const beginSecondFactor = async (
  request: OwnRequest,
  password: string | null,
): Promise<{ secret: string; address: string; ticket: string } | Refusal> => {
  const { db, accountId, authentication } = request;
  const account = await findAccountById(db, accountId);
  if (!account) return refuse('session.required');
  const refused = await confirmPassword(request, account, password);
  if (refused) return refused;
  const secret = newTotpSecret();
  return {
    secret: base32(secret),
    address: totpAddress(secret, PRODUCT, account.username),
    ticket: authentication.secretBox.seal(secret, secretPurpose(accountId)),
  };
};

const newRecoveryCodes = async (tx: Tx, accountId: string): Promise<string[]> => {
  const codes = Array.from({ length: RECOVERY_CODES }, newOneTimeCode);
  await replaceRecoveryCodes(tx, accountId, codes.map(hashOneTimeCode));
  return codes;
};

/** Puts a secret in force by its first code, in place of the one before. */
export const confirmSecondFactor = async (
  request: OwnRequest,
  { ticket, code }: { readonly ticket: string; readonly code: string },
): Promise<{ recoveryCodes: string[] } | Refusal> => {
  const { db, clock, accountId, authentication, counter } = request;
  const attempt = beginCode(counter, accountId);
  if ('refusal' in attempt) return attempt.refusal;
  const secret = authentication.secretBox.open(ticket, secretPurpose(accountId));
  const step = secret && findTimeStep(secret, code.replace(/\s/g, ''), Date.parse(clock.now()));
  if (step === undefined) return refuse('session.wrong-code');
  attempt.forget();
  return db.transaction().execute(async (tx) => {
    const hadOne = (await findSecondFactor(tx, accountId)) !== undefined;
    await saveSecondFactor(tx, accountId, { sealedSecret: ticket, step, at: clock.now() });
    const recoveryCodes = await newRecoveryCodes(tx, accountId);
    await recordDeeds(tx, ownChange(request), [
      {
        ...{ action: 'second-factor.set-up', accountId, before: { hasSecondFactor: hadOne } },
        after: { hasSecondFactor: true },
      },
    ]);
    return { recoveryCodes };
  });
};

const confirmCode = async (request: OwnRequest, code: string): Promise<Refusal | undefined> => {
  const attempt = isRecoveryCode(code) ? undefined : beginCode(request.counter, request.accountId);
  if (attempt && 'refusal' in attempt) return attempt.refusal;
  if (!(await takeCode(request, request.accountId, code))) return refuse('session.wrong-code');
  attempt?.forget();
  return undefined;
};

/** Makes new recovery codes in place of those before. */
export const renewRecoveryCodes = async (
  request: OwnRequest,
  code: string,
): Promise<{ recoveryCodes: string[] } | Refusal> => {
  const refused = await confirmCode(request, code);
  if (refused) return refused;
  const { db, accountId } = request;
  return db.transaction().execute(async (tx) => {
    const recoveryCodes = await newRecoveryCodes(tx, accountId);
    await recordDeeds(tx, ownChange(request), [{ action: 'second-factor.renew-codes', accountId }]);
    return { recoveryCodes };
  });
};

/** Lets the person sign in without codes again, where no role requires them. */
export const removeSecondFactor = async (request: OwnRequest, code: string): Promise<Refusal | undefined> => {
  const { db, clock, accountId, authentication } = request;
  const holdings = await listHoldingsOn(db, accountId, clock.today());
  if (authentication.requiresSecondFactor && needsSecondFactor(holdings.map(({ role }) => role))) {
    return refuse('account.second-factor-required');
  }
  const refused = await confirmCode(request, code);
  if (refused) return refused;
  await db.transaction().execute(async (tx) => {
    await deleteSecondFactor(tx, accountId);
    await recordDeeds(tx, ownChange(request), [
      {
        ...{ action: 'second-factor.remove', accountId, before: { hasSecondFactor: true } },
        after: { hasSecondFactor: false },
      },
    ]);
  });
  return undefined;
};
