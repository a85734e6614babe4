import { ORGANIZATION_KINDS, type OrganizationKind } from '#core/organization/organization.ts';
import { REGISTER_KINDS } from '#core/plan/plan-item.ts';
import type { OrganizationRow } from '#features/organization/contract.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import type { Wording } from './wording.ts';

/** Facets of the list of organizations by their names in addresses. */
export const FACET_IDS = ['loai', 'tinh-cu', 'hieu-luc', 'viec'] as const;

/** Kinds of bodies that are numbered by the State. */
export const COMMUNE_KINDS: readonly OrganizationKind[] = ['commune', 'ward', 'special-zone'];

/** How many items an organization answers for by its own name. */
export const countAnswered = ({ counts }: OrganizationRow): number =>
  REGISTER_KINDS.reduce((total, kind) => total + counts[kind], 0);

/** How much of what it leads is overdue: its parts of tasks, and anything else past its day without a report. */
export const countOverdue = ({
  taskStates,
  dueStates,
}: Pick<OrganizationRow, 'taskStates' | 'dueStates'>): number =>
  taskStates.overdue + dueStates['overdue-unreported'];

/** The official code of a commune or ward; the codes of other bodies are names within the system. */
export const findCommuneCode = ({ code, kind }: Pick<OrganizationRow, 'code' | 'kind'>): string | null =>
  COMMUNE_KINDS.includes(kind) ? code : null;

/** Those that answer for most first; equal ones keep their official order. */
export const sortByDuties = (rows: readonly OrganizationRow[]): readonly OrganizationRow[] =>
  rows.toSorted(
    (a, b) =>
      countAnswered(b) - countAnswered(a) ||
      b.counts.coordinated - a.counts.coordinated ||
      b.counts.viaGroup - a.counts.viaGroup,
  );

type Count = keyof OrganizationRow['counts'];

const countColumn = (
  id: Count,
  { organization, format }: Wording,
  hiddenBelow = 0,
): RegisterColumn<OrganizationRow> => ({
  id,
  header: organization.columns[id],
  width: 7,
  align: 'end',
  text: ({ counts }) => (counts[id] === 0 ? '' : format.number(counts[id])),
  sortKey: ({ counts }) => (counts[id] === 0 ? null : counts[id]),
  hiddenBelow,
});

/** Columns of the list of organizations. */
export const buildColumns = (wording: Wording): readonly RegisterColumn<OrganizationRow>[] => {
  const { organization, format } = wording;
  return [
    {
      id: 'ten',
      header: organization.columns.name,
      width: 30,
      text: wording.nameOf,
      sortKey: wording.nameOf,
    },
    {
      id: 'viet-tat',
      header: organization.columns.abbreviation,
      width: 12,
      text: ({ abbreviation }) => abbreviation ?? '',
      sortKey: ({ abbreviation }) => abbreviation,
      hiddenBelow: 860,
    },
    {
      id: 'loai',
      header: organization.columns.kind,
      width: 13,
      text: ({ kind }) => organization.kinds[kind],
      sortKey: ({ kind }) => ORGANIZATION_KINDS.indexOf(kind),
    },
    ...REGISTER_KINDS.map((kind) => countColumn(kind, wording)),
    countColumn('coordinated', wording, 860),
    countColumn('viaGroup', wording, 760),
    {
      id: 'qua-han',
      header: organization.columns.overdue,
      width: 10,
      align: 'end',
      text: (row) => (countOverdue(row) === 0 ? '' : format.number(countOverdue(row))),
      sortKey: (row) => countOverdue(row) || null,
    },
    {
      id: 'ma',
      header: organization.columns.code,
      width: 10,
      text: (row) => findCommuneCode(row) ?? '',
      sortKey: findCommuneCode,
      hiddenBelow: 1000,
    },
  ];
};

/** What organizations are filtered and grouped by. */
export const buildFacets = (
  { organization, nameOf }: Wording,
  rows: readonly OrganizationRow[],
): readonly RegisterFacet<OrganizationRow>[] => {
  const names = new Map(rows.map((row) => [row.code, nameOf(row)]));
  const kindValue = (kind: OrganizationKind) => ({
    key: kind,
    label: organization.kinds[kind],
    order: ORGANIZATION_KINDS.indexOf(kind),
  });
  return [
    {
      id: 'loai',
      label: organization.columns.kind,
      groupable: true,
      values: ({ kind }) => [kindValue(kind)],
    },
    {
      id: 'tinh-cu',
      label: organization.former,
      groupable: true,
      values: ({ formerProvinceCode }) =>
        formerProvinceCode === null
          ? []
          : [{ key: formerProvinceCode, label: names.get(formerProvinceCode) ?? formerProvinceCode }],
    },
    {
      id: 'hieu-luc',
      label: organization.columns.validity,
      values: ({ current }) => [
        current ? { key: 'dang', label: organization.current } : { key: 'het', label: organization.ended },
      ],
    },
    {
      id: 'viec',
      label: organization.columns.answers,
      values: (row) => [
        countAnswered(row) > 0
          ? { key: 'co', label: organization.withWork }
          : { key: 'khong', label: organization.withoutWork },
      ],
    },
  ];
};
