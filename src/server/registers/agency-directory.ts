import { buildAgencyDirectory, type AgencyDirectory } from '#core/organization/directory.ts';
import type { Organization, OrganizationKind } from '#core/organization/organization.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { storedDay } from './stored-day.ts';

const group = <Row extends { readonly organization_code: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => groupBy(rows, (row) => row.organization_code);

/** All organizations of the register with their spellings and predecessors, in official order. */
export const listOrganizations = async (db: Db | Tx): Promise<readonly Organization[]> => {
  const rows = await db.selectFrom('organization').selectAll().orderBy('position').execute();
  const aliases = group(
    await db.selectFrom('organization_alias').select(['organization_code', 'alias']).execute(),
  );
  const predecessors = group(await db.selectFrom('organization_predecessor').selectAll().execute());
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    abbreviation: row.abbreviation,
    kind: row.kind as OrganizationKind,
    aliases: (aliases.get(row.code) ?? []).map(({ alias }) => alias),
    parentCode: row.parent_code,
    validFrom: storedDay(row.valid_from),
    validTo: storedDay(row.valid_to),
    predecessorCodes: (predecessors.get(row.code) ?? []).map(({ predecessor_code }) => predecessor_code),
    memberKinds: row.member_kinds as OrganizationKind[],
    place: null,
  }));
};

/** The directory by which names in documents are understood, with the spellings that people have mapped. */
export const readAgencyDirectory = async (db: Db | Tx): Promise<AgencyDirectory> =>
  buildAgencyDirectory(await listOrganizations(db));
