/** The Vietnamese texts of reminders. */
export const vi = {
  title: (count: string) => `${count} lời nhắc báo cáo`,
  late: (round: string, organization: string) => `${organization} đã muộn: ${round}`,
  due: (round: string, organization: string, day: string) =>
    `${organization} cần gửi trước hết ngày ${day}: ${round}`,
  sent: (by: string, at: string) => `${by} nhắc lúc ${at}`,
  unread: 'mới',
  read: 'Đã xem',
  bySystem: 'hệ thống',
};
