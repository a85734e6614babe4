/** What somebody must do about a task: confirm, decide, record the event that it waits for, report again. */
export const TASK_WAITS = ['confirmation', 'extension', 'event', 'sent-back'] as const;
export type TaskWait = (typeof TASK_WAITS)[number];
