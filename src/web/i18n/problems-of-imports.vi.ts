import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const number = new Intl.NumberFormat('vi-VN');

type ImportCode = Extract<
  ProblemCode,
  `plan-import.${string}` | `plan-review.${string}` | `directive.${string}`
>;

const OBSTACLES: Readonly<Record<string, string>> = {
  'later-import': 'lần nhập sau',
  round: 'đợt báo cáo',
  'round-request': 'yêu cầu báo cáo tiến độ',
  'task-progress': 'kết quả tiến độ nhiệm vụ',
  'task-event': 'lần báo cáo hoặc quyết định về nhiệm vụ',
  'task-purpose': 'liên kết nhiệm vụ với chỉ tiêu, tồn tại hoặc chỉ số',
  difficulty: 'khó khăn, vướng mắc',
  'work-step': 'việc trong kế hoạch thực hiện',
  'committee-area': 'phần lĩnh vực phụ trách của thành viên Ban Chỉ đạo',
  'target-value': 'giá trị chỉ tiêu theo năm',
  evidence: 'minh chứng',
  'index-figure': 'số liệu chỉ số',
};

const countedObstacles = (obstacles: unknown): string =>
  Object.entries(obstacles ?? {})
    .map(([kind, count]) => `${number.format(Number(count))} ${OBSTACLES[kind] ?? 'mục khác'}`)
    .join(', ');

/** What the refusals of imports of documents say and how to mend them. */
export const problemsOfImports: Readonly<Record<ImportCode, ProblemSentences>> = {
  'plan-import.already-accepted': {
    what: 'Lần nhập này đã được chấp nhận trước đó.',
    mend: 'Mở văn bản trong mục Kế hoạch để xem.',
  },
  'plan-import.discarded': {
    what: 'Lần nhập này đã bị bỏ.',
    mend: 'Tải tệp lên lại nếu vẫn cần nhập.',
  },
  'plan-import.undone': {
    what: 'Lần nhập này đã được hoàn tác.',
    mend: 'Tải tệp lên lại nếu vẫn cần nhập.',
  },
  'plan-import.not-accepted': {
    what: 'Lần nhập này chưa được đưa vào sổ nên không có gì để hoàn tác.',
    mend: 'Mở danh sách văn bản đã tải lên để xem trạng thái.',
  },
  'plan-import.built-on': {
    what: ({ obstacles }) =>
      `Chưa hoàn tác được, vì đã có dữ liệu dựa trên lần nhập này: ${countedObstacles(obstacles)}.`,
    mend: 'Hoàn tác các lần nhập sau trước, lần gần nhất trước tiên. Dữ liệu đã báo cáo thì không hoàn tác được: nhập văn bản đính chính thay thế.',
  },
  'plan-import.year-not-later': {
    what: ({ year }) => `Năm đạt chỉ tiêu phải sau năm ${String(year)}, năm của số liệu hiện trạng.`,
    mend: 'Chọn năm muộn hơn rồi đưa vào sổ lại.',
  },
  'plan-import.not-amending': {
    what: 'Văn bản này đã có trong sổ hoặc chính là văn bản được chọn, nên không đối chiếu sửa đổi được.',
    mend: 'Mở trang xem xét của lần nhập: bản sao của văn bản đã có được đối chiếu ở đó.',
  },
  'plan-import.not-alike': {
    what: 'Văn bản được chọn không phải là văn bản mà tệp này có thể trùng, hoặc trùng cả số và ngày nên chắc chắn là một.',
    mend: 'Tải lại trang xem xét để xem văn bản đang được hỏi.',
  },
  'plan-import.document-unclear': {
    what: 'Chưa rõ tệp này là văn bản đã có trong sổ hay là văn bản khác.',
    mend: 'Mở trang xem xét của lần nhập, trả lời câu hỏi ở đầu trang rồi đưa vào sổ.',
  },
  'plan-import.unknown-item': {
    what: 'Có mục không thuộc lần nhập này.',
    mend: 'Tải lại trang để xem danh sách hiện có.',
  },
  'plan-review.unfinished': {
    what: ({ pending }) => `Còn ${String(pending)} mục chưa duyệt nên chưa đưa vào sổ được.`,
    mend: 'Duyệt hoặc loại các mục còn lại rồi đưa vào sổ.',
  },
  'plan-review.nothing-to-undo': {
    what: 'Không còn thao tác duyệt nào để hoàn tác.',
    mend: 'Tải lại trang để xem trạng thái hiện tại.',
  },
  'plan-review.unreadable-field': {
    what: ({ text }) => `Không đọc được “${String(text)}” ở ô này.`,
    mend: 'Nhập số với dấu phẩy thập phân (57,6), ngày dạng 30/6/2026; tên mục không để trống.',
  },
  'plan-review.nothing-above': {
    what: 'Phía trên mục này không có mục cùng loại để gộp.',
    mend: 'Sửa nội dung của mục, hoặc loại mục này.',
  },
  'plan-review.nothing-to-split': {
    what: 'Chỗ tách này để lại một phần không có chữ.',
    mend: 'Chuyển vạch tách vào giữa câu.',
  },
  'plan-import.already-registered': {
    what: ({ docNumber }) => `Văn bản số ${String(docNumber)} của cơ quan này trong năm đã có trong sổ.`,
    mend: 'Kiểm tra số, ngày và cơ quan ban hành; nếu cần thêm nhiệm vụ, nhập tệp của chính văn bản đó.',
  },
  'directive.day-ahead': {
    what: 'Ngày ban hành còn ở phía trước.',
    mend: 'Chọn hôm nay hoặc một ngày trước đó.',
  },
};
