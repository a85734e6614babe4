/** The Vietnamese texts of the statistical audit of a ranking. */
export const vi = {
  page: 'Kiểm định thống kê bảng xếp hạng',
  computing: 'Đang tính lại bảng xếp hạng vài nghìn lần với các cách tính khác nhau. Việc này mất vài giây.',
  eyebrow: (framework: string, year: string) => `Kiểm định thống kê · ${framework} · năm ${year}`,
  back: 'Về bảng xếp hạng',
  title: (subjects: string, assumption: string, share: string) =>
    `Thứ hạng của ${subjects} phụ thuộc nhiều nhất vào ${assumption}: ${share} biến động thứ hạng`,
  titleTied: (subjects: string, first: string, second: string) =>
    `Thứ hạng của ${subjects} phụ thuộc nhiều nhất vào ${first} và ${second}; chưa tách được yếu tố nào mạnh hơn`,
  titleFirm: (subjects: string) => `Thứ hạng của ${subjects} không đổi khi đổi cách tính`,
  lead: (change: string) =>
    `Khi đổi cách tính, mỗi đơn vị trung bình xê dịch ${change} hạng. Kiểm định nói về cách tính, không nói về sai sót của số liệu.`,
  filter: 'Bảng xếp hạng',
  findingsTitle: 'Điểm cần xem lại',
  findingsNone: 'Không phát hiện chỉ số trùng nhau, kéo ngược nhau, thiếu số liệu hay không có ảnh hưởng.',
  findings: {
    redundant: (left: string, right: string, r: string) =>
      `${left} và ${right} gần như trùng nhau (r = ${r}): một điều được tính hai lần. Cân nhắc gộp lại hoặc giảm điểm tối đa.`,
    opposed: (left: string, right: string, r: string) =>
      `${left} và ${right} kéo ngược nhau (r = ${r}): đơn vị được điểm ở chỉ số này thường mất điểm ở chỉ số kia. Xem lại cách đo.`,
    'no-spread': (name: string) => `${name} không phân biệt được các đơn vị: mọi đơn vị đạt điểm như nhau.`,
    'low-availability': (name: string, share: string) =>
      `${name} mới có điểm ở ${share} số đơn vị: thứ hạng theo chỉ số này chưa đáng tin.`,
    'without-influence': (name: string, weight: string) =>
      `${name} chiếm ${weight} tổng điểm nhưng gần như không làm thay đổi thứ hạng.`,
    incoherent: (count: string, of: string, names: string) =>
      `${count} trong ${of} nhóm có các chỉ số ít đi cùng nhau (alpha dưới 0,70): ${names}. Điểm của nhóm gộp nhiều điều khác nhau.`,
  },
  kinds: {
    redundant: 'Trùng nhau',
    opposed: 'Kéo ngược',
    'no-spread': 'Không phân biệt',
    'low-availability': 'Thiếu số liệu',
    'without-influence': 'Ít ảnh hưởng',
    incoherent: 'Ít nhất quán',
  },
  more: (count: string) => `Còn ${count} điểm khác; xem các bảng bên dưới.`,
  mainIndicators: 'các chỉ số chính',
  sensitivityTitle: 'Yếu tố nào làm đổi thứ hạng',
  sensitivityLead:
    'Mỗi yếu tố là một lựa chọn của cách tính. Ảnh hưởng riêng là phần biến động do một mình yếu tố đó; ảnh hưởng chung gồm cả phần nó cùng gây ra với yếu tố khác.',
  assumptions: {
    weights: 'trọng số các chỉ số',
    scale: 'cách quy điểm về cùng thang',
    mean: 'cách lấy trung bình',
    outliers: 'cách xử lý giá trị ngoại lai',
    gaps: 'cách xử lý chỗ thiếu số liệu',
  },
  alternatives: {
    weights: (share: string) => `mỗi trọng số đổi trong ±${share}`,
    scale: () => 'theo tỷ lệ điểm tối đa; theo đơn vị thấp nhất và cao nhất; theo thứ hạng',
    mean: () => 'trung bình cộng (bù trừ hoàn toàn); trung bình nhân (bù trừ một phần)',
    outliers: () => 'giữ nguyên; kéo về giá trị liền kề',
    gaps: () => 'bỏ qua; thay bằng trung bình của các đơn vị khác',
  },
  sensitivityChart: 'Ảnh hưởng chung của từng yếu tố đến thứ hạng',
  sensitivityDescription: (list: string) => `Ảnh hưởng chung: ${list}.`,
  interval: (span: string) => `khoảng tin cậy 90 %: ${span}`,
  span: (low: string, high: string) => `${low}–${high}`,
  columns: {
    assumption: 'Yếu tố',
    alternatives: 'Các lựa chọn',
    firstOrder: 'Ảnh hưởng riêng',
    total: 'Ảnh hưởng chung',
    points: 'Số điểm mẫu',
    component: 'Chỉ số',
    nominal: 'Trọng số quy định',
    importance: 'Ảnh hưởng thực (R²)',
    leftOut: 'Hạng đổi khi bỏ (trung bình)',
    largest: 'Đổi nhiều nhất',
    left: 'Chỉ số',
    right: 'Chỉ số kia',
    coefficient: 'r',
    units: 'Số đơn vị',
    note: 'Nhận xét',
    group: 'Nhóm',
    alpha: 'Alpha (Cronbach)',
    explained: 'Thành phần chính thứ nhất',
    dimensions: 'Số chiều',
    complete: 'Đơn vị đủ số liệu',
    subject: 'Đơn vị',
    availability: 'Tỷ lệ chỉ số có điểm',
  },
  sensitivitySource: (runs: string, points: string, replicates: string) =>
    `Nguồn: ${runs} lần tính lại tại ${points} điểm Sobol; khoảng tin cậy 90 % từ ${replicates} lần lấy mẫu lại (bootstrap). Chỉ in những chữ số đã ổn định; chưa ổn định thì in khoảng.`,
  convergenceTitle: 'Độ hội tụ của ước lượng',
  convergenceLead:
    'Ảnh hưởng chung tính từ một phần số điểm mẫu. Các dòng cuối gần nhau nghĩa là ước lượng đã ổn định.',
  correlationTitle: 'Chỉ số nào đi cùng nhau',
  correlationLead:
    'Hệ số tương quan r giữa các chỉ số cùng nhóm: gần 1 là gần như trùng nhau, gần 0 là độc lập, âm (gạch chéo) là kéo ngược nhau.',
  correlationFilter: 'Nhóm chỉ số',
  correlationChart: (group: string) => `Tương quan trong nhóm: ${group}`,
  correlationDescription: (pairs: string, flagged: string) => `${pairs} cặp; ${flagged} cặp cần xem lại.`,
  correlationSource: 'Nguồn: tương quan Pearson giữa điểm của các đơn vị có đủ hai chỉ số.',
  pairOf: (left: string, right: string) => `${left} – ${right}`,
  weightsTitle: 'Trọng số quy định và ảnh hưởng thực',
  weightsLead:
    'Trọng số quy định là phần của tổng điểm tối đa. Ảnh hưởng thực là phần biến động của tổng điểm giải thích được bằng một mình chỉ số (bình phương hệ số tương quan).',
  weightsChart: 'Thứ hạng đổi bao nhiêu khi bỏ từng chỉ số chính',
  weightsDescription: (first: string, change: string) =>
    `Bỏ ${first} làm thứ hạng đổi nhiều nhất, trung bình ${change} hạng.`,
  weightsSource:
    'Nguồn: tính lại bảng xếp hạng khi bỏ từng chỉ số; trọng số của nó chia cho các chỉ số cùng nhóm.',
  opposedMark: 'ngược chiều',
  mostMoved: (change: string, subject: string) => `${change} hạng (${subject})`,
  coherenceTitle: 'Các chỉ số trong nhóm có đo cùng một điều',
  coherenceLead:
    'Alpha từ 0,70 trở lên là nhất quán. Thành phần chính thứ nhất giải thích càng nhiều thì điểm của nhóm càng đại diện cho các chỉ số trong nhóm; số chiều là số thành phần có trị riêng trên 1.',
  availabilityTitle: 'Mức độ đầy đủ của số liệu',
  availabilityFull: 'Mọi đơn vị có điểm ở tất cả các chỉ số.',
  availabilityLead: (count: string, of: string) =>
    `${count} trong ${of} đơn vị thiếu điểm ở ít nhất một chỉ số hoặc có chỉ số không áp dụng.`,
  none: '–',
};
