import { buildFormat, type Format } from '#web/i18n/format.ts';

/** What a letter of reminder says in one language. */
export interface DigestWords {
  readonly format: Format;
  readonly subject: (day: string, counts: string) => string;
  readonly late: (count: string) => string;
  readonly due: (count: string) => string;
  readonly greeting: (name: string) => string;
  readonly lateTitle: string;
  readonly dueTitle: string;
  readonly copyTitle: (count: string) => string;
  readonly line: (name: string, organization: string, day: string) => string;
  readonly daysLate: (days: string) => string;
  readonly agency: (organization: string, count: string, late: string) => string;
  readonly more: (count: string) => string;
  readonly unreached: (organizations: string) => string;
  readonly open: string;
  readonly duty: string;
  readonly stopCopies: string;
  readonly test: { readonly subject: string; readonly text: string };
}

const vi: DigestWords = {
  format: buildFormat('vi'),
  subject: (day, counts) => `Nhắc việc ngày ${day}: ${counts}`,
  late: (count) => `${count} việc quá hạn`,
  due: (count) => `${count} việc sắp đến hạn`,
  greeting: (name) => `Kính gửi ${name},`,
  lateTitle: 'Quá hạn, chưa có báo cáo hoàn thành:',
  dueTitle: 'Sắp đến hạn:',
  copyTitle: (count) => `Để ông/bà biết, ${count} việc của các cơ quan đã đến bậc nhắc này:`,
  line: (name, organization, day) => `${name} (${organization}): hạn ${day}`,
  daysLate: (days) => `quá hạn ${days} ngày`,
  agency: (organization, count, late) => `${organization}: ${count} việc, quá hạn ${late}`,
  more: (count) => `và ${count} việc khác, xem trong hệ thống`,
  unreached: (organizations) =>
    `${organizations} cơ quan chưa có người nhận nhắc việc hoặc chưa có thư điện tử, xem trang Nhắc việc:`,
  open: 'Mở danh sách, báo cáo kết quả hoặc xin gia hạn tại:',
  duty: 'Nhắc việc thuộc trách nhiệm của ông/bà không tắt được; việc đã hoàn thành hoặc đã giao cơ quan khác sẽ không được nhắc nữa.',
  stopCopies: 'Không nhận bản sao qua thư nữa:',
  test: {
    subject: 'Thư thử từ Sen Số',
    text: 'Thư này được gửi để thử kênh gửi nhắc việc. Nhận được thư nghĩa là máy chủ thư đã chuyển tới hộp thư của ông/bà.',
  },
};

const en: DigestWords = {
  format: buildFormat('en'),
  subject: (day, counts) => `Reminder of ${day}: ${counts}`,
  late: (count) => `${count} overdue`,
  due: (count) => `${count} due soon`,
  greeting: (name) => `Dear ${name},`,
  lateTitle: 'Overdue, not yet reported as done:',
  dueTitle: 'Due soon:',
  copyTitle: (count) => `For your information, ${count} tasks of agencies have reached this step:`,
  line: (name, organization, day) => `${name} (${organization}): due ${day}`,
  daysLate: (days) => `overdue by ${days} days`,
  agency: (organization, count, late) => `${organization}: ${count}, ${late} overdue`,
  more: (count) => `and ${count} more, in the system`,
  unreached: (organizations) =>
    `${organizations} organizations have nobody to be reminded, or nobody with an address; see the page Reminders:`,
  open: 'Open the list, report results or ask for an extension at:',
  duty: 'Reminders of your own duties can’t be turned off; what is done or given to others is not reminded of again.',
  stopCopies: 'To stop copies by e-mail:',
  test: {
    subject: 'Test letter of Sen Số',
    text: 'This letter was sent to test the way of reminders. That it arrived means that the mail server delivers to your mailbox.',
  },
};

/** What letters say, by language. */
export const digestWords = { vi, en } as const;
