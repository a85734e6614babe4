import type { PlainDate } from '#core/kernel/plain-date.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { compareNames } from '#core/plan/name-similarity.ts';
import type { AgencyRole, RegisterItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { dueReaderFor } from '#server/registers/due.ts';
import { listIndexComponents } from '#server/registers/index-components.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import type {
  OrganizationItem,
  OrganizationName,
  OrganizationRow,
  OrganizationView,
  UnmappedName,
} from './contract.ts';
import { buildAnsweredCounter, isCurrent, isMemberOf } from './count-answered.ts';
import {
  listAliases,
  listConcerningItems,
  listLedPartCounts,
  listMentions,
  listOrganizationColumns,
  listSuccessions,
  listUnmappedMentions,
  organizationNameOf,
  type OrganizationColumns,
} from './reads.ts';

type Counter = ReturnType<typeof buildAnsweredCounter>;

const rowOf = (row: OrganizationColumns, today: PlainDate, countAnswered: Counter): OrganizationRow => ({
  ...organizationNameOf(row),
  nameEn: row.name_en,
  parentCode: row.parent_code,
  formerProvinceCode: row.former_province_code,
  current: isCurrent(row, today),
  ...countAnswered(row),
});

const readCounter = async (
  db: Db,
  today: PlainDate,
  rows: readonly OrganizationColumns[],
): Promise<Counter> => {
  await refreshTaskStandings(db, today);
  return buildAnsweredCounter({
    ...{ organizations: rows, today, due: dueReaderFor(today) },
    mentions: await listMentions(db, today),
    ledParts: await listLedPartCounts(db, today),
  });
};

/** All organizations with what each answers for, and how many of each kind there are. */
export const getOrganizationList = async (db: Db, today: PlainDate) => {
  const rows = await listOrganizationColumns(db);
  const counter = await readCounter(db, today, rows);
  const items = rows.map((row) => rowOf(row, today, counter));
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
  const concerning = await listConcerningItems(db, code, today);
  const items = await listRegisterItems(
    db,
    concerning.map(({ id }) => id),
    today,
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  return concerning.flatMap(({ id, roles, group_code, part_state: state, part_last_day: lastDay }) => {
    const item = byId.get(id);
    if (!item) return [];
    const viaGroup = group_code === null ? null : (names.get(group_code) ?? null);
    const part = state === null ? null : { state, lastDay: storedDay(lastDay) };
    return [{ item, roles: roles as AgencyRole[], part, viaGroup }];
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

/** The organizations around one: above, below, before, after, and in its groups. */
const relativesOf = async (
  db: Db,
  row: OrganizationColumns,
  rows: readonly OrganizationColumns[],
  today: PlainDate,
) => {
  const names: Names = new Map(rows.map((some) => [some.code, organizationNameOf(some)]));
  const successions = await listSuccessions(db);
  const predecessors = successions.filter(({ organization_code }) => organization_code === row.code);
  const successors = successions.filter(({ predecessor_code }) => predecessor_code === row.code);
  const members = rows.filter((member) => isMemberOf(row, member) && isCurrent(member, today));
  return {
    names,
    parent: namesOf([row.parent_code], names)[0] ?? null,
    children: rows.filter(({ parent_code }) => parent_code === row.code).map(organizationNameOf),
    predecessors: namesOf(
      predecessors.map(({ predecessor_code }) => predecessor_code),
      names,
    ),
    successors: namesOf(
      successors.map(({ organization_code }) => organization_code),
      names,
    ),
    groups: rows.filter((group) => isMemberOf(group, row)).map(organizationNameOf),
    members: members.map(organizationNameOf),
    formerProvince: namesOf([row.former_province_code], names)[0] ?? null,
  };
};

/** Everything that one organization answers for. */
export const getOrganizationView = async (
  db: Db,
  today: PlainDate,
  code: string,
): Promise<OrganizationView | Refusal> => {
  const rows = await listOrganizationColumns(db);
  const row = rows.find((candidate) => candidate.code === code);
  if (!row) return refuse('record.not-found', { code });
  const { names, ...relatives } = await relativesOf(db, row, rows, today);
  const counter = await readCounter(db, today, rows);
  const items = await listItemsOf(db, today, code, names);
  return {
    ...rowOf(row, today, counter),
    ...relatives,
    aliases: (await listAliases(db, code)).map(({ alias, origin }) => ({
      alias,
      origin: origin as 'reference' | 'mapped',
    })),
    areaKm2: row.area_km2,
    longitude: row.longitude,
    latitude: row.latitude,
    targets: ofKind(items, 'target'),
    tasks: ofKind(items, 'task'),
    projects: ofKind(items, 'project'),
    gaps: ofKind(items, 'gap'),
    components: await listLedComponents(db, code, relatives.groups),
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
