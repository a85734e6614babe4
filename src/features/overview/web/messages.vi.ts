interface Standing {
  readonly year: string;
  readonly points: string;
  /** Points missing to the goal; null without a goal or when it is reached for certain. */
  readonly missing: string | null;
  readonly goal: string | null;
  readonly forecast: string | null;
}

const finding = ({ year, points, missing, goal, forecast }: Standing): string => {
  const reached =
    goal === null
      ? ''
      : missing === null
        ? `, đã đạt mục tiêu ${goal}`
        : `, còn thiếu ${missing} điểm để đạt ${goal}`;
  const expected = forecast === null ? '' : `; kế hoạch dự kiến ${forecast}`;
  return `Số liệu ${year} theo quy tắc cho ${points} điểm${reached}${expected}`;
};

/** The Vietnamese texts of the first page. */
export const vi = {
  page: 'Tổng quan',
  eyebrow: (framework: string, subject: string, year: string) => `${subject} · ${framework} · năm ${year}`,
  finding,
  loadingTitle: 'Tổng quan chỉ số chuyển đổi số',
  noIndexTitle: 'Chưa có số liệu để tính điểm',
  noIndexOfYear: (year: string) => `Chưa có số liệu năm ${year} để tính điểm`,
  noIndex: 'Chưa nạp bộ chỉ số hoặc số liệu của tỉnh cho năm này.',
  latestYear: 'Xem năm gần nhất có số liệu',
  forecastBeyond: (points: string) =>
    `Dự kiến của kế hoạch cao hơn đầu trên của khoảng điểm ${points} điểm, với các giả định của phép tính: số liệu của chính kế hoạch chưa chứng minh được dự kiến.`,
  forecastWithin: 'Dự kiến của kế hoạch nằm trong khoảng điểm mà quy tắc cho.',
  openIndicators: (count: string) => `${count} chỉ số chưa đủ quy tắc hoặc số liệu, nên điểm là một khoảng.`,
  seeAssumptions: 'Xem các giả định',
  pictureTitle: 'Điểm theo 8 chỉ số chính',
  achieved: 'Theo quy tắc',
  possible: 'Khoảng chưa chắc',
  goal: 'Mục tiêu',
  forecast: 'Kế hoạch dự kiến',
  published: (year: string) => `Công bố năm ${year}`,
  publishedMean: (year: string) => `Công bố năm ${year}, trung bình các tỉnh cũ`,
  rank: (rank: string, outOf: string) => `hạng ${rank}/${outOf}`,
  predecessor: (name: string) => name,
  maximum: 'Tối đa',
  mainIndicator: 'Chỉ số chính',
  total: 'Toàn bộ chỉ số',
  forecastGap: 'Dự kiến cao hơn quy tắc',
  tableTitle: 'Bảng số liệu của hình',
  unsupported: (points: string) => `dự kiến cao hơn ${points}`,
  lossesTitle: 'Mất điểm nhiều nhất',
  lossesLead: (points: string) => `Mười chỉ số này mất ${points} điểm.`,
  allLosses: 'Xem cả bộ chỉ số',
  component: 'Chỉ số',
  lost: 'Mất',
  points: 'Điểm',
  rule: 'Quy tắc',
  lead: 'Chủ trì',
  thresholdsTitle: 'Sát ngưỡng',
  thresholdsLead:
    'Số điểm được thêm khi đạt ngưỡng. Chấm theo ngưỡng thì chỉ được điểm khi đạt; chấm theo tỷ lệ thì điểm tăng dần đến ngưỡng.',
  gainAtOnce: 'được trọn khi đạt ngưỡng',
  gainGradually: 'tăng dần theo tỷ lệ',
  noThresholds: 'Không có chỉ số nào sát ngưỡng.',
  now: 'Hiện nay',
  threshold: 'Ngưỡng',
  gain: 'Thêm',
  neededOf: (numerator: string, needed: string, denominator: string) =>
    `${numerator} → ${needed} trên ${denominator}`,
  tasksTitle: 'Nhiệm vụ',
  tasksLead: (total: string, today: string) => `${total} nhiệm vụ trong các kế hoạch, tính đến ${today}.`,
  tasksNote: 'Quá hạn tính theo lịch: chưa có báo cáo kết quả nào được ghi nhận.',
  noTasks: 'Chưa có nhiệm vụ nào trong hệ thống.',
  allTasks: 'Xem tất cả nhiệm vụ',
  urgentTitle: 'Cần xử lý trước',
  task: 'Nhiệm vụ',
  due: 'Hạn',
  state: 'Trạng thái',
  count: 'Số nhiệm vụ',
  contradictionsTitle: 'Mâu thuẫn trong các kế hoạch',
  contradictionsLead: (total: string) => `${total} điểm mâu thuẫn cần xem lại.`,
  noContradictions: 'Không tìm thấy mâu thuẫn nào.',
  allContradictions: 'Xem tất cả mâu thuẫn',
  documentsTitle: 'Nguồn',
  documentsLead: (count: string) => `Số liệu lấy từ ${count} văn bản đã nhập.`,
  allDocuments: 'Xem văn bản',
};
