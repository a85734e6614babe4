import type { DueState } from '#core/calendar/due-state.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { ANSWERING_ROLES, type AgencyRole, type RegisterKind } from '#core/plan/plan-item.ts';
import { countDueStates, type DueReader } from '#server/registers/due.ts';
import type { OrganizationRow } from './contract.ts';
import type { Mention, OrganizationColumns } from './reads.ts';

/**
 * The counts that an organization's row shows. `dueStates` counts what it leads, pays or reports, named itself or
 * through a group.
 */
export type AnsweredCounts = Pick<OrganizationRow, 'counts' | 'dueStates'>;

const ANSWERING: ReadonlySet<AgencyRole> = new Set(ANSWERING_ROLES);

/** Whether a group names this organization among its members. */
export const isMemberOf = (group: OrganizationColumns, member: OrganizationColumns): boolean =>
  group.kind === 'group' && group.member_kinds.includes(member.kind);

/** Whether an organization existed in the year of the document; unknown bounds and years exclude nothing. */
const existedThen = (
  organization: OrganizationColumns,
  { year, issue_date }: Pick<Mention, 'year' | 'issue_date'>,
): boolean => {
  if (year === null) return true;
  const [first, last] = [issue_date ?? `${String(year)}-01-01`, `${String(year)}-12-31`];
  return (
    (organization.valid_from === null || organization.valid_from <= last) &&
    (organization.valid_to === null || organization.valid_to >= first)
  );
};

/** The mentions that concern an organization, each item once: its own before those of its groups. */
interface Concern {
  readonly mention: Mention;
  readonly state: DueState;
  readonly viaGroup: boolean;
}

const onceForEachItem = (concerns: readonly Concern[]): readonly Concern[] => {
  const own = concerns.filter(({ viaGroup }) => !viaGroup);
  const byItem = new Map<string, Concern>();
  for (const concern of [...own, ...concerns]) {
    if (!byItem.has(concern.mention.item_id)) byItem.set(concern.mention.item_id, concern);
  }
  return [...byItem.values()];
};

// What names the organization itself, in whatever role, does not reach it through a group.
const withoutGroupsOfNamed = (concerns: readonly Concern[]): readonly Concern[] => {
  const named = new Set(concerns.filter(({ viaGroup }) => !viaGroup).map(({ mention }) => mention.item_id));
  return concerns.filter(({ mention, viaGroup }) => !viaGroup || !named.has(mention.item_id));
};

const countsOf = (all: readonly Concern[]): AnsweredCounts => {
  const concerns = withoutGroupsOfNamed(all);
  const answered = onceForEachItem(concerns.filter(({ mention }) => ANSWERING.has(mention.role)));
  const led = new Set(answered.filter(({ viaGroup }) => !viaGroup).map(({ mention }) => mention.item_id));
  const direct = (kind: RegisterKind): number =>
    answered.filter(({ mention, viaGroup }) => !viaGroup && mention.kind === kind).length;
  const helped = concerns.filter(
    ({ mention, viaGroup }) => !viaGroup && mention.role === 'coordinating' && !led.has(mention.item_id),
  );
  return {
    counts: {
      target: direct('target'),
      task: direct('task'),
      project: direct('project'),
      gap: direct('gap'),
      coordinated: onceForEachItem(helped).length,
      viaGroup: answered.filter(({ viaGroup }) => viaGroup).length,
    },
    dueStates: countDueStates(answered.map(({ state }) => state)),
  };
};

/** Builds the answer to "what does this organization answer for", from all mentions in the registers. */
export const buildAnsweredCounter = (
  organizations: readonly OrganizationColumns[],
  mentions: readonly Mention[],
  due: DueReader,
): ((organization: OrganizationColumns) => AnsweredCounts) => {
  // The state of each mention is worked out once: what is asked of a group is counted for a hundred members.
  const concerns = mentions.map((mention) => ({ mention, state: due.getState(mention), viaGroup: false }));
  const byCode = groupBy(concerns, ({ mention }) => mention.code);
  const groups = organizations.filter(({ kind }) => kind === 'group');
  return (organization) => {
    const own = byCode.get(organization.code) ?? [];
    const ofGroups = groups
      .filter((group) => isMemberOf(group, organization))
      .flatMap((group) => byCode.get(group.code) ?? [])
      .filter(({ mention }) => existedThen(organization, mention))
      .map((concern) => ({ ...concern, viaGroup: true }));
    return countsOf([...own, ...ofGroups]);
  };
};
