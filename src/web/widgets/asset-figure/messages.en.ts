import type { vi } from './messages.vi.ts';

/** The English texts of figures that registers count. */
export const en: typeof vi = {
  title: 'Figures counted from registers',
  lead: (day) =>
    `As of ${day}. Figures of the index are not overwritten: differences are shown for owners to review.`,
  caption: 'Figures counted from registers beside those of the index',
  simulated: 'Some entries of the register are simulated for the demonstration.',
  item: 'Code',
  figure: 'Figure',
  register: 'Register',
  stated: 'Index',
  difference: 'Comparison',
  unknown: 'Not enough known',
  behind: 'List',
  openList: 'Open the list',
  openListOf: (item) => `Open the list behind figure ${item}`,
  blank: 'no figure yet',
  yes: 'yes',
  no: 'no',
  atMost: (low, high) => `${low}–${high}`,
  same: 'agrees',
  differs: 'differs',
  open: 'cannot be compared yet',
  more: (by) => `the register has ${by} more`,
  less: (by) => `the register has ${by} fewer`,
};
