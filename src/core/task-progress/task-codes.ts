// What a round asks about a task stands in its forms beside data items: its code says that it is none.
/** What codes begin with under which the progress of a task stands in a form. */
export const TASK_CODE_PREFIX = 'task:';
const PLAN = 'plan:';

/** The code under which the progress of a task stands in a form. */
export const taskItemCode = (taskId: string): string => `${TASK_CODE_PREFIX}${taskId}`;

/** The code under which the tasks of a plan stand in a form. */
export const planIndicatorCode = (planId: string): string => `${PLAN}${planId}`;

/** Whether a form asks under this code for the progress of a task. */
export const isTaskItem = (itemCode: string): boolean => itemCode.startsWith(TASK_CODE_PREFIX);

/** Whether tasks of a plan stand under this code in a form. */
export const isPlanIndicator = (indicatorCode: string): boolean => indicatorCode.startsWith(PLAN);

/** A code as lists for programs keep it: nothing for tasks and plans, which are known by their names. */
export const shownCode = (code: string): string => (isTaskItem(code) || isPlanIndicator(code) ? '' : code);

/** A code as officials read it: the indicator with the letter of the part (6.5.a), without a word for programs (6.5). */
export const readCode = (code: string): string => shownCode(code).replace(/\.[a-z][a-z0-9-]+$/u, '');
