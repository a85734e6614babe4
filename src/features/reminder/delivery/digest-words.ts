import { buildFormat, type Format } from '#web/i18n/format.ts';
import { countOf } from '#web/i18n/plural.ts';

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
  readonly agencyAllLate: (organization: string, count: string) => string;
  readonly agencyNoneLate: (organization: string, count: string) => string;
  readonly more: (count: string) => string;
  readonly moreAgencies: (count: string) => string;
  readonly unreached: (organizations: string) => string;
  /** For whoever has duties of the own. */
  readonly act: string;
  /** For whoever gets copies alone. */
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
  copyTitle: (count) => `Để ông/bà biết, ${count} việc của các cơ quan được nhắc lần này:`,
  line: (name, organization, day) => `${name} (${organization}): hạn ${day}`,
  daysLate: (days) => `quá hạn ${days} ngày`,
  agency: (organization, count, late) => `${organization}: ${count} việc, trong đó ${late} việc quá hạn`,
  agencyAllLate: (organization, count) => `${organization}: ${count} việc quá hạn`,
  agencyNoneLate: (organization, count) => `${organization}: ${count} việc sắp đến hạn`,
  more: (count) => `và ${count} việc khác, xem trong hệ thống`,
  moreAgencies: (count) => `và ${count} cơ quan khác, xem trong hệ thống`,
  unreached: (organizations) =>
    `${organizations} cơ quan chưa có người nhận nhắc việc hoặc chưa có thư điện tử, xem trang Nhắc việc:`,
  act: 'Mở danh sách, báo cáo kết quả hoặc xin gia hạn tại:',
  open: 'Mở danh sách tại:',
  duty: 'Nhắc việc thuộc trách nhiệm của ông/bà không tắt được; việc đã hoàn thành hoặc đã giao cơ quan khác sẽ không được nhắc nữa.',
  stopCopies: 'Không nhận bản sao qua thư nữa:',
  test: {
    subject: 'Thư thử từ Sen Số',
    text: 'Thư này được gửi để thử kênh gửi nhắc việc. Nhận được thư nghĩa là máy chủ thư đã chuyển tới hộp thư của ông/bà.',
  },
};

const en: DigestWords = {
  format: buildFormat('en'),
  subject: (day, counts) => `Reminders for ${day}: ${counts}`,
  late: (count) => `${count} overdue`,
  due: (count) => `${count} due soon`,
  greeting: (name) => `Dear ${name},`,
  lateTitle: 'Overdue, not yet reported as done:',
  dueTitle: 'Due soon:',
  copyTitle: (count) => `For your information, ${countOf(count, 'task')} of agencies in this reminder:`,
  line: (name, organization, day) => `${name} (${organization}): due ${day}`,
  daysLate: (days) => `overdue by ${countOf(days, 'day')}`,
  agency: (organization, count, late) => `${organization}: ${count} due, ${late} of them overdue`,
  agencyAllLate: (organization, count) => `${organization}: ${count} overdue`,
  agencyNoneLate: (organization, count) => `${organization}: ${count} due soon`,
  more: (count) => `and ${count} more, in the system`,
  moreAgencies: (count) => `and ${countOf(count, 'more organization', 'more organizations')}, in the system`,
  unreached: (organizations) =>
    `${countOf(organizations, 'organization has', 'organizations have')} nobody to be reminded, or nobody with an address; see the page Reminders:`,
  act: 'Open the list, report results or ask for an extension at:',
  open: 'Open the list at:',
  duty: 'Reminders of your own duties can’t be turned off. You are not reminded again of what is done or was given to others.',
  stopCopies: 'To stop copies by e-mail:',
  test: {
    subject: 'Test letter from Sen Số',
    text: 'This letter was sent to test how reminders are delivered. If you read it, the mail server delivers to your mailbox.',
  },
};

/** What letters say, by language. */
export const digestWords = { vi, en } as const;
