import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { existsOn, type Organization, type OrganizationKind } from '#core/organization/organization.ts';
import { TASK_ROLES, type TaskRole } from './task-role.ts';

/** An agency that a plan names for a task, and that is known. */
export interface NamedAgency {
  readonly role: TaskRole;
  readonly organizationCode: string;
}

// Ministries and bodies of the state have their own chain of reports, and a province is reported to.
const ASKED_BY_NOBODY: readonly OrganizationKind[] = ['province', 'ministry', 'central-body'];

const listOrganizationsIn = (
  agencies: readonly NamedAgency[],
  role: TaskRole,
  organizations: readonly Organization[],
  day: PlainDate,
): readonly string[] =>
  agencies
    .filter((agency) => agency.role === role)
    .flatMap(({ organizationCode }) => organizations.find(({ code }) => code === organizationCode) ?? [])
    .flatMap((one) =>
      one.kind === 'group' ? organizations.filter(({ kind }) => one.memberKinds.includes(kind)) : [one],
    )
    .filter((one) => existsOn(one, day) && one.kind !== 'group' && !ASKED_BY_NOBODY.includes(one.kind))
    .map(({ code }) => code);

/**
 * The organizations of a day that answer for a task: those that the plan names, and members for the groups that it names
 * ("all departments"). Who leads it answers as its leader, also where a group that helps includes it.
 */
export const listAnsweringOrganizations = (
  agencies: readonly NamedAgency[],
  organizations: readonly Organization[],
  day: PlainDate,
): readonly NamedAgency[] => {
  const all = TASK_ROLES.flatMap((role) =>
    listOrganizationsIn(agencies, role, organizations, day).map((organizationCode) => ({
      organizationCode,
      role,
    })),
  );
  return [...groupBy(all, ({ organizationCode }) => organizationCode).values()].flatMap(
    ([first]) => first ?? [],
  );
};
