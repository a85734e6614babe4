import { sql, type Insertable } from 'kysely';
import { nameKey } from '#core/kernel/text.ts';
import type { Tx } from '#server/db/database.ts';
import type { DB } from '#server/db/schema.gen.ts';

const insertMissing = async <Table extends keyof DB>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<number> => {
  const name = sql.table(table);
  const result = await sql`
    insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
};

/** Adds the organizations that are not there yet and answers how many; those that are stay as people have left them. */
export const insertMissingOrganizations = (
  tx: Tx,
  rows: readonly Insertable<DB['organization']>[],
): Promise<number> => insertMissing(tx, 'organization', rows);

export const insertMissingAliases = (
  tx: Tx,
  rows: readonly Insertable<DB['organization_alias']>[],
): Promise<number> => insertMissing(tx, 'organization_alias', rows);

export const insertMissingPredecessors = (
  tx: Tx,
  rows: readonly Insertable<DB['organization_predecessor']>[],
): Promise<number> => insertMissing(tx, 'organization_predecessor', rows);

/** Codes that the register has. */
export const listCodes = async (tx: Tx): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom('organization').select('code').execute();
  return new Set(rows.map(({ code }) => code));
};

/** Gives an organization one more spelling by which it is searched. */
export const appendSearchWords = async (tx: Tx, code: string, words: string): Promise<void> => {
  await tx
    .updateTable('organization')
    .set({ search_key: sql`search_key || ' | ' || ${words}::text` })
    .where('code', '=', code)
    .execute();
};

/** Gives every mention of a name the code of an organization and answers how many there were. */
export const mapMentions = async (tx: Tx, name: string, code: string): Promise<number> => {
  const result = await tx
    .updateTable('item_agency')
    .set({ organization_code: code })
    .where('name_key', '=', nameKey(name))
    .where('organization_code', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
};

/** Takes away a spelling that a person had added, and tells whether there was one. */
export const deleteMappedAlias = async (tx: Tx, code: string, name: string): Promise<boolean> => {
  const result = await tx
    .deleteFrom('organization_alias')
    .where('organization_code', '=', code)
    .where('alias_key', '=', nameKey(name))
    .where('origin', '=', 'mapped')
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
};

/** Takes back what was appended for a spelling. */
export const removeSearchWords = async (tx: Tx, code: string, words: string): Promise<void> => {
  await tx
    .updateTable('organization')
    .set({ search_key: sql`replace(search_key, ' | ' || ${words}::text, '')` })
    .where('code', '=', code)
    .execute();
};

/** Leaves the mentions of a name without the code of an organization and answers how many there were. */
export const unmapMentions = async (tx: Tx, name: string, code: string): Promise<number> => {
  const result = await tx
    .updateTable('item_agency')
    .set({ organization_code: null })
    .where('name_key', '=', nameKey(name))
    .where('organization_code', '=', code)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
};
