import type { TaskCard } from '#features/execution/contract.ts';

/** Who leads a task, by names that the register has. */
export const describeLeads = ({ agencies }: Pick<TaskCard, 'agencies'>): string =>
  agencies
    .filter(({ role }) => role === 'lead')
    .map(({ name }) => name)
    .join('; ');
