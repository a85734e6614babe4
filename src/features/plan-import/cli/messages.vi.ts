import type { ItemMatch } from '#core/plan/compare-import.ts';
import type { ItemKind } from '#core/plan/plan-item.ts';
import type { PlanImportOutcome } from '#features/plan-import/contract.ts';
import { vi as differenceFields } from '#web/widgets/plan-item/difference-fields.vi.ts';
import { vi as warningWords } from '#web/widgets/plan-item/reading-warnings.vi.ts';

export const vi = {
  kinds: {
    target: 'Chỉ tiêu',
    task: 'Nhiệm vụ',
    project: 'Dự án',
    gap: 'Tồn tại',
    'indicator-score': 'Điểm chỉ số',
    'reporting-duty': 'Chế độ báo cáo',
    'cited-document': 'Văn bản viện dẫn',
    result: 'Kết quả',
    resource: 'Kinh phí',
  } satisfies Readonly<Record<ItemKind, string>>,
  line: 'dòng',
  noLead: 'chưa rõ cơ quan chủ trì',
  warnings: 'Cảnh báo khi đọc',
  warningWords,
  matches: {
    new: 'mới',
    same: 'đã có trong sổ',
    'gains-quote': 'được bổ sung câu chữ',
    differs: 'khác với sổ',
  } satisfies Readonly<Record<ItemMatch, string>>,
  outcome: {
    added: 'đã thêm',
    quoted: 'đã bổ sung câu chữ',
    replaced: 'đã thay giá trị',
    unchanged: 'giữ nguyên',
    excluded: 'để ngoài sổ',
    amended: 'đã sửa đổi mục của văn bản khác',
    takenOver: 'đã chuyển từ văn bản bị thay thế',
    mentioned: 'nhắc lại mục của văn bản khác',
    ended: 'đã bãi bỏ',
  } satisfies Readonly<Record<keyof PlanImportOutcome, string>>,
  unknownAgencies: 'Tên cơ quan chưa ghép với danh mục',
  differences: 'Khác với sổ; giá trị trong sổ được giữ',
  fields: differenceFields as Readonly<Record<string, string>>,
  otherField: 'Nội dung khác',
  blank: 'không có',
  offeredBefore: 'Tệp này đã được đưa vào trước đây, đang chờ chấp nhận; không lưu thêm gì',
  registered: 'Đã vào sổ',
  registeredBefore: (instant: string) => `Đã vào sổ từ trước (${instant}); không có gì thay đổi`,
  draft: (id: string) => `Bản nháp ${id}: xem và chấp nhận ở trang Nhập văn bản, hoặc chạy lại với --yes`,
};
