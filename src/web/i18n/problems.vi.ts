import type { BoundaryFlaw } from '#core/geography/check-boundaries.ts';
import type { ProblemCode } from '#web/api/problem-error.ts';
import { endingsOf, type ProblemSentences } from './problem-sentences.ts';
import { problemsOfExchange } from './problems-of-exchange.vi.ts';
import { problemsOfImports } from './problems-of-imports.vi.ts';
import { problemsOfCalendar } from './problems-of-calendar.vi.ts';
import { problemsOfPeople } from './problems-of-people.vi.ts';
import { problemsOfReminders } from './problems-of-reminders.vi.ts';
import { problemsOfTasks } from './problems-of-tasks.vi.ts';

const number = new Intl.NumberFormat('vi-VN');
const OFFICE_FILES = '.docx, .xlsx hoặc .pdf';
const megabytes = (bytes: unknown): string =>
  typeof bytes === 'number' ? `${number.format(Math.round(bytes / 1_048_576))} MB` : 'giới hạn cho phép';

const longestText = ({
  limitBytes,
  limitCharacters,
  limitPages,
}: Readonly<Record<string, unknown>>): string =>
  typeof limitPages === 'number'
    ? `${number.format(limitPages)} trang`
    : typeof limitCharacters === 'number'
      ? `${number.format(limitCharacters)} ký tự`
      : megabytes(limitBytes);

const MOST_LISTED = 10;

const UNREADABLE: Readonly<Record<string, string>> = {
  missing: 'không có tệp này',
  folder: 'đây là thư mục',
  'not-allowed': 'không có quyền đọc',
};

const whyUnreadable = (reason: unknown): string => UNREADABLE[String(reason)] ?? 'lỗi khi đọc tệp';

const BOUNDARY_FLAWS: Readonly<Record<BoundaryFlaw, string>> = {
  'not-a-collection': 'tệp phải là FeatureCollection có ít nhất một đối tượng',
  'too-many-positions': 'quá nhiều điểm, hãy đơn giản hóa ranh giới',
  'no-code': 'đối tượng không có mã',
  'not-a-polygon': 'phải là Polygon hoặc MultiPolygon',
  'not-a-position': 'không phải một cặp kinh độ, vĩ độ',
  'ring-too-short': 'đường biên phải có ít nhất bốn điểm',
  'ring-open': 'đường biên chưa khép kín',
  'ring-empty': 'đường biên không bao quanh diện tích nào',
  'ring-crosses-itself': 'đường biên tự cắt',
  'far-from-centre': 'ranh giới nằm xa điểm trung tâm của đơn vị, có thể nhầm mã hoặc đảo kinh độ, vĩ độ',
};

const wordOf = (words: Readonly<Record<string, string>>, key: unknown): string =>
  words[String(key)] ?? 'chưa đúng';

const listed = (codes: unknown): string => {
  const list = Array.isArray(codes) ? codes.map(String) : [];
  if (list.length === 0) return 'không có';
  const more = list.length - MOST_LISTED;
  return more > 0
    ? `${list.slice(0, MOST_LISTED).join(', ')} và ${number.format(more)} mã khác`
    : list.join(', ');
};

const SAVE_AS_TEXT =
  'Trong Word: Tệp → Lưu thành → Văn bản thuần (.txt), chọn bảng mã Unicode (UTF-8), rồi tải lên lại.';

/** What each refusal says and how to mend it. */
export const problems: Readonly<Record<ProblemCode, ProblemSentences>> = {
  ...problemsOfExchange,
  ...problemsOfImports,
  ...problemsOfCalendar,
  ...problemsOfPeople,
  ...problemsOfReminders,
  ...problemsOfTasks,
  'network.unreachable': {
    what: 'Không kết nối được máy chủ.',
    mend: 'Kiểm tra mạng, rồi chọn “Thử lại”. Dữ liệu đã lưu trước đó vẫn còn.',
  },
  'request.invalid': {
    what: 'Yêu cầu chưa hợp lệ.',
    mend: 'Xem lại địa chỉ hoặc nội dung vừa nhập.',
  },
  'request.too-large': { what: 'Yêu cầu quá lớn.', mend: 'Gửi ít dữ liệu hơn trong một lần.' },
  'request.too-many': { what: 'Yêu cầu gửi đến quá nhanh.', mend: 'Chờ một phút rồi thử lại.' },
  'request.cancelled': { what: 'Yêu cầu đã bị hủy giữa chừng.', mend: 'Gửi lại nếu vẫn cần.' },
  'request.foreign-origin': {
    what: 'Yêu cầu đến từ một trang khác nên bị từ chối.',
    mend: 'Mở hệ thống bằng địa chỉ chính thức rồi làm lại.',
  },
  'access.denied': {
    what: 'Tài khoản này không có quyền thực hiện việc đó.',
    mend: 'Liên hệ cơ quan điều phối (Sở Khoa học và Công nghệ) nếu cần được cấp quyền.',
  },
  'record.not-found': {
    what: 'Không tìm thấy nội dung này.',
    mend: 'Có thể địa chỉ sai hoặc nội dung đã được thay. Tìm lại bằng ô tìm kiếm (Ctrl K).',
  },
  'edit.conflict': {
    what: 'Người khác vừa sửa nội dung này.',
    mend: 'Tải lại để xem bản mới nhất, rồi sửa tiếp.',
  },
  'value.malformed': {
    what: 'Giá trị chưa đúng dạng.',
    mend: 'Nhập số với dấu phẩy thập phân, ví dụ 57,6.',
  },
  'value.out-of-range': {
    what: 'Giá trị nằm ngoài khoảng cho phép.',
    mend: 'Nhập giá trị trong khoảng của số liệu này.',
  },
  'value.numerator-exceeds-denominator': {
    what: 'Tử số lớn hơn mẫu số.',
    mend: 'Xem lại hai số liệu: phần không thể lớn hơn toàn bộ.',
  },
  'file.missing': { what: 'Chưa chọn tệp.', mend: 'Chọn tệp rồi gửi lại.' },
  'file.unreadable': {
    what: ({ path, reason }) => `Không đọc được “${String(path)}”: ${whyUnreadable(reason)}.`,
    mend: 'Kiểm tra đường dẫn và quyền đọc tệp, rồi chạy lại.',
  },
  'file.empty': { what: 'Tệp không có nội dung.', mend: 'Chọn tệp khác.' },
  'file.too-large': {
    what: 'Tệp quá lớn.',
    mend: (details) => `Chọn tệp không quá ${longestText(details)}.`,
  },
  'file.broken': {
    what: 'Tệp hỏng hoặc không đúng định dạng.',
    mend: ({ format }) =>
      format === 'xlsx'
        ? 'Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx, rồi gửi lại.'
        : 'Mở tệp bằng chương trình đã tạo ra nó, lưu lại, rồi gửi lại.',
  },
  'file.binary': {
    what: 'Tệp không phải là văn bản.',
    mend: SAVE_AS_TEXT,
  },
  'file.unknown-encoding': {
    what: 'Không nhận ra bảng mã chữ của tệp.',
    mend: SAVE_AS_TEXT,
  },
  'file.unsupported-kind': {
    what: 'Loại tệp này chưa đọc được.',
    mend: (details) => `Gửi tệp ${endingsOf(details) ?? '.docx'}.`,
  },
  'file.not-a-plan': {
    what: 'Văn bản này không có chỉ tiêu, nhiệm vụ hay bảng điểm nào.',
    mend: 'Kiểm tra có chọn đúng kế hoạch không. Không có gì được lưu.',
  },
  'file.too-complex': {
    what: 'Tệp quá lớn hoặc quá phức tạp, chưa đọc xong trong giới hạn cho phép.',
    mend: 'Bỏ phần không cần đến hoặc chia thành nhiều tệp nhỏ hơn rồi gửi lại. Không có gì được lưu.',
  },
  'file.old-office': {
    what: 'Tệp ở định dạng Office cũ (.doc, .xls) hoặc có mật khẩu mở tệp.',
    mend: (details) =>
      `Mở bằng Word hoặc Excel, bỏ mật khẩu nếu có, lưu thành ${endingsOf(details) ?? OFFICE_FILES} rồi gửi lại.`,
  },
  'file.scan': {
    what: ({ pages }) =>
      `Tệp PDF chỉ có ảnh quét${typeof pages === 'number' ? ` (${pages} trang)` : ''}, không có lớp chữ để đọc.`,
    mend: 'Xin tệp .docx hoặc .pdf gốc của cơ quan soạn thảo; nếu không có, nhận dạng chữ (OCR) tiếng Việt rồi gửi lại.',
  },
  'file.encrypted': {
    what: 'Tệp PDF có mật khẩu mở tệp.',
    mend: 'Mở tệp, bỏ mật khẩu, lưu lại rồi gửi lại.',
  },
  'file.macros': {
    what: 'Tệp có macro hoặc thành phần chạy được nên không được nhận.',
    mend: (details) => `Lưu thành ${endingsOf(details) ?? OFFICE_FILES} không có macro rồi gửi lại.`,
  },
  'file.disguised': {
    what: ({ reason, ending, kind }) =>
      reason === 'name'
        ? `Tên tệp có đuôi .${String(ending)} nhưng nội dung là .${String(kind)}.`
        : 'Nội dung của tệp không thuần một loại: trong tệp có lẫn nội dung khác.',
    mend: ({ reason }) =>
      reason === 'name'
        ? 'Đổi đuôi tên tệp cho đúng với nội dung rồi gửi lại.'
        : 'Mở tệp bằng chương trình đã tạo ra nó, lưu thành tệp mới rồi gửi lại.',
  },
  'file.infected': {
    what: ({ signature }) => `Trình quét mã độc phát hiện ${String(signature)} trong tệp.`,
    mend: 'Không mở tệp này. Báo bộ phận an toàn thông tin của cơ quan và quét máy tính đã tạo tệp.',
  },
  'file.scan-unavailable': {
    what: 'Chưa quét được mã độc nên tệp chưa được nhận.',
    mend: 'Thử lại sau ít phút. Vẫn không được thì báo người quản trị kiểm tra trình quét mã độc.',
  },
  'document.text-not-imported': {
    what: 'Toàn văn của văn bản này chưa được nhập.',
    mend: 'Nhập tệp văn bản ở mục “Nhập văn bản” để xem trích dẫn trong nguyên văn.',
  },
  'finding.changed': {
    what: 'Nội dung chưa thống nhất này không còn như khi xem: số liệu hoặc văn bản đã thay đổi.',
    mend: 'Tải lại trang để xem nội dung hiện nay, rồi xử lý.',
  },
  'organization.alias-taken': {
    what: 'Tên gọi này đã gắn với cơ quan khác.',
    mend: 'Chọn đúng cơ quan, hoặc bỏ tên gọi ở cơ quan kia trước.',
  },
  'framework.not-draft': {
    what: 'Phiên bản này không phải bản thảo nên không sửa được.',
    mend: 'Nhân bản thành phiên bản mới, rồi sửa bản thảo đó.',
  },
  'framework.in-use': {
    what: 'Phiên bản này đã có số liệu hoặc điểm nên đã khóa.',
    mend: 'Nhân bản thành phiên bản mới, rồi sửa bản thảo đó.',
  },
  'framework.code-taken': {
    what: ({ code }) => `Đã có bộ chỉ số mang mã “${String(code)}”.`,
    mend: 'Chọn mã khác, hoặc nhân bản bộ chỉ số đó thành phiên bản mới.',
  },
  'framework.other-code': {
    what: 'Mã, phiên bản hoặc năm trong nội dung không phải của bản thảo này.',
    mend: 'Giữ nguyên mã và phiên bản; muốn đổi, hãy nhân bản.',
  },
  'framework.invalid': {
    what: 'Bộ chỉ số có quy tắc chưa hợp lệ.',
    mend: 'Báo người quản trị xem lại dữ liệu của bộ chỉ số.',
  },
  'index.not-assessed': {
    what: 'Bộ chỉ số này không chấm đơn vị hoặc năm đó.',
    mend: ({ field, assessmentYear, existedOn }) => {
      if (field === 'year') return `Chọn năm ${String(assessmentYear)}, năm mà bộ chỉ số đánh giá.`;
      return existedOn === undefined
        ? 'Chọn đơn vị thuộc loại mà bộ chỉ số đánh giá.'
        : 'Đơn vị này không còn hoặc chưa có vào cuối năm đánh giá; chọn đơn vị kế thừa.';
    },
  },
  'score-snapshot.name-taken': {
    what: ({ name }) => `Đã có bản chốt điểm tên “${String(name)}”.`,
    mend: 'Đặt tên khác: mỗi bản chốt của một đơn vị có một tên riêng.',
  },
  'score-snapshot.different-frameworks': {
    what: 'Hai bản chốt thuộc hai bộ chỉ số khác nhau nên không so sánh được.',
    mend: 'Chọn hai bản chốt của cùng một bộ chỉ số.',
  },
  'score-snapshot.altered': {
    what: 'Bản chốt điểm không còn như lúc chốt.',
    mend: 'Đối chiếu với bản in đã ký, báo người quản trị, và chốt lại từ số liệu đúng.',
  },
  'boundaries.not-json': {
    what: 'Tệp không phải GeoJSON.',
    mend: 'Xuất ranh giới ở dạng GeoJSON (RFC 7946, kinh độ trước, vĩ độ sau), rồi tải lên lại.',
  },
  'boundaries.malformed': {
    what: ({ path, flaw }) => `Ranh giới chưa hợp lệ tại ${String(path)}: ${wordOf(BOUNDARY_FLAWS, flaw)}.`,
    mend: 'Sửa chỗ đó trong tệp rồi tải lên lại. Chưa có gì được lưu.',
  },
  'boundaries.codes-differ': {
    what: ({ missing, unknown, repeated }) =>
      `Mã đơn vị trong tệp không khớp danh mục: thiếu ${listed(missing)}; không có trong danh mục: ${listed(unknown)}; trùng: ${listed(repeated)}.`,
    mend: 'Mỗi xã, phường hiện có phải có đúng một ranh giới mang mã của mình (properties.code). Chưa có gì được lưu.',
  },
  'optimization.too-complex': {
    what: ({ limitSeconds }) =>
      `Chưa tìm được phương án tối ưu có chứng minh trong ${String(limitSeconds)} giây.`,
    mend: 'Bỏ bớt giới hạn, để nguyên bớt chỉ số hoặc xem ít phương án hơn rồi tính lại.',
  },
  'ranking.too-few-to-audit': {
    what: 'Chưa đủ đơn vị hoặc chỉ số để kiểm định.',
    mend: 'Kiểm định cần ít nhất 5 đơn vị và 2 chỉ số có điểm. Nhập thêm số liệu, hoặc chọn bảng xếp hạng khác.',
  },
  'forecast.too-few-periods': {
    what: 'Chưa có mục số liệu nào có số liệu của hai kỳ trở lên, nên chưa có gì để dự báo.',
    mend: 'Nhập số liệu theo quý của ít nhất một mục, hoặc chờ kỳ báo cáo tiếp theo.',
  },
  'forecast.period-assessed': {
    what: ({ assessmentYear }) =>
      `Kỳ này thuộc năm đã chấm điểm (${String(assessmentYear)}) hoặc trước đó, nên không phải là kỳ nối tiếp.`,
    mend: 'Chọn một quý sau năm được chấm điểm; số liệu của năm được chấm thì sửa ở trang chỉ số.',
  },
  'forecast.period-ahead': {
    what: ({ kind }) =>
      kind === 'final'
        ? 'Kỳ này chưa kết thúc, nên chưa thể có số liệu chính thức.'
        : 'Kỳ này chưa bắt đầu, nên chưa thể ước thực hiện.',
    mend: 'Chọn kỳ khác, hoặc ghi là số ước thực hiện khi kỳ đang diễn ra.',
  },
  'improvement-plan.goal-unreachable': {
    what: ({ most }) =>
      `Không phương án nào đạt được mục tiêu trong các giới hạn đã đặt; nhiều nhất được ${String(most).replace('.', ',')} điểm.`,
    mend: 'Hạ mục tiêu, hoặc nới giới hạn của chỉ số và cơ quan.',
  },
  'improvement-plan.rank-unknown': {
    what: ({ subjects }) =>
      `Chưa biết cần bao nhiêu điểm cho thứ hạng đó: mới có điểm của ${String(subjects)} đơn vị khác.`,
    mend: 'Đặt mục tiêu bằng điểm, hoặc chờ có điểm của đủ các đơn vị cùng xếp hạng.',
  },
  'server.unavailable': {
    what: 'Hệ thống tạm thời chưa phục vụ được.',
    mend: 'Chờ ít phút rồi thử lại.',
  },
  'server.error': {
    what: 'Hệ thống gặp lỗi.',
    mend: 'Thử lại. Nếu vẫn lỗi, gửi mã yêu cầu bên dưới cho người quản trị.',
  },
};
