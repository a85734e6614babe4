import type { vi } from './messages.vi.ts';

/** What days that differ from their weekday are called, in English. */
export const en: typeof vi = {
  kinds: {
    holiday: 'public holiday',
    'in-lieu': 'off in lieu',
    'swapped-off': 'off by exchange',
    'swapped-worked': 'worked in exchange',
    'entered-off': 'off (entered)',
    'entered-worked': 'worked (entered)',
  },
  holidays: {
    'new-year': 'New Year',
    'lunar-new-year': 'Lunar New Year',
    'hung-kings': 'Hùng Kings’ Day',
    reunification: 'Victory Day',
    labour: 'Labour Day',
    national: 'National Day',
    culture: 'Viet Nam Culture Day',
  },
};
