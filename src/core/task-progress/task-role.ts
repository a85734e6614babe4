/** In which part an organization reports on a task: it leads it or helps. */
export const TASK_ROLES = ['lead', 'coordinating'] as const;
export type TaskRole = (typeof TASK_ROLES)[number];
