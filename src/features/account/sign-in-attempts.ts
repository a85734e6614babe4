import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { clientNetworkOf } from '#server/auth/client-network.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';

const MINUTE = 60_000;
const MOST_PER_PERSON_AND_ADDRESS = 10;
// A whole office may share one address.
const MOST_PER_ADDRESS = 60;
// From many addresses an account can still be guessed at; it is slowed down and never locked, for its owner needs it.
const FREE_PER_ACCOUNT = 10;
const DELAY_PER_FAILURE = 250;
const LONGEST_DELAY = 5000;

// Of a million codes three are right at any time: ten guesses an hour find one in four years on average.
const MOST_CODES_PER_ACCOUNT = 10;

/** An attempt to sign in that may go on after a pause. */
export interface SignInAttempt {
  readonly delayMilliseconds: number;
  /** Says that the attempt succeeded: only failures count. */
  readonly forget: () => void;
}

/** An attempt that comes too soon. */
export interface RefusedAttempt {
  readonly refusal: Refusal<'session.too-many-attempts'>;
  /** The first of its window: the one that the audit trail keeps. */
  readonly isFirst: boolean;
}

/** Counts an attempt for the account and the address from which it comes, and decides whether and when it may go on. */
export const beginSignIn = (
  attempts: WindowCounter,
  username: string,
  address: string,
): SignInAttempt | RefusedAttempt => {
  const network = clientNetworkOf(address);
  const names = {
    pair: `sign-in/${network}/${username}`,
    address: `sign-in-address/${network}`,
    account: `sign-in-account/${username}`,
  };
  const counted = [
    { name: names.pair, most: MOST_PER_PERSON_AND_ADDRESS },
    { name: names.address, most: MOST_PER_ADDRESS },
  ].map(({ name, most }) => ({ name, most, ...attempts.add(name, MINUTE) }));
  const exceeded = counted.filter(({ count, most }) => count > most);
  if (exceeded.length > 0) {
    // What is refused has tried no password: one account that is tried again and again keeps nobody else at the address out.
    for (const one of counted) if (!exceeded.includes(one)) attempts.takeBack(one.name);
    const retryAfterSeconds = Math.max(...exceeded.map(({ secondsLeft }) => secondsLeft));
    return {
      refusal: refuse('session.too-many-attempts', { retryAfterSeconds }),
      isFirst: exceeded.every(({ count, most }) => count === most + 1),
    };
  }
  const { count } = attempts.add(names.account, 15 * MINUTE);
  return {
    delayMilliseconds: Math.min(LONGEST_DELAY, Math.max(0, count - 1 - FREE_PER_ACCOUNT) * DELAY_PER_FAILURE),
    forget: () => Object.values(names).forEach(attempts.takeBack),
  };
};

const beginOf = (
  attempts: WindowCounter,
  name: string,
  most: number,
): Pick<SignInAttempt, 'forget'> | RefusedAttempt => {
  const { count, secondsLeft } = attempts.add(name, 60 * MINUTE);
  return count > most
    ? {
        refusal: refuse('session.too-many-attempts', { retryAfterSeconds: secondsLeft }),
        isFirst: count === most + 1,
      }
    : {
        forget: () => {
          attempts.takeBack(name);
        },
      };
};

/** Counts an attempt at the code of an account's second factor, from wherever it comes, and decides whether it may go on. */
export const beginCode = (attempts: WindowCounter, accountId: string) =>
  beginOf(attempts, `sign-in-code/${accountId}`, MOST_CODES_PER_ACCOUNT);

/** Counts an attempt at the password of somebody who is signed in: at a browser left open it can be guessed at too. */
export const beginPassword = (attempts: WindowCounter, accountId: string) =>
  beginOf(attempts, `own-password/${accountId}`, MOST_CODES_PER_ACCOUNT);
