export const vi = {
  page: 'dự báo chỉ số',
  loadingTitle: 'Dự báo chỉ số',
  noForecastTitle: 'Chưa đủ số liệu theo kỳ để dự báo',
  eyebrow: (framework: string, subject: string, year: string) => `${framework} · ${subject} · năm ${year}`,
  finding: (year: string, mean: string, low: string, high: string) =>
    `Cuối năm ${year} dự báo khoảng ${mean} điểm, trong khoảng ${low}–${high}`,
  findingGoal: (year: string, mean: string, goal: string, chance: string) =>
    `Cuối năm ${year} dự báo khoảng ${mean} điểm; khả năng đạt ${goal} điểm ${chance}`,
  below: 'dưới 1 %',
  above: 'trên 99 %',
  about: (percent: string) => `khoảng ${percent}`,
  lead: 'Dự báo nối tiếp các kỳ đã có và tính cả những gì còn chưa chắc: quy tắc chưa rõ, số liệu suy ra. Điểm dự báo làm tròn đến 1 điểm, xác suất đến 1 %, vì kết quả mô phỏng không chắc hơn thế.',
  simulatedLead: 'Số liệu theo quý của bản trình diễn là số liệu mô phỏng, không phải số liệu thật của tỉnh.',
  picture: 'Điểm của tỉnh theo kỳ và dự báo đến cuối năm',
  pictureDescription: (last: string, now: string, end: string, mean: string, low: string, high: string) =>
    `${last}: ${now} điểm. ${end}: dự báo ${mean} điểm, 80 % khả năng trong khoảng ${low} đến ${high}.`,
  pictureSource: (draws: string, seed: string) =>
    `Kỳ đã qua: điểm theo quy tắc, tính ở mức thấp nhất khi quy tắc còn để ngỏ. Dự báo: ${draws} lượt mô phỏng, hạt giống ${seed}.`,
  published: (year: string, points: string) =>
    `Năm ${year}, hai tỉnh trước hợp nhất được công bố trung bình ${points} điểm.`,
  legendLine: 'điểm theo số liệu đến kỳ này',
  legendForecast: 'dự báo',
  legendBand: 'khoảng 95 %, 80 % và 50 %',
  legendGoal: 'mục tiêu',
  goal: 'Mục tiêu',
  columns: {
    ...{ period: 'Kỳ', points: 'Điểm', band50: 'Khoảng 50 %', band80: 'Khoảng 80 %', band95: 'Khoảng 95 %' },
    ...{ item: 'Số liệu', next: 'Dự báo cuối năm', interval: 'Khoảng 80 %', method: 'Cách dự báo' },
    ...{ indicator: 'Chỉ số', part: 'Phần bất định' },
  },
  aboutPoints: (points: string) => `≈ ${points}`,
  items: 'Số liệu theo kỳ',
  itemsLead: 'Từng mục số liệu đi đến đâu vào cuối năm nếu giữ nhịp đến nay.',
  methods: {
    held: 'một kỳ: giữ nguyên',
    'two-points': 'hai kỳ: từ giữ nguyên đến gấp đôi nhịp',
    drift: 'nhịp trung bình, sai số theo mức dao động',
  },
  drivers: 'Điều gì làm dự báo kém chắc nhất',
  driversLead: 'Phần đóng góp của từng chỉ số vào độ bất định của tổng điểm.',
  assumed: 'Dự báo giả định gì',
  varied: 'Có cho biến động',
  notVaried: 'Giữ nguyên, không cho biến động: dự báo không nói gì về những điều này',
  ask: {
    title: 'Thử với giả định khác',
    goal: 'Mục tiêu, điểm',
    holds: 'Số liệu suy ra đúng với xác suất, %',
    compute: 'Dự báo lại',
    wrong: 'Nhập một số từ 0 trở lên.',
    wrongPercent: 'Nhập một số nguyên từ 0 đến 100.',
  },
};
