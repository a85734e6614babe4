import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Role } from '#core/access/permissions.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { DB } from '#server/db/schema.gen.ts';
import { countsOn } from '#server/registers/role-holdings.ts';

export interface HoldingRow {
  readonly holdingId: string;
  readonly role: Role;
  readonly organizationCode: string | null;
  readonly organizationName: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** The holding that is lent for an absence, and whose it is. */
  readonly delegatedFrom: string | null;
  readonly lenderName: string | null;
}

const holdingsOf = (accountId: RawBuilder<unknown>, today: PlainDate): RawBuilder<readonly HoldingRow[]> =>
  sql<readonly HoldingRow[]>`(
    select coalesce(json_agg(json_build_object(
      'holdingId', held.role_holding_id, 'role', held.role,
      'organizationCode', held.organization_code, 'organizationName', organization.name,
      'validFrom', held.valid_from, 'validTo', held.valid_to, 'delegatedFrom', held.delegated_from,
      'lenderName', owner.display_name)
      order by held.granted_at, held.role_holding_id), '[]')
    from role_holding as held
    left join organization on organization.code = held.organization_code
    left join role_holding as lender on lender.role_holding_id = held.delegated_from
    left join account as owner on owner.account_id = lender.account_id
    where held.account_id = ${accountId} and ${countsOn('held', today)})`;

/** The roles that the account of the outer query holds on a day, as one column. */
export const selectHoldingsOn = (today: PlainDate): RawBuilder<readonly HoldingRow[]> =>
  holdingsOf(sql.ref('account.account_id'), today);

/** The roles that an account holds on a day. */
export const listHoldingsOn = async (
  db: Db | Tx,
  accountId: string,
  today: PlainDate,
): Promise<readonly HoldingRow[]> => {
  const { rows } = await sql<{ holdings: readonly HoldingRow[] }>`
    select ${holdingsOf(sql`${accountId}::uuid`, today)} as holdings`.execute(db);
  return rows[0]?.holdings ?? [];
};

export interface NewHolding {
  readonly holdingId: string;
  readonly accountId: string;
  readonly role: Role;
  readonly organizationCode: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly delegatedFrom: string | null;
}

export const hasOrganization = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.selectFrom('organization').select('code').where('code', '=', code).executeTakeFirst()) !==
  undefined;

export const insertHolding = async (tx: Tx, holding: NewHolding, at: string, by: string): Promise<void> => {
  await tx
    .insertInto('role_holding')
    .values({
      role_holding_id: holding.holdingId,
      account_id: holding.accountId,
      role: holding.role,
      organization_code: holding.organizationCode,
      valid_from: holding.validFrom,
      valid_to: holding.validTo,
      delegated_from: holding.delegatedFrom,
      granted_at: at,
      granted_by: by,
    })
    .execute();
};

export interface StoredHolding {
  readonly holdingId: string;
  readonly accountId: string;
  readonly role: Role;
  readonly organizationCode: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly delegatedFrom: string | null;
  /** Instant, ISO 8601 in UTC: taken back before its last day. */
  readonly endedAt: string | null;
}

const storedHolding = (row: Selectable<DB['role_holding']>): StoredHolding => ({
  holdingId: row.role_holding_id,
  accountId: row.account_id,
  // Safe: a constraint of the table holds it to the roles.
  role: row.role as Role,
  organizationCode: row.organization_code,
  validFrom: plainDate(row.valid_from),
  validTo: row.valid_to === null ? null : plainDate(row.valid_to),
  delegatedFrom: row.delegated_from,
  endedAt: row.ended_at,
});

/** Takes the holdings of a role for an organization back; answers which there were. */
export const endHoldings = async (
  tx: Tx,
  { accountId, role, organizationCode }: Pick<NewHolding, 'accountId' | 'role' | 'organizationCode'>,
  at: string,
  by: string,
): Promise<readonly StoredHolding[]> => {
  const ended = await tx
    .updateTable('role_holding')
    .set({ ended_at: at, ended_by: by })
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('organization_code', 'is not distinct from', organizationCode)
    .where('ended_at', 'is', null)
    .returningAll()
    .execute();
  return ended.map(storedHolding);
};

export const findHolding = async (db: Db | Tx, holdingId: string): Promise<StoredHolding | undefined> => {
  const row = await db
    .selectFrom('role_holding')
    .selectAll()
    .where('role_holding_id', '=', holdingId)
    .executeTakeFirst();
  return row && storedHolding(row);
};

/** Every holding of an account, past ones too. */
export const listAllHoldingsOf = async (db: Db | Tx, accountId: string): Promise<readonly StoredHolding[]> =>
  (await db.selectFrom('role_holding').selectAll().where('account_id', '=', accountId).execute()).map(
    storedHolding,
  );

/** Takes one holding back. */
export const endHolding = async (tx: Tx, holdingId: string, at: string, by: string): Promise<void> => {
  await tx
    .updateTable('role_holding')
    .set({ ended_at: at, ended_by: by })
    .where('role_holding_id', '=', holdingId)
    .where('ended_at', 'is', null)
    .execute();
};

/** Takes everything that an account holds back. */
export const endAllHoldings = async (tx: Tx, accountId: string, at: string, by: string): Promise<void> => {
  await tx
    .updateTable('role_holding')
    .set({ ended_at: at, ended_by: by })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
};
