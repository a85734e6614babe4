import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const place = ({ step }: Readonly<Record<string, unknown>>): string => `Bậc thứ ${String(step)}`;

/** What refusals about reminders say and how to mend them. */
export const problemsOfReminders: Readonly<
  Record<Extract<ProblemCode, `reminder.${string}` | 'webhook.not-configured'>, ProblemSentences>
> = {
  'webhook.not-configured': {
    what: 'Chưa cấu hình địa chỉ webhook.',
    mend: 'Người vận hành đặt SENSO_WEBHOOK_URL và SENSO_WEBHOOK_SECRET rồi khởi động lại hệ thống.',
  },
  'reminder.step-twice': {
    what: (details) => `${place(details)} trùng ngày với một bậc khác.`,
    mend: 'Gộp hai bậc thành một, hoặc đổi số ngày của một bậc.',
  },
  'reminder.empty-step': {
    what: (details) => `${place(details)} chưa nhắc ai, hoặc chưa chọn cách nhắc.`,
    mend: 'Chọn ít nhất một người nhận và một cách nhắc, hoặc bỏ bậc này.',
  },
  'reminder.early-letter': {
    what: (details) => `${place(details)} soạn công văn đôn đốc khi chưa quá hạn.`,
    mend: 'Đặt bậc này sau hạn ít nhất một ngày làm việc, hoặc bỏ cách nhắc bằng công văn.',
  },
  'reminder.wrong-state': {
    what: 'Việc này đã được xử lý hoặc chưa đến lúc xử lý.',
    mend: 'Tải lại trang để xem tình trạng hiện tại.',
  },
  'reminder.unusable-link': {
    what: 'Đường dẫn không dùng được.',
    mend: 'Mở lại đường dẫn trong thư mới nhất, hoặc đăng nhập rồi chọn tại trang Thông báo của tôi.',
  },
};
