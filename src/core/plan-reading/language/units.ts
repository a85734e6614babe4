/** The unit of a number: words as printed, what the share is of, and how many characters they take. */
export interface UnitReading {
  readonly unit: string | null;
  readonly basis: string | null;
  readonly length: number;
}

const PERCENT =
  /^\s?%(\s?\/\s?(?:năm|tháng|quý)(?![A-Za-zÀ-ỹ]))?(?:\s*(?:\/\s*)?(GRDP|GDP)(?:\s+(?:của\s+)?tỉnh)?|\s*\/\s*((?:tổng )?dân số|tổng [\p{L} ]+?)(?![A-Za-zÀ-ỹ])|\s+(tổng chi (?:ngân sách(?: (?:nhà nước|địa phương|tỉnh|thành phố))?|NSNN|NSĐP)))?/iu;
const TIMES = /^\s+(lần(?: phát sóng)?(?:\/năm)?)(?:\s+(GRDP|GDP)(?:\s+(?:của\s+)?tỉnh)?)?(?![A-Za-zÀ-ỹ])/iu;
const MONEY = /^\s+((?:nghìn |triệu |tỷ |tỉ )?(?:đồng|USD)(?:\/\p{L}+)?|tỷ|tỉ|triệu)(?![A-Za-zÀ-ỹ])/iu;
const COUNTED =
  /^\s+(tin,?\s?bài|học liệu|phóng sự|chuyên mục|điểm hỗ trợ|nhóm|buổi|đợt|đội|phòng|ngành|trạm BTS|chữ ký số|chứng thư số|bài viết|tin|chỉ số|chỉ tiêu|lĩnh vực|đề án|dự án|loại hình|hoạt động|đoàn viên|sinh viên|học sinh|khóm, ấp|khóm|ấp|doanh nghiệp|hợp tác xã|người dân|người|hộ gia đình|hộ|lượt|lớp|khóa|khoá|cuộc|hội nghị|hội thảo|hệ thống|nền tảng|ứng dụng|dịch vụ|phần mềm|trung tâm|gian hàng|công trình|nhiệm vụ|điểm truy cập|khu công nghiệp|tổ dân phố|thôn, bản|thôn|nhà máy|phòng học|lao động|kỹ sư|sáng chế|tài khoản|giao dịch|bệnh viện|tài liệu|quy trình|cơ sở dữ liệu|mô hình|sản phẩm|khu|cơ sở|đơn vị|cơ quan|văn bản|thủ tục|hồ sơ|điểm|thuê bao|trạm|camera|máy|bộ|tổ|xã, phường|xã|phường|trường|thành viên|cán bộ|chuyên gia|ha|km|Mbps|Gbps|MW)((?:\s?\/\s?(?:năm|tháng|quý|tuần|người|xã|đơn vị|dân|[\d.]+ dân))?)(?![A-Za-zÀ-ỹ])/iu;
const DURATION = /^\s+((?:ngày làm việc|ngày|giờ|phút|giây)\s?\/\s?[\p{L} ]{1,12}?)(?=[\s.,;:)]|$)/iu;
const OTHER_NOUN =
  /^\s+((?!(?:về|trong|đặt|có|được|để|của|theo|tại|trên|sử dụng|đến|và|trở|so|là|vào|từ)(?![A-Za-zÀ-ỹ]))\p{Ll}+)(?=[\s.,;:)]|$)/u;

const firstGroup = (groups: readonly (string | undefined)[]): string | null =>
  groups.find((group) => Boolean(group)) ?? null;

/** Whether a unit is a share: "%", "%/năm". */
export const isShare = (unit: string | null): boolean => unit?.startsWith('%') ?? false;

/** Reads the unit that follows a number: "% GRDP", " tin, bài/năm", " lần GRDP tỉnh". */
export const readUnitAfter = (rest: string): UnitReading => {
  const percent = PERCENT.exec(rest);
  if (percent) {
    const [words, each = '', ...basis] = percent;
    return { unit: `%${each.replace(/\s/gu, '')}`, basis: firstGroup(basis), length: words.length };
  }
  const times = TIMES.exec(rest);
  if (times) return { unit: times[1] ?? 'lần', basis: times[2] ?? null, length: times[0].length };
  const duration = DURATION.exec(rest);
  if (duration) return { unit: duration[1] ?? null, basis: null, length: duration[0].length };
  const counted = MONEY.exec(rest) ?? COUNTED.exec(rest);
  if (counted) {
    return { unit: `${counted[1] ?? ''}${counted[2] ?? ''}`, basis: null, length: counted[0].length };
  }
  const noun = OTHER_NOUN.exec(rest);
  return noun
    ? { unit: noun[1] ?? null, basis: null, length: noun[0].length }
    : { unit: null, basis: null, length: 0 };
};
