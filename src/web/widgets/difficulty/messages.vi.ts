/** The Vietnamese words of difficulties that every page uses. */
export const vi = {
  kinds: {
    regulation: 'Thể chế, quy định',
    funding: 'Kinh phí',
    staff: 'Nhân lực',
    technology: 'Kỹ thuật, hạ tầng',
    data: 'Dữ liệu',
    coordination: 'Phối hợp',
    other: 'Khác',
  },
  states: {
    open: 'Chờ trả lời',
    forwarded: 'Đã trình UBND tỉnh',
    answered: 'Đã trả lời',
    closed: 'Đã kết thúc',
  },
  overdue: 'Quá hạn trả lời',
  title: (count: string) => (count === '0' ? 'Khó khăn, vướng mắc' : `Khó khăn, vướng mắc: ${count}`),
  none: 'Chưa cơ quan nào nêu khó khăn, vướng mắc.',
  raise: 'Nêu khó khăn, vướng mắc',
  all: 'Xem tất cả',
  by: (organization: string, day: string) => `${organization} nêu lúc ${day}`,
  due: (day: string) => `hạn trả lời ${day}`,
};
