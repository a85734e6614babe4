import { nameKey } from '#core/kernel/text.ts';

// First words of the names of Vietnamese agencies and bodies, lower case, without the unit that follows.
const NAME_HEADS = [
  'sở',
  'bộ',
  'ban',
  'cục',
  'chi cục',
  'tổng cục',
  'vụ',
  'viện',
  'văn phòng',
  'vp',
  'vpub',
  'ubnd',
  'ủy ban',
  'hđnd',
  'hội đồng',
  'mttq',
  'mặt trận',
  'công an',
  'ca tỉnh',
  'bộ chỉ huy',
  'quân sự',
  'thanh tra',
  'thuế',
  'thống kê',
  'kho bạc',
  'bảo hiểm',
  'bhxh',
  'ngân hàng',
  'nhnn',
  'bưu điện',
  'điện lực',
  'báo',
  'đài',
  'cổng',
  'trung tâm',
  'trường',
  'bệnh viện',
  'bql',
  'đoàn',
  'tỉnh đoàn',
  'hội',
  'hiệp hội',
  'cảng vụ',
  'bảo tàng',
  'thư viện',
  'liên đoàn',
  'liên minh',
  'liên hiệp',
  'tỉnh ủy',
  'thành ủy',
  'đảng ủy',
  'đội',
  'tổ',
  'phòng',
  'tập đoàn',
  'tổng công ty',
  'công ty',
  'doanh nghiệp',
  'dn',
  'vnpt',
  'viettel',
  'bưu chính viettel',
  'hải quan',
  'học viện',
  'tòa án',
  'kiểm toán',
  'fpt',
  'mobifone',
  'các',
  'tất cả',
  'những',
  'toàn bộ',
  'đơn vị',
  'cơ quan',
  'chủ đầu tư',
  'chủ quản',
  'thủ trưởng',
  'thường trực',
  'đại biểu',
  'chủ tịch',
  'giám đốc',
  'chính phủ',
  'thủ tướng',
] as const;

// Words that begin as an agency does and name work, a meeting or a thing: "Tổ chức thực hiện", "Ban hành …", "Các nhiệm vụ".
const NO_NAME =
  /^(?:tổ chức (?:thực hiện|triển khai|lại|bộ máy|các hoạt động|tuyên truyền|tập huấn|hội|kiểm tra|giám sát|đào tạo|bồi dưỡng|sơ kết|tổng kết)|ban hành|báo cáo|hội (?:nghị|thảo|nhập|tụ|thi)|đội ngũ|phòng,? (?:chống|ngừa)|bộ (?:máy|chỉ số|tiêu chí|dữ liệu|tài liệu|quy|công cụ)|trường hợp|đoàn kết|đoàn kiểm tra|các (?:nhiệm vụ|giải pháp|chỉ tiêu|chỉ số|mục tiêu|nội dung|hoạt động|kết quả|dự án|đề án|văn bản|nguồn|điều kiện|yêu cầu))(?![A-Za-zÀ-ỹ])/iu;

// The key moves tone marks ("đoàn" becomes "đòan"), so the words to compare with must be keys too.
const HEAD_KEYS = NAME_HEADS.map(nameKey);

/** Whether the words begin as the name of an agency does: "Sở …", "Các doanh nghiệp …", "UBND …". */
export const startsAsAgency = (words: string): boolean => {
  if (NO_NAME.test(words)) return false;
  if (/^(?:Viễn thông|Đại học|Cao đẳng|Chi nhánh)\s(?:\p{Lu}|tỉnh|thành phố)/u.test(words)) return true;
  const key = nameKey(words);
  return HEAD_KEYS.some(
    (head) => key === head || (key.startsWith(head) && /^[^\p{L}\p{N}]/u.test(key.slice(head.length))),
  );
};
