import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

type TaskCode = Extract<
  ProblemCode,
  `task.${string}` | `difficulty.${string}` | `work-step.${string}` | `committee-member.${string}`
>;

const dayOf = (day: unknown): string =>
  typeof day === 'string' ? day.split('-').toReversed().join('/') : 'hạn hiện tại';

const STATES: Readonly<Record<string, string>> = {
  ended: 'Một văn bản sau đã chấm dứt nhiệm vụ này.',
  completed: 'Phần việc này đã được xác nhận hoàn thành.',
  paused: 'Phần việc này đang tạm dừng.',
  'not-running': 'Nhiệm vụ đã hoàn thành hoặc đang tạm dừng.',
  'not-paused': 'Nhiệm vụ không ở trạng thái tạm dừng.',
};

const STEP_STATES: Readonly<Record<string, string>> = {
  completed: 'Việc này đã ghi là xong.',
  open: 'Việc này chưa ghi là xong.',
  withdrawn: 'Việc này đã được rút khỏi kế hoạch.',
};

/** What refusals about tasks and their difficulties say and how to mend them. */
export const problemsOfTasks: Readonly<Record<TaskCode, ProblemSentences>> = {
  'task.wrong-state': {
    what: ({ state }) => STATES[String(state)] ?? 'Trạng thái hiện tại không cho phép thao tác này.',
    mend: 'Tải lại trang để xem trạng thái mới nhất.',
  },
  'task.nothing-to-decide': {
    what: 'Không có báo cáo hoặc đề nghị nào đang chờ quyết định.',
    mend: 'Tải lại trang: có thể người khác đã quyết định.',
  },
  'task.no-due-day': {
    what: 'Nhiệm vụ này không có hạn theo ngày nên không gia hạn được.',
    mend: 'Nếu nhiệm vụ chờ một sự kiện, hãy ghi nhận sự kiện kèm hạn hoàn thành.',
  },
  'task.extension-not-later': {
    what: ({ lastDay }) => `Hạn mới phải sau ${dayOf(lastDay)}.`,
    mend: 'Chọn một ngày muộn hơn.',
  },
  'task.day-ahead': {
    what: 'Ngày đã chọn còn ở phía trước.',
    mend: 'Chọn hôm nay hoặc một ngày trước đó.',
  },
  'task.not-conditional': {
    what: 'Nhiệm vụ này đã có hạn trong kế hoạch, không chờ sự kiện nào.',
    mend: 'Nếu cần đổi hạn, dùng gia hạn.',
  },
  'task.due-before-start': {
    what: ({ day }) => `Hạn hoàn thành trước ngày diễn ra sự kiện (${dayOf(day)}).`,
    mend: 'Chọn hạn từ ngày diễn ra sự kiện trở đi.',
  },
  'difficulty.wrong-state': {
    what: 'Khó khăn này đã được người khác xử lý nên không còn làm được thao tác này.',
    mend: 'Tải lại trang để xem tình trạng mới nhất.',
  },
  'difficulty.day-past': {
    what: 'Hạn trả lời đã chọn ở trước hôm nay.',
    mend: 'Chọn hôm nay hoặc một ngày sau đó.',
  },
  'difficulty.not-another-organization': {
    what: 'Không chuyển được đến cơ quan đã chọn: đó là cơ quan nêu khó khăn, một nhóm cơ quan, hoặc cơ quan không còn hoạt động.',
    mend: 'Chọn một cơ quan khác đang hoạt động.',
  },
  'work-step.wrong-state': {
    what: ({ state }) =>
      STEP_STATES[String(state)] ?? 'Trạng thái hiện tại của việc không cho phép thao tác này.',
    mend: 'Tải lại trang để xem kế hoạch mới nhất.',
  },
  'work-step.days-reversed': {
    what: ({ row, firstDay, lastDay }) =>
      `Việc thứ ${String(row)}: ngày bắt đầu ${dayOf(firstDay)} sau hạn ${dayOf(lastDay)}.`,
    mend: 'Sửa một trong hai ngày. Chưa việc nào được ghi.',
  },
  'work-step.too-many': {
    what: ({ most, present, added }) =>
      `Một kế hoạch thực hiện có nhiều nhất ${String(most)} việc; đã có ${String(present)}, đang thêm ${String(added)}.`,
    mend: 'Bỏ bớt dòng, hoặc gộp các việc nhỏ. Chưa việc nào được ghi.',
  },
  'work-step.not-of-organization': {
    what: ({ row }) => `Việc thứ ${String(row)}: người được chọn không phụ trách báo cáo của cơ quan này.`,
    mend: 'Chọn người khác, hoặc ghi họ tên, tên đơn vị.',
  },
  'work-step.not-answering': {
    what: ({ row, organization }) =>
      `Việc thứ ${String(row)}: không giao được cho ${String(organization)}, vì đó không phải cơ quan khác có phần việc trong nhiệm vụ này.`,
    mend: 'Chọn một cơ quan cùng thực hiện nhiệm vụ.',
  },
  'committee-member.days-reversed': {
    what: ({ validFrom, validTo }) =>
      `Ngày thôi (${dayOf(validTo)}) trước ngày bắt đầu (${dayOf(validFrom)}).`,
    mend: 'Sửa một trong hai ngày.',
  },
  'committee-member.twice': {
    what: ({ validFrom, validTo }) =>
      `Người này đã là thành viên Ban Chỉ đạo từ ${dayOf(validFrom)}${typeof validTo === 'string' ? ` đến ${dayOf(validTo)}` : ''}.`,
    mend: 'Sửa lần phân công đã có, hoặc ghi ngày thôi cho lần đó trước.',
  },
  'committee-member.unsuitable-account': {
    what: 'Tài khoản đã chọn đã khóa hoặc không có vai trò được xem lĩnh vực phụ trách.',
    mend: 'Chọn tài khoản khác, hoặc ghi họ tên như trong văn bản.',
  },
  'committee-member.name-gone': {
    what: 'Họ tên của thành viên này không lưu ở đây: đã xóa, hoặc lấy theo tài khoản.',
    mend: 'Nếu là người khác, thêm một thành viên mới.',
  },
};
