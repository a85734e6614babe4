import type { TaskState } from '#core/task-state/task-state.ts';

/** Instead of an organization, in addresses: those that the person reports for. */
export const OWN_SEGMENT = 'cua-toi';

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
