import type { PlainDate } from '#core/kernel/plain-date.ts';
import { searchKey } from '#core/kernel/text.ts';
import { existsOn, type Organization, type OrganizationKind } from './organization.ts';
import { looseOrganizationKey, organizationKey } from './spelling.ts';

/** Finds organizations by whatever name a document gives them. */
export interface AgencyDirectory {
  readonly organizations: readonly Organization[];
  /** All organizations with this spelling, exact before loose; empty for an unknown name, several for an ambiguous one. */
  find(name: string): readonly Organization[];
  findByCode(code: string): Organization | undefined;
  /** The organizations a group stands for on the day; the organization itself when it is no group. */
  listMembers(organization: Organization, day: PlainDate): readonly Organization[];
  /** All organizations one of whose names contains the words, typed with or without diacritics. */
  search(words: string): readonly Organization[];
}

const MOST_REMEMBERED_NAMES = 10_000;

const TERRITORIES: ReadonlySet<OrganizationKind> = new Set(['commune', 'ward', 'special-zone']);

const isTerritory = (organization: Pick<Organization, 'kind'>): boolean => TERRITORIES.has(organization.kind);

const withoutUnitWord = (name: string): string => name.replace(/^(?:xã|phường|đặc khu|tỉnh) /iu, '');

/** What an organization is called by. */
export type NamedOrganization = Pick<Organization, 'code' | 'name' | 'abbreviation' | 'kind' | 'aliases'>;

/** Every spelling under which an organization is found; a commune also by its bare name and by its People's Committee. */
export const listSpellings = (organization: NamedOrganization): readonly string[] => {
  const names = [
    organization.code,
    organization.name,
    ...(organization.abbreviation ? [organization.abbreviation] : []),
    ...organization.aliases,
  ];
  if (!isTerritory(organization)) return names;
  return names.flatMap((name) => [name, withoutUnitWord(name), `Ủy ban nhân dân ${name}`]);
};

const addTo = (index: Map<string, Organization[]>, key: string, organization: Organization): void => {
  const found = index.get(key);
  if (!found) index.set(key, [organization]);
  else if (!found.includes(organization)) found.push(organization);
};

const indexBy = (
  organizations: readonly Organization[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly Organization[]> => {
  const index = new Map<string, Organization[]>();
  for (const organization of organizations) {
    for (const spelling of listSpellings(organization)) addTo(index, keyOf(spelling), organization);
  }
  return index;
};

/** "Sở Y tế tỉnh Đồng Tháp" names the same body as "Sở Y tế" inside that province, and inside no other. */
const buildProvinceSuffixes = (organizations: readonly Organization[]): readonly string[] =>
  organizations
    .filter((organization) => organization.kind === 'province')
    .map((province) => ` ${organizationKey(province.name)}`);

/** Builds the directory of the given organizations. A name held by several finds all of them. */
export const buildAgencyDirectory = (organizations: readonly Organization[]): AgencyDirectory => {
  const byCode = new Map(organizations.map((organization) => [organization.code, organization]));
  const exact = indexBy(organizations, organizationKey);
  const loose = indexBy(organizations, looseOrganizationKey);
  const provinceSuffixes = buildProvinceSuffixes(organizations);
  const searchKeys = organizations.map((organization) => ({
    organization,
    keys: listSpellings(organization).map(searchKey),
  }));

  const findExactOrLoose = (name: string): readonly Organization[] =>
    exact.get(organizationKey(name)) ?? loose.get(looseOrganizationKey(name)) ?? [];

  const find = (name: string): readonly Organization[] => {
    const found = findExactOrLoose(name);
    if (found.length > 0) return found;
    const key = organizationKey(name);
    const suffix = provinceSuffixes.find((ending) => key.endsWith(ending));
    return suffix === undefined ? [] : findExactOrLoose(key.slice(0, -suffix.length));
  };

  // The same few names come back in every row of a plan; unknown words of long texts must not pile up.
  const found = new Map<string, readonly Organization[]>();
  const findOnce = (name: string): readonly Organization[] => {
    const known = found.get(name);
    if (known) return known;
    if (found.size >= MOST_REMEMBERED_NAMES) found.clear();
    const organizationsFound = find(name);
    found.set(name, organizationsFound);
    return organizationsFound;
  };

  return {
    organizations,
    find: findOnce,
    findByCode: (code) => byCode.get(code),
    listMembers: (organization, day) =>
      organization.kind !== 'group'
        ? [organization]
        : organizations.filter(
            (member) =>
              organization.memberKinds.includes(member.kind) &&
              member.parentCode === organization.parentCode &&
              existsOn(member, day),
          ),
    search: (words) => {
      const wanted = searchKey(words);
      if (wanted === '') return [];
      return searchKeys
        .filter(({ keys }) => keys.some((key) => key.includes(wanted)))
        .map(({ organization }) => organization);
    },
  };
};
