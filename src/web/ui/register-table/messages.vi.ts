export const vi = {
  filterText: 'Lọc theo chữ',
  filterTextHint: 'Có dấu hoặc không dấu',
  filters: (active: number) => (active === 0 ? 'Bộ lọc' : `Bộ lọc (${String(active)} đang dùng)`),
  anyValue: 'Tất cả',
  clearValue: (facet: string) => `Bỏ lọc theo ${facet.toLowerCase()}`,
  groupBy: 'Nhóm theo',
  noGroup: 'Không nhóm',
  sortBy: 'Sắp xếp theo',
  asIs: 'Thứ tự ban đầu',
  ascending: (column: string) => `${column}, tăng dần`,
  descending: (column: string) => `${column}, giảm dần`,
  noAnswer: 'Không ghi',
  shown: (shown: string, total: string) =>
    shown === total ? `Tất cả ${total} mục` : `Hiện ${shown} trên ${total} mục`,
  clear: 'Bỏ bộ lọc',
  /** On paper: what is listed, how it was chosen, when it was printed. */
  printed: (label: string, choices: readonly string[], day: string) =>
    [label, ...choices, `in ngày ${day}`].join(' · '),
  printedFilter: (facet: string, value: string) => `${facet}: ${value}`,
  printedText: (text: string) => `có chữ “${text}”`,
  printedGroup: (facet: string) => `nhóm theo ${facet.toLowerCase()}`,
  unfoldAll: 'Mở tất cả nhóm',
  foldAll: 'Thu gọn tất cả nhóm',
  groupCount: (count: string) => `${count} mục`,
  noMatch: 'Không có mục nào khớp với bộ lọc.',
  noMatchHelp: 'Thử bớt chữ, chọn cơ quan khác hoặc bỏ bộ lọc để xem toàn bộ.',
};
