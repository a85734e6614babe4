import type { Column, Table } from '#core/plan-reading/text/blocks.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { ReadPeriod } from '#core/plan-reading/reading.ts';

/** What a column of a table holds, told by the words of its header. */
export type ColumnRole =
  | 'order'
  | 'code'
  | 'name'
  | 'unit'
  | 'baseline'
  | 'actual'
  | 'planned'
  | 'score'
  | 'max-score'
  | 'rank'
  | 'rule'
  | 'cause'
  | 'remedy'
  | 'lead'
  | 'coordinating'
  | 'issuer'
  | 'deadline'
  | 'expected-result'
  | 'status'
  | 'outlook'
  | 'remark'
  | 'document-number'
  | 'document-date'
  | 'other';

export interface RoledColumn {
  readonly index: number;
  readonly role: ColumnRole;
  readonly column: Column;
  /** The time that the header names: "Năm 2026", "2026 - 2027". */
  readonly period: ReadPeriod | null;
}

// Read against the whole header, lower case; the first that fits decides, so the narrower come first.
const ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:stt|tt|số tt|số thứ tự)$/u, 'order'],
  [/^(?:mã|mã số|ký hiệu)(?: (?:chỉ tiêu|chỉ số))?$/u, 'code'],
  [/số,? ?ký hiệu|số hiệu|số văn bản|số và ký hiệu/u, 'document-number'],
  [/^(?:văn bản - )?ngày(?: tháng)?(?: năm)?(?: ban hành)?$|ngày ban hành/u, 'document-date'],
  [/nguyên nhân/u, 'cause'],
  [
    /(?<!(?:giải|biện) pháp |hướng )khắc phục|chủ trì|(?:cơ quan|đơn vị|bộ phận)(?:, đơn vị|\/đơn vị)? (?:thực hiện|tham mưu|soạn thảo|đầu mối|được giao|chịu trách nhiệm)|trách nhiệm (?:thực hiện|chính)|phụ trách|theo dõi/u,
    'lead',
  ],
  [/phối hợp/u, 'coordinating'],
  [/cơ quan ban hành|cấp ban hành|cơ quan phê duyệt/u, 'issuer'],
  [/^đơn vị(?: tính)?$|^đvt$/u, 'unit'],
  [/^(?:chỉ số|chỉ tiêu|tiêu chí|nội dung)(?: thành phần)? (?:bị )?(?:mất|trừ|chưa đạt) điểm/u, 'name'],
  [/xếp hạng|thứ hạng/u, 'rank'],
  [/điểm chuẩn|điểm tối đa|thang điểm/u, 'max-score'],
  [/cách (?:tính|chấm)|quy tắc|phương pháp tính/u, 'rule'],
  [/(?<!(?:thời|địa|trọng|đặc) )điểm/u, 'score'],
  [/ghi chú.*(?:khả năng|đạt)|khả năng (?:đạt|thực hiện|hoàn thành)|dự báo/u, 'outlook'],
  [/so với|^đánh giá$|mức độ hoàn thành|tỷ lệ hoàn thành/u, 'status'],
  [/thời gian|thời hạn|thời điểm|tiến độ|hoàn thành|^hạn(?! chế)(?![A-Za-zÀ-ỹ])/u, 'deadline'],
  [/kết quả (?:dự kiến|mong đợi|đầu ra|cần đạt)|dự kiến kết quả|sản phẩm|đầu ra/u, 'expected-result'],
  [/hiện trạng|thực trạng|hiện tại|số liệu nền/u, 'baseline'],
  [/(?:^|- )(?:kh|kế hoạch)(?![A-Za-zÀ-ỹ])/u, 'planned'],
  [/phấn đấu|mục tiêu|giai đoạn|lộ trình|chỉ tiêu (?:đến )?năm|chỉ tiêu giao|giá trị|đến năm/u, 'planned'],
  [/(?:kết quả|thực hiện|ước|đạt được|(?:^|\s)th(?=\s)).*\d{4}|\d{4}.*(?:kết quả|thực hiện)/u, 'actual'],
  [/^kết quả$/u, 'expected-result'],
  [/(?:giải|biện) pháp(?!.*nhiệm vụ)|hướng khắc phục|kiến nghị khắc phục/u, 'remedy'],
  [/ghi chú/u, 'remark'],
];
const NAME = /chỉ tiêu|chỉ số|tiêu chí|nội dung|nhiệm vụ|tên|danh mục|lĩnh vực|công việc/u;

const periodOf = (label: string): ReadPeriod | null => {
  const found = /(?:\d{1,2}\/)?\d{4}(?:\s*[-–]\s*\d{4})?/u.exec(label);
  if (!found) return null;
  const period = parsePeriod(found[0]);
  return period.kind === 'other' ? null : period;
};

const roleOf = (column: Column, period: ReadPeriod | null): ColumnRole => {
  const header = column.header.toLowerCase();
  const label = column.label.toLowerCase();
  // "Chỉ tiêu 2026" heads values, "Chỉ tiêu" heads names.
  if (period !== null && /chỉ tiêu|mục tiêu|kế hoạch/u.test(label)) return 'planned';
  const plain = ROLES.find(([pattern]) => pattern.test(label))?.[1];
  if (plain !== undefined && (plain !== 'remedy' || !NAME.test(label))) return plain;
  const whole = ROLES.find(([pattern]) => pattern.test(header))?.[1];
  if (whole !== undefined && (period !== null || !NAME.test(label))) return whole;
  if (period !== null && !NAME.test(label)) return 'planned';
  return NAME.test(label) ? 'name' : 'other';
};

/** The columns of a table with their roles. A header that is printed twice names a group first and its members second. */
export const roleColumns = (table: Table): readonly RoledColumn[] =>
  table.columns.map((column, index) => {
    const period = periodOf(column.label);
    return { index, role: roleOf(column, period), column, period };
  });

/** The columns with a role, in print order. */
export const columnsWith = (columns: readonly RoledColumn[], role: ColumnRole): readonly RoledColumn[] =>
  columns.filter((column) => column.role === role);

/** The label of a time column as registers keep it: "2023", "2026-2027"; the printed label when it names no time. */
export const measureLabel = ({ column, period }: RoledColumn): string =>
  period === null ? column.label : period.raw.replace(/\s*[-–]\s*/gu, '-');
