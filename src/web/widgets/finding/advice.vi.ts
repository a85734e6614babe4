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
  'deadline-order': 'Đặt thời hạn sau khi kỳ kết thúc và trong thời gian của kế hoạch.',
  'citation-number': 'Tra lại văn bản gốc, ghi đủ số, ký hiệu và ngày theo một cách.',
  'citation-title': 'Tra lại văn bản gốc, dùng một trích yếu ở mọi nơi.',
  'citation-error':
    'Tra lại hiệu lực, ngày và cơ quan ban hành của văn bản; thay bằng văn bản đang có hiệu lực.',
  'duplicate-row': 'Gộp hai dòng, hoặc ghi rõ phạm vi khiến hai dòng khác nhau.',
  'text-vs-annex': 'Bổ sung chỉ tiêu vào phần còn thiếu, hoặc bỏ ở phần còn lại.',
  'denominator-mismatch': 'Ghi rõ mẫu số của từng chỉ tiêu; chỉ so sánh các giá trị cùng mẫu số.',
  'part-above-whole': 'Kiểm tra lại hai giá trị; tỷ lệ của một phần không vượt tỷ lệ của tổng thể.',
  'unit-mismatch': 'Sửa tên hoặc đơn vị để cùng nói về số lượng hoặc cùng nói về tỷ lệ.',
  'period-mismatch': 'Ghi đúng năm của số liệu, của công việc.',
  incomplete: 'Bổ sung nội dung còn trống.',
  'name-variant': 'Dùng một tên chính thức ở mọi nơi.',
} satisfies Readonly<Record<FindingKind, string>>;
