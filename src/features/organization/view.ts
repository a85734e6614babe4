import type { PlainDate } from '#core/kernel/plain-date.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { compareNames } from '#core/plan/name-similarity.ts';
import type { AgencyRole, RegisterItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { buildDueReader, countDueStates, type DueReader } from '#server/registers/due.ts';
import { listIndexComponents } from '#server/registers/index-components.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import type {
  OrganizationItem,
  OrganizationName,
  OrganizationRow,
  OrganizationView,
  UnmappedName,
} from './contract.ts';
import {
  countAnswered,
  countCoordinated,
  listAliases,
  listConcerningItems,
  listOrganizationColumns,
  listSuccessions,
  listUnmappedMentions,
  organizationNameOf,
  type AnsweredCount,
  type OrganizationColumns,
} from './reads.ts';

const isCurrent = (row: OrganizationColumns, today: PlainDate): boolean =>
  (row.valid_from === null || row.valid_from <= today) && (row.valid_to === null || row.valid_to >= today);

const sumOf = (answered: readonly AnsweredCount[], which: (count: AnsweredCount) => boolean): number =>
  answered.filter(which).reduce((total, { count }) => total + count, 0);

const statesOf = (answered: readonly AnsweredCount[], due: DueReader): OrganizationRow['dueStates'] =>
  countDueStates(
    answered.flatMap((row) => Array<ReturnType<DueReader['getState']>>(row.count).fill(due.getState(row))),
  );

interface RowContext {
  readonly today: PlainDate;
  readonly due: DueReader;
  readonly answered: ReadonlyMap<string, readonly AnsweredCount[]>;
  readonly coordinated: ReadonlyMap<string, number>;
}

const rowOf = (
  row: OrganizationColumns,
  { today, due, answered, coordinated }: RowContext,
): OrganizationRow => {
  const own = answered.get(row.code) ?? [];
  const direct = (kind: string): number => sumOf(own, (count) => !count.via_group && count.kind === kind);
  return {
    ...organizationNameOf(row),
    nameEn: row.name_en,
    parentCode: row.parent_code,
    formerProvinceCode: row.former_province_code,
    current: isCurrent(row, today),
    counts: {
      target: direct('target'),
      task: direct('task'),
      project: direct('project'),
      gap: direct('gap'),
      coordinated: coordinated.get(row.code) ?? 0,
      viaGroup: sumOf(own, (count) => count.via_group),
    },
    dueStates: statesOf(own, due),
  };
};

const readContext = async (db: Db, today: PlainDate, code?: string): Promise<RowContext> => ({
  today,
  due: buildDueReader(today),
  answered: groupBy(await countAnswered(db, code), ({ code }) => code),
  coordinated: await countCoordinated(db, code),
});

/** All organizations with what each answers for, and how many of each kind there are. */
export const getOrganizationList = async (db: Db, today: PlainDate) => {
  const rows = await listOrganizationColumns(db);
  const context = await readContext(db, today);
  const items = rows.map((row) => rowOf(row, context));
  return {
    items,
    total: items.length,
    kinds: [...groupBy(items, ({ kind }) => kind)].map(([kind, some]) => ({ kind, count: some.length })),
    unmappedNames: (await listUnmappedMentions(db)).length,
  };
};

type Names = ReadonlyMap<string, OrganizationName>;

const namesOf = (codes: readonly (string | null)[], names: Names): OrganizationName[] =>
  codes.flatMap((code) => (code === null ? [] : (names.get(code) ?? [])));

const listItemsOf = async (
  db: Db,
  today: PlainDate,
  code: string,
  names: Names,
): Promise<readonly OrganizationItem[]> => {
  const concerning = await listConcerningItems(db, code);
  const items = await listRegisterItems(
    db,
    concerning.map(({ id }) => id),
    today,
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  return concerning.flatMap(({ id, roles, group_code }) => {
    const item = byId.get(id);
    if (!item) return [];
    const viaGroup = group_code === null ? null : (names.get(group_code) ?? null);
    return [{ item, roles: roles as AgencyRole[], viaGroup }];
  });
};

const ofKind = (items: readonly OrganizationItem[], kind: RegisterItem['kind']): OrganizationItem[] =>
  items.filter(({ item }) => item.kind === kind);

const listLedComponents = async (
  db: Db,
  code: string,
  groups: readonly OrganizationName[],
): Promise<OrganizationView['components']> =>
  (await listIndexComponents(db)).flatMap(({ component, frameworkCode, frameworkVersion }) => {
    const leads = component.leadAgencies.map(({ organizationCode }) => organizationCode);
    const viaGroup = groups.find((group) => leads.includes(group.code)) ?? null;
    if (!leads.includes(code) && !viaGroup) return [];
    return [
      {
        code: component.code,
        name: component.name.vi,
        maximumScore: component.maximumPoints,
        frameworkVersion: `${frameworkCode}@${String(frameworkVersion)}`,
        viaGroup: leads.includes(code) ? null : viaGroup,
      },
    ];
  });

/** Everything that one organization answers for. */
export const getOrganizationView = async (
  db: Db,
  today: PlainDate,
  code: string,
): Promise<OrganizationView | Refusal> => {
  const rows = await listOrganizationColumns(db);
  const row = rows.find((candidate) => candidate.code === code);
  if (!row) return refuse('record.not-found', { code });
  const names: Names = new Map(rows.map((some) => [some.code, organizationNameOf(some)]));
  const successions = await listSuccessions(db);
  const isMember = (group: OrganizationColumns, member: OrganizationColumns): boolean =>
    group.kind === 'group' && group.member_kinds.includes(member.kind);
  const groups = rows.filter((group) => isMember(group, row)).map(organizationNameOf);
  const items = await listItemsOf(db, today, code, names);
  return {
    ...rowOf(row, await readContext(db, today, code)),
    aliases: (await listAliases(db, code)).map(({ alias, origin }) => ({
      alias,
      origin: origin as 'reference' | 'mapped',
    })),
    parent: namesOf([row.parent_code], names)[0] ?? null,
    children: rows.filter((child) => child.parent_code === code).map(organizationNameOf),
    predecessors: namesOf(
      successions
        .filter(({ organization_code }) => organization_code === code)
        .map(({ predecessor_code }) => predecessor_code),
      names,
    ),
    successors: namesOf(
      successions
        .filter(({ predecessor_code }) => predecessor_code === code)
        .map(({ organization_code }) => organization_code),
      names,
    ),
    groups,
    members: rows
      .filter((member) => isMember(row, member) && isCurrent(member, today))
      .map(organizationNameOf),
    formerProvince: namesOf([row.former_province_code], names)[0] ?? null,
    areaKm2: row.area_km2,
    longitude: row.longitude,
    latitude: row.latitude,
    targets: ofKind(items, 'target'),
    tasks: ofKind(items, 'task'),
    projects: ofKind(items, 'project'),
    gaps: ofKind(items, 'gap'),
    components: await listLedComponents(db, code, groups),
  };
};

const SUGGESTIONS = 5;
const WORTH_SUGGESTING = 0.4;

const suggest = (name: string, rows: readonly OrganizationColumns[]): OrganizationName[] =>
  rows
    .map((row) => ({
      row,
      similarity: Math.max(
        ...[row.name, row.abbreviation ?? ''].map((known) => compareNames(name, known).similarity),
      ),
    }))
    .filter(({ similarity }) => similarity >= WORTH_SUGGESTING)
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, SUGGESTIONS)
    .map(({ row }) => organizationNameOf(row));

/** The names that no organization is known by, each with organizations whose names are near. */
export const getUnmappedNames = async (db: Db): Promise<readonly UnmappedName[]> => {
  const mentions = await listUnmappedMentions(db);
  const rows = await listOrganizationColumns(db);
  return mentions.map((mention) => ({ ...mention, suggestions: suggest(mention.nameAsWritten, rows) }));
};
