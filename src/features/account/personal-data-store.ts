import type { Db, Tx } from '#server/db/database.ts';

const EMPTIED = ['session', 'recovery_code', 'second_factor', 'account_identity'] as const;

/** Replaces what says who a person is, and removes what lets the person in. */
export const erasePersonalData = async (tx: Tx, accountId: string, at: string): Promise<void> => {
  for (const table of EMPTIED) await tx.deleteFrom(table).where('account_id', '=', accountId).execute();
  await tx
    .updateTable('account_invitation')
    .set({ revoked_at: at })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .updateTable('account')
    .set((row) => ({
      // Unique, and no form of any name.
      username: `da-xoa-${accountId}`,
      display_name: 'Người dùng đã xóa',
      email: null,
      phone: null,
      organization_code: null,
      password_hash: null,
      must_change_password: false,
      is_disabled: true,
      erased_at: at,
      version: row('version', '+', 1),
      updated_at: at,
    }))
    .where('account_id', '=', accountId)
    .execute();
};

/** The posts in the steering committee that name an account, the latest first. */
export const listCommitteePosts = (db: Db, accountId: string) =>
  db
    .selectFrom('committee_member')
    .select(['post', 'area', 'office', 'valid_from as validFrom', 'valid_to as validTo'])
    .select('doc_number as docNumber')
    .where('account_id', '=', accountId)
    .orderBy('valid_from', 'desc')
    .execute();
