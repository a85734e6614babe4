import type { Db, Tx } from '#server/db/database.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './store.ts';

/** The account that a provider's identity was bound to. */
export const findAccountOfIdentity = (
  db: Db | Tx,
  issuer: string,
  subject: string,
): Promise<AccountRow | undefined> =>
  db
    .selectFrom('account_identity as identity')
    .innerJoin('account', 'account.account_id', 'identity.account_id')
    .select(ACCOUNT_COLUMNS)
    .where('identity.issuer', '=', issuer)
    .where('identity.subject', '=', subject)
    .executeTakeFirst();

/** Whether another identity of the provider is bound to the account. */
export const hasIdentity = async (tx: Tx, accountId: string, issuer: string): Promise<boolean> =>
  (await tx
    .selectFrom('account_identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()) !== undefined;

export const insertIdentity = async (
  tx: Tx,
  identity: {
    readonly issuer: string;
    readonly subject: string;
    readonly accountId: string;
    readonly at: string;
  },
): Promise<void> => {
  await tx
    .insertInto('account_identity')
    .values({
      issuer: identity.issuer,
      subject: identity.subject,
      account_id: identity.accountId,
      linked_at: identity.at,
    })
    .execute();
};
