import { sql } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { ExecutionChoices } from './contract.ts';

const listOrganizations = async (db: Db, reach: AccessReach): Promise<ExecutionChoices['organizations']> => {
  const within =
    reach.kind === 'all' ? sql`true` : sql`organization.code = any(${[...reach.organizationCodes]})`;
  const { rows } = await sql<ExecutionChoices['organizations'][number]>`
    select organization.code, organization.name from organization
    where ${within} and exists (
      select from part_standing as standing where standing.organization_code = organization.code)
    order by organization.position, organization.code`.execute(db);
  return rows;
};

const listPlans = async (db: Db): Promise<ExecutionChoices['plans']> => {
  const counted = await sql<{ id: string; tasks: number; areas: string[] }>`
    select item.document_id as id, count(*)::int as tasks,
      coalesce(array_agg(distinct item.section) filter (where item.section is not null), '{}') as areas
    from document_item as item where item.kind = 'task' group by item.document_id`.execute(db);
  const byId = new Map(counted.rows.map((row) => [row.id, row]));
  const documents = await db
    .selectFrom('document')
    .select(documentColumns)
    .orderBy('issue_date', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
  return documents.flatMap((row) => {
    const found = byId.get(row.document_id);
    return found ? [{ document: documentNameOf(row), tasks: found.tasks, areas: found.areas }] : [];
  });
};

/** What tasks are filtered by: plans with their sections, the organizations that may be read and those that are reported for. */
export const listChoices = async (
  db: Db,
  { read, report }: Readonly<Record<'read' | 'report', AccessReach>>,
): Promise<Omit<ExecutionChoices, 'members'>> => ({
  plans: await listPlans(db),
  organizations: await listOrganizations(db, read),
  own: await listOrganizations(db, report),
  readsAll: read.kind === 'all',
});
