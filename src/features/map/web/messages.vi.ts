/** The Vietnamese texts of the map. */
export const vi = {
  page: 'Bản đồ',
  loadingTitle: 'Bản đồ xã, phường',
  noneTitle: 'Chưa có số liệu xã, phường để vẽ',
  none: 'Bản đồ có khi các xã, phường có số liệu của một bộ chỉ số.',
  eyebrow: (framework: string, year: string) => `${framework} · năm ${year}`,
  finding: (low: string, high: string, count: string, column: string) =>
    `${count} xã, phường đạt từ ${low} đến ${high} điểm: ${column}`,
  findingRank: (first: string, last: string, column: string) =>
    `${first} xếp đầu, ${last} xếp cuối: ${column}`,
  findingNone: (column: string) => `Chưa xã, phường nào có điểm: ${column}`,
  total: 'tổng điểm',
  simulatedLead: 'Số liệu của các đơn vị được dựng để minh họa, không phải kết quả đánh giá của tỉnh.',
  rankingLink: 'Xem bảng xếp hạng',
  filters: 'Chọn điều hiện trên bản đồ',
  filterLeague: 'Năm',
  filterComponent: 'Chỉ số',
  wholeIndex: 'Tổng điểm',
  show: 'Tô theo',
  shows: { points: 'Điểm', rank: 'Hạng' },
  mapTitle: (column: string) => `Bản đồ: ${column}`,
  mapHint:
    'Dùng phím mũi tên để sang đơn vị bên cạnh, Enter để xem cách tính điểm. Số trên bản đồ là bậc, bậc cao hơn là tốt hơn.',
  legend: 'Chú giải',
  className: (number: string) => `Bậc ${number}`,
  pointsBetween: (from: string, to: string) => `${from} đến dưới ${to} điểm`,
  pointsBetweenLast: (from: string, to: string) => `${from} đến ${to} điểm`,
  ranksBetween: (from: string, to: string) => `hạng ${from} đến ${to}`,
  unitCount: (count: string) => `${count} đơn vị`,
  noValue: 'Không có điểm',
  chooseUnit: 'Trỏ hoặc chuyển tới một xã, phường để xem điểm.',
  unit: (name: string, points: string, maximum: string, rank: string) =>
    `${name}: ${points} / ${maximum} điểm, hạng ${rank}`,
  unitWithInterval: (unit: string, low: string, high: string) => `${unit}, trong khoảng ${low}–${high}`,
  unitWithout: (name: string) => `${name}: không có điểm`,
  columns: { unit: 'Đơn vị', points: 'Điểm', rank: 'Hạng', class: 'Bậc' },
  boundariesTitle: 'Ranh giới',
  drawnFromCentres:
    'Bản đồ đang vẽ từ điểm trung tâm và diện tích của từng xã, phường, nên hình dạng chỉ gần đúng.',
  drawnFromBoundaries: (file: string, at: string) =>
    `Bản đồ vẽ theo ranh giới trong tệp ${file}, nạp lúc ${at}`,
  by: (name: string) => `bởi ${name}`,
  useCentres: 'Vẽ từ điểm trung tâm',
  useBoundaries: 'Vẽ theo ranh giới',
  upload: 'Nạp ranh giới (GeoJSON)',
  uploadHint:
    'Tệp GeoJSON, tối đa 6 MB, mỗi xã, phường một đối tượng mang mã đơn vị ở properties.code. Sai một chỗ thì không có gì được lưu.',
  uploading: 'Đang kiểm tra và lưu ranh giới',
  uploaded: (count: string) => `Đã nạp ranh giới của ${count} xã, phường.`,
  uploadedAgain: 'Tệp này đã được nạp lần trước, không có gì thay đổi.',
  source: (framework: string) =>
    `Nguồn: điểm tính từ số liệu đã nhập theo ${framework}; tâm và diện tích các xã, phường theo danh mục đơn vị hành chính.`,
};
