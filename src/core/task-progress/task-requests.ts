import { groupBy } from '#core/kernel/group-by.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { existsOn, type Organization, type OrganizationKind } from '#core/organization/organization.ts';
import type { RoundRequest } from '#core/submission/round-requests.ts';
import { planIndicatorCode, taskItemCode } from './task-codes.ts';
import { TASK_ROLES, type TaskRole } from './task-role.ts';

/** A task with what decides whom a round asks about it. */
export interface AssignedTask {
  readonly id: string;
  readonly planId: string;
  /** The day from which it is to be worked on; null where the plan names none. */
  readonly startDay: PlainDate | null;
  /** The agencies that the plan names and that are known, in its order. */
  readonly agencies: readonly { readonly role: TaskRole; readonly organizationCode: string }[];
  /** Organizations whose own part is done: they have reported all of it. */
  readonly doneBy: readonly string[];
}

// Ministries and bodies of the state have their own chain of reports, and a province is reported to.
const ASKED_BY_NOBODY: readonly OrganizationKind[] = ['province', 'ministry', 'central-body'];

/** The organizations that answer for a task in a role: those named, and the members of groups that are named. */
const listOrganizationsIn = (
  { agencies }: AssignedTask,
  role: TaskRole,
  organizations: readonly Organization[],
  day: PlainDate,
): readonly string[] => {
  const named = agencies
    .filter((agency) => agency.role === role)
    .flatMap(({ organizationCode }) => organizations.find(({ code }) => code === organizationCode) ?? []);
  return named
    .flatMap((one) =>
      one.kind === 'group' ? organizations.filter(({ kind }) => one.memberKinds.includes(kind)) : [one],
    )
    .filter((one) => existsOn(one, day) && one.kind !== 'group' && !ASKED_BY_NOBODY.includes(one.kind))
    .map(({ code }) => code);
};

const askAbout = (
  task: AssignedTask,
  organizations: readonly Organization[],
  day: PlainDate,
): readonly RoundRequest[] => {
  // Who leads a task is asked as its leader, also where a group that helps includes it.
  const roles = TASK_ROLES.flatMap((role) =>
    listOrganizationsIn(task, role, organizations, day).map((code) => ({ code, role })),
  );
  return [...groupBy(roles, ({ code }) => code).values()].flatMap(([first]) =>
    first === undefined || task.doneBy.includes(first.code)
      ? []
      : [
          {
            ...{ organizationCode: first.code, subjectCode: first.code, share: 'whole' as const },
            ...{ itemCode: taskItemCode(task.id), indicatorCode: planIndicatorCode(task.planId) },
            task: { id: task.id, role: first.role },
          },
        ],
  );
};

/**
 * Whom a round asks for the progress of which tasks: every organization that leads or helps, members for the groups that
 * plans name ("all departments"), unless its own part is done or the work has not begun on the day.
 */
export const proposeTaskRequests = (
  tasks: readonly AssignedTask[],
  organizations: readonly Organization[],
  day: PlainDate,
): readonly RoundRequest[] =>
  tasks
    .filter(({ startDay }) => startDay === null || !isAfter(startDay, day))
    .flatMap((task) => askAbout(task, organizations, day));
