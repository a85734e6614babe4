/** How tasks stand. */
export const en = {
  states: {
    overdue: 'Overdue',
    'due-soon': 'Due soon',
    'in-progress': 'In progress',
    'not-yet-due': 'Not yet due',
    paused: 'Paused',
    'completed-on-time': 'Completed on time',
    'completed-late': 'Completed late',
  },
};
