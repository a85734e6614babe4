import { sql, type RawBuilder } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';

/** Whether the account of the outer query has a second factor, as one column. */
export const selectHasSecondFactor = (): RawBuilder<boolean> =>
  sql<boolean>`exists (select from second_factor as factor where factor.account_id = account.account_id)`;

export interface SecondFactorRow {
  readonly sealedSecret: string;
  /** Instant, ISO 8601 in UTC. */
  readonly confirmedAt: string;
}

export const findSecondFactor = (db: Db | Tx, accountId: string): Promise<SecondFactorRow | undefined> =>
  db
    .selectFrom('second_factor')
    .select(['sealed_secret as sealedSecret', 'confirmed_at as confirmedAt'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();

/** Keeps a secret that a first code has confirmed, in place of the one before. */
export const saveSecondFactor = async (
  tx: Tx,
  accountId: string,
  factor: { readonly sealedSecret: string; readonly step: number; readonly at: string },
): Promise<void> => {
  const row = { sealed_secret: factor.sealedSecret, confirmed_at: factor.at, last_step: factor.step };
  await tx
    .insertInto('second_factor')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute();
};

/** Takes a code's time step, once: answers false for it or an older one that was taken before. */
export const takeTimeStep = async (tx: Tx, accountId: string, step: number): Promise<boolean> => {
  const taken = await tx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst();
  return taken !== undefined;
};

/** Takes the second factor and its recovery codes away; answers whether there was one. */
export const deleteSecondFactor = async (tx: Tx, accountId: string): Promise<boolean> => {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const gone = await tx
    .deleteFrom('second_factor')
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst();
  return gone !== undefined;
};

/** Keeps recovery codes in place of those before. */
export const replaceRecoveryCodes = async (
  tx: Tx,
  accountId: string,
  codeHashes: readonly string[],
): Promise<void> => {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await tx
    .insertInto('recovery_code')
    .values(codeHashes.map((code_hash) => ({ account_id: accountId, code_hash })))
    .execute();
};

/** Takes a recovery code, once; answers whether it was one of the account's. */
export const takeRecoveryCode = async (
  tx: Tx,
  accountId: string,
  codeHash: string,
  at: string,
): Promise<boolean> => {
  const taken = await tx
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return taken !== undefined;
};

export const countRecoveryCodes = async (db: Db | Tx, accountId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('recovery_code')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};
