import { z } from 'zod';
import { decideAccess, nameHolding, type AccessSubject, type Actor } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Caller } from '#server/db/audit.ts';

/** The caller as the queue holds it, until the job runs. */
export const StoredCaller = z.object({
  actor: z.string(),
  actingAs: z.string().nullable(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
}) satisfies z.ZodType<Caller>;

/** Finds who asked for a job, with the roles of today; undefined where the account is disabled or gone. */
export type FindAsker = (accountId: string) => Promise<Actor | undefined>;

/** What a job does for somebody, and to whose work. */
export interface AskedDeed {
  readonly accountId: string;
  readonly caller: Caller;
  readonly action: Action;
  readonly subject?: AccessSubject;
}

/** Who asked for a job, and by which role of today it is done. */
export interface AdmittedAsker {
  readonly actor: Actor;
  readonly caller: Caller;
}

/**
 * Asks when a job runs whether the person may still have it done: it may have waited, and been repeated days later. Refuses with
 * `job.asker-not-entitled`.
 */
export const admitAsker = async (
  findAsker: FindAsker,
  { accountId, caller, action, subject }: AskedDeed,
): Promise<AdmittedAsker | Refusal<'job.asker-not-entitled'>> => {
  const actor = await findAsker(accountId);
  if (!actor) return refuse('job.asker-not-entitled', { reason: 'no-account' });
  const decision = decideAccess(actor, action, subject);
  if (!decision.permitted) return refuse('job.asker-not-entitled', { reason: decision.reason });
  return { actor, caller: { ...caller, actingAs: nameHolding(decision.holding) } };
};
