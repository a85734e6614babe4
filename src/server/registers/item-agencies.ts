import { sql, type SqlBool } from 'kysely';
import { groupBy } from '#core/kernel/group-by.ts';
import type { AgencyRole, ItemAgency } from '#contract/plan-item.ts';
import type { Db, Tx } from '#server/db/database.ts';

const selectAgencies = (db: Db | Tx, ids: readonly string[]) =>
  db
    .selectFrom('item_agency as agency')
    .leftJoin('organization', 'organization.code', 'agency.organization_code')
    .where(sql<SqlBool>`agency.item_id = any(${ids}::uuid[])`)
    .select(['agency.item_id', 'agency.role', 'agency.name_as_written', 'agency.organization_code'])
    .select(['organization.name', 'organization.abbreviation'])
    .orderBy('agency.item_id')
    .orderBy('agency.position')
    .execute();

/** The agencies of the given items, in the order in which the documents name them. */
export const listItemAgencies = async (
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ItemAgency[]>> => {
  const rows = await selectAgencies(db, ids);
  const byItem = groupBy(rows, ({ item_id }) => item_id);
  return new Map(
    [...byItem].map(([id, some]) => [
      id,
      some.map((row) => ({
        role: row.role as AgencyRole,
        nameAsWritten: row.name_as_written,
        organizationCode: row.organization_code,
        name: row.name ?? row.name_as_written,
        abbreviation: row.abbreviation,
      })),
    ]),
  );
};
