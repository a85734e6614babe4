export const vi = {
  page: 'Mâu thuẫn',
  eyebrow: 'Tổng quan',
  loadingTitle: 'Mâu thuẫn giữa các kế hoạch',
  finding: (total: string, decisions: string) =>
    `${total} mâu thuẫn giữa kế hoạch, số liệu và quy tắc; ${decisions} cần quyết định`,
  none: 'Không tìm thấy mâu thuẫn nào',
  noneHelp: 'Hệ thống so sánh lại mỗi khi có văn bản hoặc số liệu mới.',
  lead: 'Hệ thống so sánh mọi giá trị, thời hạn, cơ quan và phép tính trong các văn bản đã nhập. Mỗi bên dẫn đến đúng chỗ trong văn bản.',
  filterKind: 'Loại mâu thuẫn',
  filterSeverity: 'Mức độ',
  all: 'Tất cả',
  shown: (shown: string, total: string) => `Đang xem ${shown} trên ${total} mâu thuẫn.`,
};
