import type { OrganizationItem, OrganizationView } from '#features/organization/contract.ts';
import { isLed } from './items-to-do.ts';

/** Items of an organization by how it answers for them. */
export interface AnsweredItems {
  /** It is named as the one who leads, pays or reports. */
  readonly answered: readonly OrganizationItem[];
  /** It is named, but only helps, receives or issues. */
  readonly helped: readonly OrganizationItem[];
  /** Only a group to which it belongs is named. */
  readonly viaGroup: readonly OrganizationItem[];
}

/** Tells apart what an organization leads, what it helps with, and what reaches it through a group. */
export const sortAnswered = (
  view: Pick<OrganizationView, 'targets' | 'tasks' | 'projects' | 'gaps'>,
): AnsweredItems => {
  const items = [...view.targets, ...view.tasks, ...view.projects, ...view.gaps];
  const own = items.filter(({ viaGroup }) => viaGroup === null);
  return {
    answered: own.filter(isLed),
    helped: own.filter((item) => !isLed(item)),
    viaGroup: items.filter(({ viaGroup }) => viaGroup !== null),
  };
};
