import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import type { RoundRequest } from '#core/submission/round-requests.ts';
import { listAnsweringOrganizations, type NamedAgency } from './answering-organizations.ts';
import { planIndicatorCode, taskItemCode } from './task-codes.ts';

/** A task with what decides whom a round asks about it. */
export interface AssignedTask {
  readonly id: string;
  readonly planId: string;
  /** The day from which it is to be worked on; null where the plan names none. */
  readonly startDay: PlainDate | null;
  /** The agencies that the plan names and that are known, in its order. */
  readonly agencies: readonly NamedAgency[];
  /** Organizations whose own part is done: they have reported all of it. */
  readonly doneBy: readonly string[];
}

const askAbout = (
  task: AssignedTask,
  organizations: readonly Organization[],
  day: PlainDate,
): readonly RoundRequest[] =>
  listAnsweringOrganizations(task.agencies, organizations, day)
    .filter(({ organizationCode }) => !task.doneBy.includes(organizationCode))
    .map(({ organizationCode, role }) => ({
      ...{ organizationCode, subjectCode: organizationCode, share: 'whole' },
      ...{ itemCode: taskItemCode(task.id), indicatorCode: planIndicatorCode(task.planId) },
      task: { id: task.id, role },
    }));

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
