// What a round asks about a task stands in its forms beside data items: its code says that it is none.
const TASK = 'task:';
const PLAN = 'plan:';

/** The code under which the progress of a task stands in a form. */
export const taskItemCode = (taskId: string): string => `${TASK}${taskId}`;

/** The code under which the tasks of a plan stand in a form. */
export const planIndicatorCode = (planId: string): string => `${PLAN}${planId}`;

/** Whether a form asks under this code for the progress of a task. */
export const isTaskItem = (itemCode: string): boolean => itemCode.startsWith(TASK);

/** Whether tasks of a plan stand under this code in a form. */
export const isPlanIndicator = (indicatorCode: string): boolean => indicatorCode.startsWith(PLAN);

/** A code as it is shown to people: nothing for tasks and plans, which are known by their names. */
export const shownCode = (code: string): string => (isTaskItem(code) || isPlanIndicator(code) ? '' : code);
