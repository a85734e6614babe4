import { randomUUID } from 'node:crypto';
import type { Role } from '#core/access/permissions.ts';
import type { TestApi } from './api.ts';

/** Gives an account one more role over the whole province; returns what takes it back. */
export const addHolding = async (
  { db, clock }: TestApi,
  username: string,
  role: Role,
): Promise<() => Promise<void>> => {
  const { account_id } = await db
    .selectFrom('account')
    .select('account_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  const role_holding_id = randomUUID();
  const at = clock.now();
  await db
    .insertInto('role_holding')
    .values({
      ...{ role_holding_id, account_id, role, organization_code: null },
      ...{ valid_from: clock.today(), valid_to: null, granted_at: at, granted_by: account_id },
    })
    .execute();
  return async () => {
    await db
      .updateTable('role_holding')
      .set({ ended_at: at, ended_by: account_id })
      .where('role_holding_id', '=', role_holding_id)
      .execute();
  };
};
