import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { nameKey, searchKey, tidy } from '#core/kernel/text.ts';
import { listSpellings } from '#core/organization/directory.ts';
import type { Organization } from '#core/organization/organization.ts';
import { organizationKey } from '#core/organization/spelling.ts';
import { numberText } from '#core/plan/read-number.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import {
  appendSearchWords,
  deleteMappedAlias,
  insertMissingAliases,
  insertMissingOrganizations,
  insertMissingPredecessors,
  listCodes,
  mapMentions,
  removeSearchWords,
  unmapMentions,
} from './store.ts';

/** Who acts, and when. */
export interface OrganizationContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly accountId: string | null;
  readonly caller: Caller;
}

// Each spelling also with its abbreviations written out, so that both "UBND" and "Ủy ban nhân dân" find it.
const searchedSpellings = (spellings: readonly string[]): string =>
  [...new Set(spellings.flatMap((name) => [searchKey(name), searchKey(organizationKey(name))]))].join(' | ');

const organizationRow = (organization: Organization, position: number) => ({
  code: organization.code,
  kind: organization.kind,
  name: organization.name,
  name_en: organization.nameEn,
  abbreviation: organization.abbreviation,
  parent_code: organization.parentCode,
  valid_from: organization.validFrom,
  valid_to: organization.validTo,
  member_kinds: [...organization.memberKinds],
  area_km2: numberText(organization.place?.areaKm2),
  longitude: numberText(organization.place?.longitude),
  latitude: numberText(organization.place?.latitude),
  former_province_code: organization.place?.formerProvinceCode ?? null,
  position,
  search_key: searchedSpellings(listSpellings(organization)),
});

const aliasRows = ({ code, aliases }: Organization, addedAt: string) =>
  aliases.map((alias) => ({
    organization_code: code,
    alias,
    alias_key: nameKey(alias),
    origin: 'reference',
    added_at: addedAt,
    added_by: null,
  }));

/** Adds organizations with their spellings and predecessors; those already there stay as people have left them. */
export const ensureOrganizations = async (
  context: OrganizationContext,
  organizations: readonly Organization[],
): Promise<void> => {
  const at = context.clock.now();
  await context.db.transaction().execute(async (tx) => {
    const known = await listCodes(tx);
    const missing = organizations.filter(({ code }) => !known.has(code));
    if (missing.length === 0) return;
    const rows = missing.map((organization) =>
      organizationRow(organization, organizations.indexOf(organization) + 1),
    );
    await insertMissingOrganizations(tx, rows);
    await insertMissingAliases(
      tx,
      missing.flatMap((organization) => aliasRows(organization, at)),
    );
    await insertMissingPredecessors(
      tx,
      missing.flatMap(({ code, predecessorCodes }) =>
        predecessorCodes.map((predecessor) => ({ organization_code: code, predecessor_code: predecessor })),
      ),
    );
    await appendAuditEvent(tx, context.caller, {
      at,
      action: 'organization.add',
      subject: 'organization:*',
      details: { codes: missing.map(({ code }) => code) },
    });
  });
};

/** What mapping a name did. */
export interface MappedName {
  readonly code: string;
  readonly alias: string;
  readonly mapped: number;
}

const mapName = async (
  tx: Tx,
  context: OrganizationContext,
  code: string,
  alias: string,
): Promise<MappedName> => {
  const at = context.clock.now();
  const added = await insertMissingAliases(tx, [
    {
      ...{ organization_code: code, alias, alias_key: nameKey(alias) },
      ...{ origin: 'mapped', added_at: at, added_by: context.accountId },
    },
  ]);
  if (added > 0) await appendSearchWords(tx, code, searchedSpellings([alias]));
  const mapped = await mapMentions(tx, alias, code);
  if (added > 0 || mapped > 0) {
    await appendAuditEvent(tx, context.caller, {
      ...{ at, action: 'organization.map-name', subject: `organization:${code}` },
      details: { mapped },
      after: { alias },
    });
  }
  return { code, alias, mapped };
};

/**
 * Says that a name in documents means an organization: all mentions of the name get its code, and so will imports to come.
 * Refuses a name that another organization is known by. Saying it again changes nothing.
 */
export const putAlias = (
  context: OrganizationContext,
  code: string,
  name: string,
): Promise<MappedName | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    const alias = tidy(name);
    if (alias === '') return refuse('value.malformed', { field: 'alias' });
    const directory = await readAgencyDirectory(tx);
    if (!directory.findByCode(code)) return refuse('record.not-found', { code });
    const others = directory.find(alias).filter((organization) => organization.code !== code);
    if (others.length > 0) {
      return refuse('organization.alias-taken', {
        alias,
        codes: others.map((organization) => organization.code),
      });
    }
    return mapName(tx, context, code, alias);
  });

/**
 * Takes back that a name means an organization, where a person had said so: its mentions have no organization again.
 * A spelling of the reference data stays. Doing it again changes nothing.
 */
export const withdrawAlias = (
  context: OrganizationContext,
  code: string,
  name: string,
): Promise<{ readonly alias: string; readonly unmapped: number } | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    const alias = tidy(name);
    if (!(await listCodes(tx)).has(code)) return refuse('record.not-found', { code });
    if (!(await deleteMappedAlias(tx, code, alias))) return { alias, unmapped: 0 };
    await removeSearchWords(tx, code, searchedSpellings([alias]));
    const unmapped = await unmapMentions(tx, alias, code);
    await appendAuditEvent(tx, context.caller, {
      ...{ at: context.clock.now(), action: 'organization.unmap-name', subject: `organization:${code}` },
      ...{ details: { unmapped }, before: { alias } },
    });
    return { alias, unmapped };
  });
