/** How tasks stand, in the words of Vietnamese offices. */
export const vi = {
  states: {
    overdue: 'Quá hạn',
    'due-soon': 'Sắp đến hạn',
    'in-progress': 'Đang thực hiện',
    'not-yet-due': 'Chưa đến hạn',
    paused: 'Tạm dừng',
    'completed-on-time': 'Hoàn thành đúng hạn',
    'completed-late': 'Hoàn thành quá hạn',
  },
};
