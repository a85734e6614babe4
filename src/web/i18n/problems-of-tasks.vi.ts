import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

type TaskCode = Extract<ProblemCode, `task.${string}` | `difficulty.${string}`>;

const dayOf = (day: unknown): string =>
  typeof day === 'string' ? day.split('-').toReversed().join('/') : 'hạn hiện tại';

const STATES: Readonly<Record<string, string>> = {
  ended: 'Một văn bản sau đã chấm dứt nhiệm vụ này.',
  completed: 'Phần việc này đã được xác nhận hoàn thành.',
  paused: 'Phần việc này đang tạm dừng.',
  'not-running': 'Nhiệm vụ đã hoàn thành hoặc đang tạm dừng.',
  'not-paused': 'Nhiệm vụ không ở trạng thái tạm dừng.',
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
};
