import type { SubmissionAction, SubmissionState } from '#core/submission/submission-state.ts';

/** The Vietnamese words for where a submission stands and what moves it on. */
export const vi = {
  states: {
    draft: 'đang nhập',
    ready: 'chờ lãnh đạo ký',
    submitted: 'đã gửi, chờ thẩm định',
    'under-appraisal': 'đang thẩm định',
    returned: 'bị trả lại',
    accepted: 'đã chấp nhận',
    locked: 'đã khóa sổ',
    published: 'đã công bố',
  } satisfies Readonly<Record<SubmissionState, string>>,
  actions: {
    'mark-ready': 'Chuyển lãnh đạo ký',
    'take-back': 'Lấy lại để sửa',
    submit: 'Ký và gửi',
    withdraw: 'Rút lại báo cáo',
    'start-appraisal': 'Bắt đầu thẩm định',
    return: 'Trả lại cơ quan',
    accept: 'Chấp nhận báo cáo',
    reopen: 'Mở lại báo cáo',
    lock: 'Khóa sổ',
    publish: 'Công bố',
  } satisfies Readonly<Record<SubmissionAction, string>>,
  /** What was done, in the history. */
  steps: {
    'mark-ready': 'chuyển lãnh đạo ký',
    'take-back': 'lấy lại để sửa',
    submit: 'ký và gửi',
    withdraw: 'rút lại',
    'start-appraisal': 'bắt đầu thẩm định',
    return: 'trả lại cơ quan',
    accept: 'chấp nhận',
    reopen: 'mở lại',
    lock: 'khóa sổ',
    publish: 'công bố',
  } satisfies Readonly<Record<SubmissionAction, string>>,
};
