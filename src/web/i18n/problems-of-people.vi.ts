import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const WEAKNESSES: Readonly<Record<string, string>> = {
  'too-short': 'Dùng ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất.',
  common: 'Mật khẩu này nhiều người dùng hoặc đã lộ. Chọn một câu khác.',
  repeats: 'Đừng lặp lại một cụm ký tự.',
  'contains-name': 'Đừng dùng tên đăng nhập, họ tên hay tên cơ quan làm mật khẩu.',
  unchanged: 'Chọn mật khẩu khác mật khẩu đang dùng.',
};

const SINGLE_SIGN_ON: Readonly<Record<string, string>> = {
  unreachable: 'Không kết nối được hệ thống xác thực. Chờ ít phút rồi thử lại.',
  'unknown-account': 'Chưa có tài khoản ứng với người này. Liên hệ người quản trị.',
  disabled: 'Tài khoản đã bị khóa. Liên hệ người quản trị.',
};

/** Sentences about accounts, sessions, reporting rounds and submissions. */
export const problemsOfPeople = {
  'mail.not-configured': {
    what: 'Hệ thống chưa được nối với máy chủ thư.',
    mend: 'In phiếu mời, hoặc đề nghị người vận hành đặt SENSO_SMTP_URL.',
  },
  'session.required': { what: 'Phiên làm việc đã hết.', mend: 'Đăng nhập lại để tiếp tục.' },
  'session.invalid-credentials': {
    what: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    mend: 'Kiểm tra chữ hoa, chữ thường và bộ gõ tiếng Việt, rồi nhập lại.',
  },
  'session.too-many-attempts': {
    what: 'Đăng nhập sai quá nhiều lần.',
    mend: 'Chờ ít phút rồi thử lại, hoặc liên hệ người quản trị.',
  },
  'session.code-required': {
    what: 'Cần thêm mã xác thực.',
    mend: 'Nhập mã 6 số trên ứng dụng xác thực, hoặc một mã dự phòng.',
  },
  'session.wrong-code': {
    what: 'Mã xác thực không đúng hoặc đã dùng.',
    mend: 'Chờ mã mới trên ứng dụng rồi nhập lại. Mất điện thoại thì dùng mã dự phòng hoặc liên hệ người quản trị.',
  },
  'session.step-required': {
    what: 'Tài khoản còn một bước phải làm trước.',
    mend: 'Tải lại trang để đổi mật khẩu hoặc bật xác thực hai bước.',
  },
  'session.no-role': {
    what: 'Tài khoản chưa được giao vai trò nào.',
    mend: 'Liên hệ người quản trị để được giao vai trò.',
  },
  'single-sign-on.failed': {
    what: 'Đăng nhập một lần chưa thành công.',
    mend: ({ reason }) => SINGLE_SIGN_ON[String(reason)] ?? 'Thử lại, hoặc đăng nhập bằng mật khẩu.',
  },
  'round.wrong-state': {
    what: 'Đợt báo cáo không còn ở trạng thái cho phép việc này.',
    mend: 'Tải lại trang để xem trạng thái hiện tại của đợt.',
  },
  'round.closed': {
    what: 'Đợt báo cáo đã khóa hoặc chưa mở.',
    mend: 'Đề nghị cán bộ điều phối gia hạn cho cơ quan.',
  },
  'round.nobody-asked': {
    what: 'Đợt báo cáo chưa yêu cầu cơ quan nào.',
    mend: 'Chọn bộ chỉ số có đơn vị cung cấp số liệu, hoặc chọn ít nhất một cơ quan.',
  },
  'round.lock-before-due': {
    what: 'Ngày khóa sổ sớm hơn hạn gửi.',
    mend: 'Chọn ngày khóa sổ bằng hoặc sau hạn gửi.',
  },
  'submission.wrong-state': {
    what: 'Báo cáo không còn ở trạng thái cho phép việc này.',
    mend: 'Có người khác vừa thao tác. Tải lại trang để xem trạng thái hiện tại.',
  },
  'sum.nothing-to-decide': {
    what: ({ accepted, asked }) =>
      `Tổng này không cần quyết định: đã chấp nhận ${String(accepted)}/${String(asked)} đơn vị.`,
    mend: 'Tổng đủ các đơn vị được ghi tự động; tổng chưa có số nào thì chỉ có thể để trống.',
  },
  'sum.already-written': {
    what: 'Tổng này đã được ghi vào chỉ số, không thể chuyển sang để trống.',
    mend: 'Nếu con số không dùng được, sửa số liệu trên trang chỉ số thành phần, có nêu lý do.',
  },
  'submission.reason-required': { what: 'Chưa nêu lý do.', mend: 'Ghi lý do rồi thực hiện lại.' },
  'submission.incomplete': {
    what: ({ hard, unreasoned }) =>
      `Báo cáo chưa gửi được: ${String(hard)} lỗi phải sửa, ${String(unreasoned)} điểm cần giải trình.`,
    mend: 'Sửa các lỗi và ghi giải trình ở những chỉ tiêu được đánh dấu.',
  },
  'submission.undecided': {
    what: ({ undecided, returned }) =>
      `Chưa chấp nhận được: ${String(undecided)} số liệu chưa thẩm định, ${String(returned)} số liệu đang trả lại.`,
    mend: 'Thẩm định hết các số liệu, hoặc trả lại báo cáo cho cơ quan.',
  },
  'submission.same-appraiser': {
    what: 'Lần thẩm định thứ hai phải do người khác thực hiện.',
    mend: 'Đề nghị một người thẩm định khác chấp nhận báo cáo.',
  },
  'answer.not-asked': {
    what: ({ item }) => `Cơ quan không được yêu cầu số liệu ${String(item)} trong đợt này.`,
    mend: 'Tải lại biểu mẫu để lấy đúng danh mục số liệu.',
  },
  'evidence.not-of-this-organization': {
    what: 'Minh chứng không thuộc cơ quan này.',
    mend: 'Chọn minh chứng do cơ quan tải lên.',
  },
  'account.malformed-username': {
    what: 'Tên đăng nhập không hợp lệ.',
    mend: 'Dùng 2 đến 63 chữ cái không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới; bắt đầu bằng chữ cái hoặc chữ số.',
  },
  'account.username-taken': { what: 'Tên đăng nhập đã có người dùng.', mend: 'Chọn tên khác.' },
  'account.weak-password': {
    what: 'Mật khẩu chưa đủ mạnh.',
    mend: ({ reason }) =>
      WEAKNESSES[String(reason)] ??
      'Dùng ít nhất 12 ký tự, không phải tên người, tên cơ quan hay từ quen thuộc.',
  },
  'account.organization-required': {
    what: 'Vai trò này chỉ có nghĩa đối với một cơ quan.',
    mend: 'Chọn cơ quan mà người này báo cáo, ký duyệt hoặc thẩm định.',
  },
  'account.wrong-password': { what: 'Mật khẩu hiện tại không đúng.', mend: 'Nhập lại mật khẩu hiện tại.' },
  'account.last-administrator': {
    what: 'Đây là người quản trị cuối cùng còn hoạt động.',
    mend: 'Giao vai trò quản trị cho người khác trước.',
  },
  'account.not-delegable': {
    what: 'Không ủy quyền được như vậy.',
    mend: 'Chỉ ủy quyền vai trò của chính mình, cho người cùng cơ quan, từ hôm nay trở đi và không dài hơn thời hạn đang giữ.',
  },
  'account.second-factor-required': {
    what: 'Vai trò của tài khoản này bắt buộc xác thực hai bước.',
    mend: 'Đổi sang điện thoại khác: tạo mã mới thay cho mã cũ.',
  },
  'account.import-invalid': {
    what: ({ total }) => `Danh sách có ${String(total)} chỗ chưa đúng.`,
    mend: 'Sửa các ô được nêu rồi gửi lại. Chưa có gì được lưu.',
  },
  'invitation.unusable': {
    what: 'Mã mời không đúng, đã dùng hoặc đã hết hạn.',
    mend: 'Liên hệ người quản trị để nhận mã mời mới.',
  },
  'evidence.archive-too-large': {
    what: 'Minh chứng của cả đợt quá lớn cho một tệp zip.',
    mend: 'Chọn từng cơ quan rồi tải riêng.',
  },
  'backup.file-exists': {
    what: ({ path }) => `Đã có tệp “${String(path)}”.`,
    mend: 'Đặt tên khác; bản sao lưu không ghi đè tệp nào.',
  },
  'backup.broken': {
    what: ({ entry }) => `Bản sao lưu bị hỏng hoặc bị sửa: ${String(entry)}.`,
    mend: 'Dùng bản sao lưu khác. Chưa có gì bị thay đổi.',
  },
  'backup.newer': {
    what: ({ migration }) => `Bản sao lưu từ phiên bản mới hơn: có bước lược đồ ${String(migration)}.`,
    mend: 'Cài phiên bản đã tạo bản sao lưu hoặc mới hơn, rồi khôi phục lại. Chưa có gì bị thay đổi.',
  },
  'restore.not-empty': {
    what: ({ table }) => `Cơ sở dữ liệu đích đã có dữ liệu (bảng ${String(table)}).`,
    mend: 'Khôi phục vào SENSO_DATA_DIR mới hoặc cơ sở dữ liệu trống. Chưa có gì bị thay đổi.',
  },
  'restore.in-use': {
    what: 'Hệ thống đang chạy trên cơ sở dữ liệu đích.',
    mend: 'Dừng hệ thống đó, hoặc khôi phục vào nơi khác. Chưa có gì bị thay đổi.',
  },
  'storage.full': {
    what: 'Đĩa của máy chủ đã đầy nên chưa lưu được.',
    mend: 'Báo người quản trị giải phóng đĩa, rồi gửi lại. Những gì đã báo lưu vẫn còn.',
  },
  'asset-entry.invalid': {
    what: 'Nội dung của mục chưa hợp lệ.',
    mend: 'Sửa các ô được đánh dấu rồi lưu lại.',
  },
  'asset-entry.name-taken': {
    what: 'Cơ quan đã có mục mang tên này trong sổ.',
    mend: 'Mở mục đã có để sửa, hoặc đặt tên khác.',
  },
  'asset-entry.retired': {
    what: 'Mục này đã thôi theo dõi.',
    mend: 'Đưa mục trở lại sổ trước khi sửa.',
  },
  'asset-register.import-invalid': {
    what: ({ total }) => `Tệp có ${String(total)} chỗ chưa đúng.`,
    mend: 'Sửa các ô được nêu rồi gửi lại. Chưa có gì được lưu.',
  },
} as const satisfies Partial<Record<ProblemCode, ProblemSentences>>;
