import type { LinkAction } from '#core/consistency/measures/measure-link-decision.ts';
import type { LinkReason, MeasurableKind } from '#core/consistency/measures/measure-link.ts';

export const vi = {
  page: 'Liên kết chỉ tiêu',
  eyebrow: 'Mâu thuẫn',
  title: (waiting: string, confirmed: string) =>
    `${waiting} cặp chỉ tiêu, chỉ số có thể là một, chờ xác nhận; ${confirmed} cặp đã xác nhận`,
  lead: 'Cặp đã xác nhận được so sánh với nhau dù tên gọi khác nhau; cặp không phải một thì không bao giờ bị so sánh. Quyết định được giữ khi văn bản nhập lại.',
  filterState: 'Tình trạng',
  filterDocument: 'Văn bản',
  all: 'Tất cả',
  more: (rest: number) => `Xem thêm (còn ${rest} cặp)`,
  counted: (name: string, count: string) => `${name} (${count})`,
  shown: (shown: string, total: string) => `Đang xem ${shown} trên ${total} cặp.`,
  keys: 'Bàn phím: ↑ ↓ chuyển cặp, Enter xác nhận, X không phải, Z lấy lại quyết định vừa rồi.',
  states: { proposed: 'chờ xác nhận', confirmed: 'là một', refused: 'không phải một' },
  none: {
    proposed: 'Không có cặp nào chờ xác nhận',
    confirmed: 'Chưa có cặp nào được xác nhận',
    refused: 'Chưa có cặp nào bị bác',
  },
  noneHelp: 'Hệ thống đề xuất lại mỗi khi có văn bản mới.',
  score: (percent: string) => `Giống ${percent}\u202f%:`,
  reasons: {
    'same-component': 'cùng chỉ số thành phần',
    'same-words': 'cùng từ ngữ',
    'like-words': 'từ ngữ gần giống',
    'same-unit': 'cùng đơn vị tính',
    'same-denominator': 'cùng mẫu số',
    'same-lead': 'cùng cơ quan chủ trì',
    'denominator-differs': 'khác mẫu số',
    'condition-differs': 'khác điều kiện',
    'lead-differs': 'khác cơ quan chủ trì',
  } satisfies Readonly<Record<LinkReason, string>>,
  decided: (state: string, day: string, name: string) =>
    `— ${state}, ghi lúc ${day}${name === '' ? '' : ` bởi ${name}`}`,
  act: {
    confirmed: 'Là một',
    refused: 'Không phải một',
    withdrawn: 'Bỏ quyết định',
  } satisfies Readonly<Record<LinkAction, string>>,
  actOn: (act: string, one: string, other: string) => `${act}: ${one} – ${other}`,
  kinds: {
    target: 'Chỉ tiêu',
    component: 'Chỉ số thành phần',
    'data-item': 'Số liệu',
  } satisfies Readonly<Record<MeasurableKind, string>>,
  roles: { target: 'chỉ tiêu', current: 'đã đạt' },
  valueOf: (role: string, years: string, value: string) => `${years}: ${value} (${role})`,
  leads: (names: string) => `Chủ trì: ${names}`,
};
