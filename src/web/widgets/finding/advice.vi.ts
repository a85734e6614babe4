import type { FindingKind } from '#core/consistency/finding.ts';

/** What to do about a contradiction, in a sentence to the office that drafts. */
export const vi = {
  'target-conflict':
    'Thống nhất một giá trị cho cùng nội dung và cùng năm, hoặc ghi rõ phạm vi để hai chỉ tiêu không bị hiểu là một.',
  'target-lowered': 'Giữ mức đã giao trước, hoặc nêu lý do điều chỉnh và sửa văn bản đã giao mức cao hơn.',
  'target-below-baseline': 'Nâng chỉ tiêu lên trên mức đã đạt, hoặc kiểm tra lại số liệu hiện trạng.',
  'target-vs-actual': 'Kiểm tra lại số liệu; nếu đúng, nêu nguyên nhân chưa đạt và giải pháp cho năm sau.',
  'comparator-conflict': 'Dùng một cách ghi: “trên”, “từ … trở lên” hoặc “đạt” cho cùng một giá trị.',
  'baseline-conflict': 'Đối chiếu với cơ quan cung cấp số liệu và dùng một số liệu kèm ngày chốt.',
  'figure-fell': 'Kiểm tra lại hai số liệu; nếu giảm thật, nêu nguyên nhân và cách tính của từng kỳ.',
  'increase-not-by-figures': 'Tính lại mức tăng từ số liệu từng năm, hoặc ghi rõ mốc so sánh.',
  'percentage-not-its-fraction': 'Tính lại tỷ lệ từ tử số, mẫu số; kiểm tra cả hai số.',
  'sum-mismatch': 'Cộng lại các dòng, sửa tổng hoặc dòng sai; bổ sung dòng còn thiếu.',
  'score-not-by-rule': 'Tính lại điểm theo quy tắc của bộ chỉ số, hoặc sửa số liệu làm căn cứ tính.',
  'forecast-not-supported':
    'Bổ sung số liệu, giải pháp chứng minh mức dự kiến, hoặc hạ mức dự kiến theo số liệu hiện có.',
  'deadline-conflict': 'Thống nhất một thời hạn cho cùng một kết quả.',
  'deadline-uneven': 'Đặt hạn báo cáo các kỳ cách ngày cuối kỳ như nhau, hoặc nêu lý do khác nhau.',
  'lead-conflict': 'Giao một cơ quan chủ trì; cơ quan còn lại phối hợp.',
  numbering: 'Đánh lại số thứ tự; kiểm tra có mục nào bị bỏ sót.',
  'obsolete-organization': 'Thay bằng cơ quan tiếp nhận chức năng, nhiệm vụ tại thời điểm thực hiện.',
} satisfies Readonly<Record<FindingKind, string>>;
