import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

/** What refusals about the working calendar say and how to mend them. */
export const problemsOfCalendar: Readonly<
  Record<Extract<ProblemCode, `calendar.${string}`>, ProblemSentences>
> = {
  'calendar.already-off': {
    what: 'Ngày này vốn đã là ngày nghỉ.',
    mend: 'Xem lại ngày trong thông báo; ngày đã có trong lịch thì không cần nhập thêm.',
  },
  'calendar.already-worked': {
    what: 'Ngày này vốn đã là ngày làm việc.',
    mend: 'Xem lại ngày trong thông báo; chỉ nhập ngày nghỉ được chuyển thành ngày làm việc.',
  },
  'calendar.nothing-entered': {
    what: 'Ngày này chưa được nhập nên không có gì để bỏ.',
    mend: 'Chọn một ngày có trong bảng các ngày đã nhập.',
  },
  'calendar.year-unknown': {
    what: ({ first, last }) => `Lịch làm việc chỉ có từ năm ${String(first)} đến năm ${String(last)}.`,
    mend: 'Xem lại năm của ngày đã nhập.',
  },
};
