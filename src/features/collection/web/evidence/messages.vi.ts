/** Lời của phần minh chứng cho một số liệu. */
export const vi = {
  none: 'chưa có',
  count: (count: string) => `${count} mục`,
  add: 'Thêm',
  open: 'Xem',
  addTo: (item: string) => `Thêm minh chứng cho ${item}`,
  openOf: (item: string) => `Xem minh chứng của ${item}`,
  title: (item: string) => `Minh chứng: ${item}`,
  nothing: 'Chưa có minh chứng nào cho số liệu này.',
  attached: 'Đang dùng cho số liệu này',
  detachNamed: (title: string) => `Gỡ ${title} khỏi số liệu này`,
  more: 'Dùng cho cả các số liệu khác',
  moreText: 'Chọn những số liệu mà các minh chứng trên cũng chứng minh.',
  attachMore: (count: string) => `Dùng cho ${count} số liệu đã chọn`,
  close: 'Xong',
};
