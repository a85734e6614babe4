import type { DueState } from '#core/calendar/due-state.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { ANSWERING_ROLES, type AgencyRole, type RegisterKind } from '#core/plan/plan-item.ts';
import { countEveryState, countStates } from '#server/registers/task-standings.ts';
import { countDueStates, type DueReader } from '#server/registers/due.ts';
import type { OrganizationRow } from './contract.ts';
import type { listLedPartCounts, Mention, OrganizationColumns } from './reads.ts';

/**
 * The counts that an organization's row shows: items, named itself or through a group, and how they stand.
 */
export type AnsweredCounts = Pick<OrganizationRow, 'counts' | 'dueStates' | 'taskStates'>;

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

/** Whether an organization exists on a day. */
export const isCurrent = (row: OrganizationColumns, today: PlainDate): boolean =>
  (row.valid_from === null || row.valid_from <= today) && (row.valid_to === null || row.valid_to >= today);

// What is asked of a group concerns who belonged to it then; a task also who has to do it today.
const isConcernedAsMember = (
  organization: OrganizationColumns,
  mention: Mention,
  today: PlainDate,
): boolean =>
  existedThen(organization, mention) || (mention.kind === 'task' && isCurrent(organization, today));

/** The mentions that concern an organization, each item once: its own before those of its groups. */
interface Concern {
  readonly mention: Mention;
  readonly dueState: DueState;
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
    dueStates: countDueStates(
      answered.filter(({ mention }) => mention.kind !== 'task').map(({ dueState }) => dueState),
    ),
    taskStates: countStates(answered.flatMap(({ mention }) => mention.task_state ?? [])),
  };
};

interface Registers {
  readonly organizations: readonly OrganizationColumns[];
  readonly mentions: readonly Mention[];
  /** The parts that organizations lead, by state. */
  readonly ledParts: Awaited<ReturnType<typeof listLedPartCounts>>;
  readonly due: DueReader;
  readonly today: PlainDate;
}

/** Builds the answer to "what does this organization answer for", from all mentions in the registers. */
export const buildAnsweredCounter = ({
  organizations,
  mentions,
  ledParts,
  due,
  today,
}: Registers): ((organization: OrganizationColumns) => AnsweredCounts) => {
  // The state of each mention is worked out once: what is asked of a group is counted for a hundred members.
  const concerns = mentions.map((mention) => ({
    ...{ mention, viaGroup: false },
    dueState: due.getState(mention),
  }));
  const byCode = groupBy(concerns, ({ mention }) => mention.code);
  const partsByCode = groupBy(ledParts, ({ code }) => code);
  const groups = organizations.filter(({ kind }) => kind === 'group');
  return (organization) => {
    const own = byCode.get(organization.code) ?? [];
    const ofGroups = groups
      .filter((group) => isMemberOf(group, organization))
      .flatMap((group) => byCode.get(group.code) ?? [])
      .filter(({ mention }) => isConcernedAsMember(organization, mention, today))
      .map((concern) => ({ ...concern, viaGroup: true }));
    const counts = countsOf([...own, ...ofGroups]);
    const led = partsByCode.get(organization.code);
    if (!led) return counts;
    return {
      ...counts,
      taskStates: countEveryState(new Map(led.map(({ state, total }) => [state, total]))),
    };
  };
};
