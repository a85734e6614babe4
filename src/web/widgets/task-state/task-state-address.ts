import type { TaskState } from '#core/task-state/task-state.ts';

/** States of tasks by their names in addresses. */
export const STATE_SEGMENTS = {
  overdue: 'qua-han',
  'due-soon': 'sap-den-han',
  'in-progress': 'dang-thuc-hien',
  'not-yet-due': 'chua-den-han',
  paused: 'tam-dung',
  'completed-on-time': 'dung-han',
  'completed-late': 'xong-muon',
} as const satisfies Record<TaskState, string>;
