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

interface Answering extends NamedAgency {
  readonly viaGroup: boolean;
}

const listOrganizationsIn = (
  agencies: readonly NamedAgency[],
  role: TaskRole,
  organizations: readonly Organization[],
  day: PlainDate,
): readonly Answering[] =>
  agencies
    .filter((agency) => agency.role === role)
    .flatMap(({ organizationCode }) => organizations.find(({ code }) => code === organizationCode) ?? [])
    .flatMap((named) => {
      const viaGroup = named.kind === 'group';
      const some = viaGroup ? organizations.filter(({ kind }) => named.memberKinds.includes(kind)) : [named];
      return some.map((organization) => ({ organization, viaGroup }));
    })
    .filter(
      ({ organization: { kind }, organization }) =>
        existsOn(organization, day) && kind !== 'group' && !ASKED_BY_NOBODY.includes(kind),
    )
    .map(({ organization: { code }, viaGroup }) => ({ organizationCode: code, role, viaGroup }));

/**
 * The organizations of a day that answer for a task: those that the plan names, and members for the groups that it names
 * ("all departments"). Who is named itself answers as it is named, whatever a group does that includes it; the leaders
 * come first.
 */
export const listAnsweringOrganizations = (
  agencies: readonly NamedAgency[],
  organizations: readonly Organization[],
  day: PlainDate,
): readonly NamedAgency[] => {
  const all = TASK_ROLES.flatMap((role) => listOrganizationsIn(agencies, role, organizations, day));
  const answering = [...groupBy(all, ({ organizationCode }) => organizationCode).values()].flatMap(
    (some) => some.find(({ viaGroup }) => !viaGroup) ?? some[0] ?? [],
  );
  return answering
    .map(({ organizationCode, role }) => ({ organizationCode, role }))
    .toSorted((a, b) => TASK_ROLES.indexOf(a.role) - TASK_ROLES.indexOf(b.role));
};
