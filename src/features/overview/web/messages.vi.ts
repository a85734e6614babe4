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
  return `Chấm theo quy tắc, số liệu năm ${year} đạt ${points} điểm${reached}${expected}`;
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
    `Điểm dự kiến trong kế hoạch cao hơn ${points} điểm so với đầu trên của khoảng tính được từ số liệu của chính kế hoạch, với các giả định của phép tính.`,
  forecastWithin: 'Điểm dự kiến trong kế hoạch nằm trong khoảng tính được.',
  correctedBefore: 'Khoảng điểm trên tính từ số liệu hiện có, trong đó',
  corrected: (count: string) => `${count} số liệu đã sửa hoặc bổ sung so với kế hoạch`,
  correctedAfter: '.',
  correctedBeyond: (points: string) => `Kế hoạch dự kiến cao hơn đầu trên của khoảng này ${points} điểm.`,
  documentsGive: (points: string) => `Tính riêng số liệu của chính kế hoạch thì được ${points} điểm`,
  documentsBeyond: (points: string) => `, thấp hơn điểm dự kiến ít nhất ${points} điểm`,
  documentsEnd: ', với các giả định của phép tính.',
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
  roundedOnce: 'Tổng được làm tròn một lần, nên cộng các dòng đã làm tròn có thể lệch 0,01 điểm.',
  unsupported: (points: string) => `dự kiến cao hơn ${points}`,
  lossesTitle: 'Mất điểm nhiều nhất',
  lossesOrder:
    'Xếp theo số điểm có thể mất, nhiều nhất trước. Dòng ghi một khoảng là chỉ số chưa rõ quy tắc hoặc số liệu.',
  lossesLead: (points: string) => `Mười chỉ số này mất ${points} điểm.`,
  allLosses: 'Xem cả bộ chỉ số',
  component: 'Chỉ số',
  lost: 'Mất',
  points: 'Điểm',
  rule: 'Quy tắc',
  lead: 'Chủ trì',
  thresholdsTitle: 'Sát ngưỡng, gần điểm tối đa',
  thresholdsLead:
    'Số bên phải là điểm được thêm khi đạt. Xếp theo mức còn thiếu so với ngưỡng, gần nhất trước.',
  atOnceTitle: 'Đạt ngưỡng là được điểm',
  graduallyTitle: 'Gần mức điểm tối đa, điểm tăng dần theo tỷ lệ',
  noThresholds: 'Không có chỉ số nào sát ngưỡng.',
  now: 'Hiện nay',
  threshold: 'Ngưỡng',
  gain: 'Thêm',
  neededOf: (numerator: string, needed: string, denominator: string) =>
    `${numerator} → ${needed} trên ${denominator}`,
  tasksTitle: 'Nhiệm vụ',
  tasksLead: (total: string, today: string) => `${total} nhiệm vụ trong các kế hoạch, tính đến ${today}.`,
  tasksNote: 'Quá hạn tính theo hạn trong kế hoạch, lịch làm việc, gia hạn và kết quả đã được xác nhận.',
  noTasks: 'Chưa có nhiệm vụ nào trong hệ thống.',
  allTasks: 'Xem tất cả nhiệm vụ',
  urgentTitle: 'Cần xử lý trước',
  urgentOrder: 'Xếp theo ngày đến hạn, sớm nhất trước.',
  task: 'Nhiệm vụ',
  due: 'Hạn',
  state: 'Trạng thái',
  count: 'Số nhiệm vụ',
  contradictionsTitle: 'Mâu thuẫn trong các kế hoạch',
  contradictionsLead: (total: string) => `${total} mâu thuẫn chưa xử lý.`,
  noContradictions: 'Không có mâu thuẫn nào chưa xử lý.',
  allContradictions: 'Xem tất cả mâu thuẫn',
  documentsTitle: 'Nguồn',
  documentsLead: (count: string) => `Số liệu lấy từ ${count} văn bản đã nhập.`,
  allDocuments: 'Xem văn bản',
};
