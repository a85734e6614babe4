import type { SearchKind } from '#features/search/contract.ts';

export const vi = {
  title: 'Tìm trong mọi sổ',
  placeholder: 'Gõ tên, mã, số văn bản; có dấu hoặc không dấu',
  input: 'Từ cần tìm',
  results: 'Kết quả tìm kiếm',
  kinds: {
    organization: 'Cơ quan, xã, phường',
    'index-component': 'Chỉ số',
    target: 'Chỉ tiêu',
    task: 'Nhiệm vụ',
    project: 'Dự án',
    gap: 'Tồn tại',
    document: 'Văn bản',
  } satisfies Readonly<Record<SearchKind, string>>,
  group: (kind: string, total: string) => `${kind} (${total})`,
  more: (count: string) => `còn ${count} kết quả, gõ thêm để thu hẹp`,
  recent: 'Đã mở gần đây',
  start: 'Tìm chỉ số, chỉ tiêu, nhiệm vụ, dự án, tồn tại, cơ quan, văn bản.',
  nothing: (words: string) => `Không tìm thấy “${words}”.`,
  nothingHelp: 'Thử ít chữ hơn, bỏ dấu, hoặc dùng tên viết tắt của cơ quan.',
  found: (count: string) => `${count} kết quả`,
  searching: 'Đang tìm',
  close: 'Đóng tìm kiếm',
  keys: '↑ ↓ để chọn, Enter để mở, Esc để đóng',
};
