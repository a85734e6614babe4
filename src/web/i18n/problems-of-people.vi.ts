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
