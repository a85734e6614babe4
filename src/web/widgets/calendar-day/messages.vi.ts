import type { CalendarDay } from '#features/calendar/contract.ts';

/** What days that differ from their weekday are called. */
export const vi = {
  kinds: {
    holiday: 'ngày lễ',
    'in-lieu': 'nghỉ bù',
    'swapped-off': 'nghỉ hoán đổi',
    'swapped-worked': 'làm bù',
    'entered-off': 'nghỉ (đã nhập)',
    'entered-worked': 'làm việc (đã nhập)',
  } satisfies Readonly<Record<CalendarDay['kind'], string>>,
  holidays: {
    'new-year': 'Tết Dương lịch',
    'lunar-new-year': 'Tết Nguyên đán',
    'hung-kings': 'Giỗ Tổ Hùng Vương',
    reunification: 'Ngày Chiến thắng',
    labour: 'Ngày Quốc tế lao động',
    national: 'Quốc khánh',
    culture: 'Ngày Văn hóa Việt Nam',
  } satisfies Readonly<Record<NonNullable<CalendarDay['holiday']>, string>>,
};
