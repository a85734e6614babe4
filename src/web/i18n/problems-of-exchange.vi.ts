import type { ProblemCode } from '#web/api/problem-error.ts';
import { buildFormat } from './format.ts';
import { nameOpenJobs } from './open-jobs.ts';
import type { ProblemSentences } from './problem-sentences.ts';

type ExchangeCode = Extract<
  ProblemCode,
  | `workbook.${string}`
  | `delivery.${string}`
  | `official-document.${string}`
  | `document-template.${string}`
  | `job.${string}`
>;

const format = buildFormat('vi');

/** Refusals of workbooks that come back, of figures that other systems deliver, of documents that are made, and of work beside requests. */
export const problemsOfExchange: Readonly<Record<ExchangeCode, ProblemSentences>> = {
  'workbook.not-a-form': {
    what: 'Tệp này không phải biểu do hệ thống cấp.',
    mend: 'Bấm “Tải biểu” để lấy biểu .xlsx, nhập số liệu vào biểu đó rồi tải lên.',
  },
  'workbook.another-organization': {
    what: ({ found }) => `Biểu này là của ${String(found)}.`,
    mend: ({ expected }) => `Tải lên biểu của ${String(expected)}.`,
  },
  'workbook.another-round': {
    what: ({ found }) => `Biểu này thuộc đợt báo cáo khác: ${String(found)}.`,
    mend: ({ expected }) => `Tải biểu của đợt “${String(expected)}” rồi nhập lại.`,
  },
  'workbook.outdated': {
    what: 'Biểu này được tải trước khi nội dung báo cáo thay đổi.',
    mend: 'Tải biểu mới rồi chép số liệu sang.',
  },
  'workbook.invalid': {
    what: ({ problems }) =>
      `Biểu có ${String(Array.isArray(problems) ? problems.length : 0)} ô cần sửa. Chưa số liệu nào được nhận.`,
    mend: 'Sửa các ô được nêu trong tệp, lưu lại rồi tải lên lần nữa.',
  },
  'delivery.token-required': {
    what: 'Thiếu mã truy cập của nguồn số liệu, hoặc mã đã hết hạn hay bị thu hồi.',
    mend: 'Gửi kèm “Authorization: Bearer <mã>”; xin quản trị hệ thống cấp mã mới nếu cần.',
  },
  'delivery.key-reused': {
    what: 'Khóa chống gửi trùng này đã dùng cho một lần gửi có nội dung khác.',
    mend: 'Dùng khóa mới cho mỗi lần gửi; chỉ gửi lại khóa cũ khi nội dung y nguyên.',
  },
  'delivery.out-of-scope': {
    what: 'Nguồn số liệu không được phép gửi mục này cho cơ quan này.',
    mend: 'Kiểm tra mã cơ quan và mã số liệu, hoặc đề nghị quản trị hệ thống mở rộng phạm vi.',
  },
  'delivery.no-open-round': {
    what: 'Không có đợt báo cáo nào đang mở hỏi số liệu này cho kỳ này.',
    mend: 'Kiểm tra mã số liệu, mã cơ quan và kỳ; số liệu chỉ vào được khi đợt báo cáo đang mở.',
  },
  'delivery.ambiguous-round': {
    what: 'Có hơn một đợt báo cáo đang mở cùng hỏi số liệu này.',
    mend: 'Nêu rõ bộ chỉ số (framework), đợt báo cáo (round) hoặc đối tượng (subject).',
  },
  'delivery.typed-by-person': {
    what: 'Cán bộ của cơ quan đã tự nhập một giá trị khác.',
    mend: 'Thống nhất với cơ quan. Khi cơ quan xóa giá trị đã nhập, lần gửi sau sẽ được nhận.',
  },
  'delivery.other-source': {
    what: 'Một nguồn số liệu khác đã gửi giá trị khác cho mục này.',
    mend: 'Thống nhất mỗi số liệu chỉ lấy từ một nguồn.',
  },
  'delivery.repeated-in-delivery': {
    what: 'Số liệu này có hơn một lần trong cùng một lần gửi.',
    mend: 'Gửi mỗi số liệu của mỗi cơ quan một lần.',
  },
  'delivery.unknown-period': {
    what: 'Kỳ số liệu không đọc được.',
    mend: 'Viết kỳ dạng 2026, 2026-Q1, 2026-H1, 2026-05; theo kiểu DHIS2 là 2026, 2026Q1, 2026S1, 202605.',
  },
  'delivery.name-taken': {
    what: 'Đã có nguồn số liệu mang tên này.',
    mend: 'Chọn tên khác.',
  },
  'delivery.expiry-out-of-range': {
    what: 'Ngày hết hạn không hợp lệ.',
    mend: 'Chọn một ngày từ hôm nay đến một năm sau.',
  },
  'official-document.nothing-to-tell': {
    what: ({ kind, organizations }) =>
      Array.isArray(organizations)
        ? `Không có nhiệm vụ quá hạn để đôn đốc: ${organizations.join(', ')}.`
        : kind === 'reminder-letter'
          ? 'Không có nhiệm vụ nào quá hạn để đôn đốc.'
          : kind === 'findings-letter'
            ? 'Không lập được công văn: không còn nội dung chưa thống nhất nào khớp lựa chọn.'
            : 'Không có số liệu để lập văn bản này: chưa có nhiệm vụ hoặc chỉ tiêu nào phù hợp.',
    mend: ({ kind, organizations }) =>
      Array.isArray(organizations)
        ? 'Bỏ các cơ quan này khỏi nơi nhận, hoặc để trống để gửi mọi cơ quan có nhiệm vụ quá hạn.'
        : kind === 'reminder-letter'
          ? 'Công văn đôn đốc chỉ lập khi có nhiệm vụ quá hạn chưa báo cáo hoàn thành.'
          : 'Chọn văn bản, kỳ hoặc cơ quan khác, hoặc bỏ bớt điều kiện lọc.',
  },
  'official-document.answer-day': {
    what: 'Ngày phải báo cáo không hợp lệ.',
    mend: ({ today, latest }) =>
      `Chọn một ngày từ ${format.day(String(today))} đến ${format.day(String(latest))}.`,
  },
  'official-document.too-long': {
    what: 'Văn bản dài, cần nhiều thời gian để lập.',
    mend: 'Lập dưới dạng công việc nền; theo dõi tiến độ và tải về khi xong.',
  },
  'official-document.number-taken': {
    what: ({ number, series, title }) =>
      `Số ${String(number)}/${String(series)} trong năm đã cấp cho văn bản khác: ${String(title)}.`,
    mend: 'Kiểm tra sổ đăng ký văn bản đi rồi nhập số khác.',
  },
  'document-template.invalid': {
    what: ({ count }) => `Mẫu có ${String(count)} chỗ chưa đúng.`,
    mend: 'Sửa từng chỗ trong bảng dưới đây rồi tải mẫu lên lại.',
  },
  'document-template.reaches-out': {
    what: ({ what }) =>
      `Mẫu lấy nội dung từ bên ngoài hoặc nhúng tệp khác: ${String(what)}. Hệ thống không nhận mẫu như vậy.`,
    mend: 'Bỏ liên kết ngoài, tệp nhúng (OLE) và trường liên kết; chèn thẳng hình ảnh vào mẫu rồi tải lên lại.',
  },
  'job.too-many-open': {
    what: ({ open, jobs }) =>
      `Đang có ${String(open)} công việc cùng loại do ông/bà yêu cầu chờ chạy hoặc đang chạy${nameOpenJobs(jobs, 'vi', (at) => `yêu cầu lúc ${at}`)}.`,
    mend: 'Chờ một việc xong rồi yêu cầu lại. Quản trị hệ thống dừng được việc không cần nữa ở trang Công việc nền.',
  },
  'job.asker-not-entitled': {
    what: ({ reason }) =>
      reason === 'no-account'
        ? 'Tài khoản đã yêu cầu công việc này nay đã bị khóa hoặc không còn.'
        : 'Người đã yêu cầu công việc này nay không còn vai trò được làm việc đó.',
    mend: 'Người đang có vai trò yêu cầu lại từ đầu; hoặc giao lại vai trò, mở khóa tài khoản rồi bấm Chạy lại.',
  },
  'job.not-to-repeat': {
    what: 'Công việc này không chạy lại được: việc đang chạy, đã xong, hoặc tệp gửi kèm đã được xóa.',
    mend: 'Thực hiện lại thao tác ban đầu, chẳng hạn tải tệp lên lại.',
  },
};
