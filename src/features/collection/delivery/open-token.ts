import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isTokenAlive } from '#core/submission/delivery/delivery.ts';
import { findTokenByHash, type StoredToken } from './delivery-store.ts';
import { clientNetworkOf } from '#server/auth/client-network.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { hashDeliveryToken } from './sources.ts';

/** What shows a token, and from where. */
export interface TokenBearer {
  readonly db: Db;
  readonly clock: Clock;
  readonly counter: WindowCounter;
  readonly caller: Caller;
  readonly bearerToken: string | undefined;
  readonly clientAddress: string;
}

const MINUTE = 60_000;
const DELIVERIES_PER_MINUTE = 60;
// A token has 256 random bits: this stops what fills the trail, not what guesses.
const REFUSALS_PER_MINUTE = 30;

const recordRefused = async (
  { db, clock, counter, caller, clientAddress }: TokenBearer,
  token: StoredToken | undefined,
): Promise<void> => {
  const subject = token ? `delivery-source:${token.sourceId}` : 'delivery-source:*';
  // The first of each minute: the log has every request.
  if (counter.add(`delivery.refuse/${clientAddress}/${subject}`, MINUTE).count > 1) return;
  const details = token ? { token: token.id } : {};
  await db
    .transaction()
    .execute((tx) =>
      appendAuditEvent(tx, caller, { at: clock.now(), action: 'delivery.refuse', subject, details }),
    );
};

const tooMany = ({ counter }: TokenBearer, name: string, limit: number): Refusal | undefined => {
  const { count, secondsLeft } = counter.add(name, MINUTE);
  return count > limit ? refuse('request.too-many', { retryAfterSeconds: secondsLeft }) : undefined;
};

/** Finds the token that a program shows, or refuses: none, one that opens nothing, or too many requests with it. */
export const openToken = async (bearer: TokenBearer): Promise<StoredToken | Refusal> => {
  const { db, clock, bearerToken, clientAddress } = bearer;
  if (bearerToken === undefined) return refuse('delivery.token-required');
  const token = await findTokenByHash(db, hashDeliveryToken(bearerToken));
  if (token && isTokenAlive(token, clock.today())) {
    return tooMany(bearer, `delivery/${token.sourceId}`, DELIVERIES_PER_MINUTE) ?? token;
  }
  const braked = tooMany(bearer, `delivery.refused/${clientNetworkOf(clientAddress)}`, REFUSALS_PER_MINUTE);
  if (braked) return braked;
  await recordRefused(bearer, token);
  return refuse('delivery.token-required');
};
