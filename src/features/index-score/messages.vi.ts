export const vi = {
  points: 'Điểm theo quy tắc',
  goal: 'mục tiêu',
  forecast: 'kế hoạch dự kiến',
  published: (year: string) => `công bố năm ${year}`,
  mean: 'trung bình',
  columns: {
    code: 'Mã',
    points: 'Điểm',
    maximum: 'Tối đa',
    lost: 'Mất',
    forecast: 'Dự kiến',
    name: 'Chỉ số',
  },
  total: 'Tổng',
  beyond: (points: string) =>
    `Kế hoạch dự kiến cao hơn ${points} điểm so với đầu trên của khoảng điểm, với các giả định được liệt kê.`,
  assumptions: 'Giả định (số điểm phụ thuộc)',
  rule: 'Quy tắc',
  steps: 'Cách tính',
  examples: 'Đối chiếu với điểm đã in trong văn bản',
  verdicts: {
    given: 'khớp',
    'given-within-rounding': 'khớp nếu kể phần làm tròn của tỷ lệ đã in',
    'not-given': 'không khớp',
    'not-testable': 'không đối chiếu được',
  },
  printed: (points: string) => `in ${points}`,
  computed: {
    component: (points: string) => `quy tắc cho ${points}`,
    document: (points: string) => `theo cách văn bản ghi được ${points}`,
  },
  year: (year: string) => `năm ${year}`,
};
