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
  'deadline-order':
    'Sửa thời hạn cho đúng thứ tự: sau khi kỳ kết thúc, trong thời gian thực hiện của văn bản.',
  'lead-conflict': 'Giao một cơ quan chủ trì; cơ quan còn lại phối hợp.',
  numbering: 'Đánh lại số thứ tự; kiểm tra có mục nào bị bỏ sót.',
  'obsolete-organization': 'Thay bằng cơ quan tiếp nhận chức năng, nhiệm vụ tại thời điểm thực hiện.',
  'citation-number': 'Đối chiếu với bản gốc của văn bản viện dẫn; ghi đủ số, ký hiệu và ngày ban hành.',
  'citation-title': 'Ghi trích yếu đúng như bản gốc của văn bản viện dẫn ở mọi chỗ.',
  'citation-error': 'Thay bằng văn bản đang có hiệu lực và ghi đúng cơ quan ban hành.',
  'duplicate-row': 'Bỏ một dòng, hoặc ghi rõ hai dòng khác nhau ở điểm nào.',
  'text-vs-annex': 'Bổ sung nội dung còn thiếu vào lời văn hoặc phụ lục cho khớp nhau.',
  'denominator-mismatch': 'Ghi rõ mẫu số của từng giá trị, hoặc dùng chung một mẫu số.',
  'part-above-whole': 'Kiểm tra lại hai tỷ lệ; sửa bên sai hoặc ghi rõ cách tính.',
  'unit-mismatch': 'Sửa tên hoặc đơn vị tính cho khớp với giá trị.',
  'period-mismatch': 'Ghi đúng năm của số liệu hoặc công việc.',
  incomplete: 'Bổ sung nội dung còn để trống.',
  'name-variant': 'Dùng một cách viết tên cơ quan, đúng theo quyết định thành lập.',
} satisfies Readonly<Record<FindingKind, string>>;
