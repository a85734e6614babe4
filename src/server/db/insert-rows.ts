import { sql, type Insertable } from 'kysely';
import type { Tx } from './database.ts';
import type { DB } from './schema.gen.ts';

/**
 * Inserts any number of rows in one statement with one parameter; PostgreSQL reads them as rows of the table.
 * Every column must be given: what is left out becomes null, not the column's default.
 */
export const insertRows = async <Table extends keyof DB>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> => {
  if (rows.length === 0) return;
  const name = sql.table(table);
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
};
