import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';

/**
 * A text that changes whenever anything changes that contradictions are found in: items (each change of one appends a
 * revision), the mapping of agencies, decided links, data values, stated scores, frameworks. Cheap beside finding them again.
 */
export const readDataVersion = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('/',
      (select concat(count(*), ' ', max(changed_at)) from document_item_revision),
      (select concat(count(*), ' ', max(registered_at)) from document),
      (select concat(count(*), ' ', max(added_at)) from organization_alias),
      (select count(*) from item_agency where organization_code is null),
      (select concat(count(*), ' ', max(changed_at)) from data_value),
      (select count(*) from data_value_revision),
      (select count(*) from published_score),
      (select count(*) from measure_link_decision),
      (select string_agg(fingerprint, ' ' order by code, version) from index_framework where state = 'in-force')) as version`.execute(
    db,
  );
  return rows[0]?.version ?? '';
};

/**
 * A text that changes whenever anything changes that relations to components are inferred from: items and the framework
 * in use. A corrected figure changes none of them.
 */
export const readRelationVersion = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('/',
      (select concat(count(*), ' ', max(changed_at)) from document_item_revision),
      (select string_agg(distinct concat(framework_code, ' ', year), ' ') from data_value),
      (select string_agg(fingerprint, ' ' order by code, version) from index_framework where state = 'in-force')) as version`.execute(
    db,
  );
  return rows[0]?.version ?? '';
};
