import { hashOneTimeCode } from '#server/auth/one-time-code.ts';
import { findTimeStep } from '#server/auth/totp.ts';
import type { Tx } from '#server/db/database.ts';
import { findSecondFactor, takeRecoveryCode, takeTimeStep } from './second-factor-store.ts';
import type { SessionRequest } from './session.ts';

/** What a second factor's secret is sealed for. */
export const secretPurpose = (accountId: string): string => `second-factor/${accountId}`;

/** Whether it has the form of a recovery code; codes of an authenticator are six digits. */
export const isRecoveryCode = (code: string): boolean => !/^\s*\d{3}\s?\d{3}\s*$/.test(code);

const takeTimeCode = async (
  tx: Tx,
  { authentication, clock }: Pick<SessionRequest, 'authentication' | 'clock'>,
  accountId: string,
  code: string,
): Promise<boolean> => {
  const factor = await findSecondFactor(tx, accountId);
  const secret = factor && authentication.secretBox.open(factor.sealedSecret, secretPurpose(accountId));
  if (!secret) return false;
  const step = findTimeStep(secret, code.replace(/\s/g, ''), Date.parse(clock.now()));
  return step !== undefined && takeTimeStep(tx, accountId, step);
};

/** Takes a code of the account's second factor or one of its recovery codes, each once; answers whether it was right. */
export const takeCode = (
  request: Pick<SessionRequest, 'db' | 'authentication' | 'clock'>,
  accountId: string,
  code: string,
): Promise<boolean> =>
  request.db
    .transaction()
    .execute((tx) =>
      isRecoveryCode(code)
        ? takeRecoveryCode(tx, accountId, hashOneTimeCode(code), request.clock.now())
        : takeTimeCode(tx, request, accountId, code),
    );
