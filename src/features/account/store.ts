import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { isInForce } from '#server/registers/role-holdings.ts';
import { selectHoldingsOn, type HoldingRow } from './holding-store.ts';

export interface AccountRow {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  /** Office address and telephone, where known. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Where the person works; permits nothing. */
  readonly organizationCode: string | null;
  /** Null until a first password was chosen. */
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
  /** The password was set by somebody else. */
  readonly mustChangePassword: boolean;
  /** Grows with each change of name or contact. */
  readonly version: number;
  /** Instant, ISO 8601 in UTC. */
  readonly erasedAt: string | null;
}

export const ACCOUNT_COLUMNS = [
  'account.account_id as accountId',
  'account.username',
  'account.display_name as displayName',
  'account.email',
  'account.phone',
  'account.organization_code as organizationCode',
  'account.password_hash as passwordHash',
  'account.is_disabled as isDisabled',
  'account.must_change_password as mustChangePassword',
  'account.version',
  'account.erased_at as erasedAt',
] as const;

export const findAccount = (db: Db | Tx, username: string): Promise<AccountRow | undefined> => {
  return db.selectFrom('account').select(ACCOUNT_COLUMNS).where('username', '=', username).executeTakeFirst();
};

export const findAccountById = (db: Db | Tx, accountId: string): Promise<AccountRow | undefined> =>
  db.selectFrom('account').select(ACCOUNT_COLUMNS).where('account_id', '=', accountId).executeTakeFirst();

/** Finds an account and keeps it from changing until the transaction ends. */
export const lockAccount = (tx: Tx, accountId: string): Promise<AccountRow | undefined> =>
  tx
    .selectFrom('account')
    .select(ACCOUNT_COLUMNS)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();

export type AccountWithHoldings = AccountRow & { readonly holdings: readonly HoldingRow[] };

/** All accounts with the roles that they hold on a day, by username. */
export const listAccounts = (db: Db | Tx, today: PlainDate): Promise<readonly AccountWithHoldings[]> =>
  db
    .selectFrom('account')
    .select([...ACCOUNT_COLUMNS, selectHoldingsOn(today).as('holdings')])
    .orderBy('username')
    .execute();

/** An account before anything has happened to it. */
export type NewAccountRow = Omit<AccountRow, 'isDisabled' | 'version' | 'erasedAt'>;

/** Adds an account; answers false when the username or the id is taken. */
export const insertAccount = async (tx: Tx, account: NewAccountRow, at: string): Promise<boolean> => {
  const inserted = await tx
    .insertInto('account')
    .values({
      account_id: account.accountId,
      username: account.username,
      display_name: account.displayName,
      email: account.email,
      phone: account.phone,
      organization_code: account.organizationCode,
      password_hash: account.passwordHash,
      must_change_password: account.mustChangePassword,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return inserted !== undefined;
};

export const updateAccount = async (
  tx: Tx,
  accountId: string,
  change: {
    readonly passwordHash?: string;
    readonly mustChangePassword?: boolean;
    readonly isDisabled?: boolean;
  },
  at: string,
): Promise<void> => {
  await tx
    .updateTable('account')
    .set({
      ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
      ...(change.mustChangePassword !== undefined && { must_change_password: change.mustChangePassword }),
      ...(change.isDisabled !== undefined && { is_disabled: change.isDisabled }),
      updated_at: at,
    })
    .where('account_id', '=', accountId)
    .execute();
};

/** Gives an account another name and contact; the caller holds its lock. */
export const updatePerson = async (
  tx: Tx,
  accountId: string,
  person: Pick<AccountRow, 'displayName' | 'email' | 'phone' | 'organizationCode'>,
  at: string,
): Promise<void> => {
  await tx
    .updateTable('account')
    .set((row) => ({
      display_name: person.displayName,
      email: person.email,
      phone: person.phone,
      organization_code: person.organizationCode,
      version: row('version', '+', 1),
      updated_at: at,
    }))
    .where('account_id', '=', accountId)
    .execute();
};

/** Names of the organizations where a person works or holds a role. */
export const listOrganizationNames = async (db: Db | Tx, accountId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('organization')
    .select(['organization.name', 'organization.abbreviation'])
    .where(
      sql<boolean>`organization.code in (
        select organization_code from role_holding where account_id = ${accountId} and ended_at is null
        union select organization_code from account where account_id = ${accountId})`,
    )
    .execute();
  return rows.flatMap(({ name, abbreviation }) => (abbreviation === null ? [name] : [name, abbreviation]));
};

/**
 * Whether an account is the only one left that may sign in and administer on a day. A lent role does not count: it ends by
 * itself; nor does somebody without a password or a provider's identity, who has never come in. Until the transaction ends
 * nobody else is told: two administrators must not each count on the other.
 */
export const isLastAdministrator = async (tx: Tx, accountId: string, today: PlainDate): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('last-administrator', 0))`.execute(tx);
  const { rows } = await sql<{ accountId: string }>`
    select distinct account.account_id as "accountId"
    from account join role_holding as held on held.account_id = account.account_id
    where held.role = 'administrator' and held.delegated_from is null and ${isInForce('held', today)}
      and not account.is_disabled
      and (account.password_hash is not null or exists (
        select from account_identity where account_identity.account_id = account.account_id))`.execute(tx);
  return rows.length === 1 && rows[0]?.accountId === accountId;
};
