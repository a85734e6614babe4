import type { vi } from './messages.vi.ts';

export const en: typeof vi = {
  head: (subject, year) => `Improvement plan – ${subject}, ${year}`,
  plan: (number) => (number === 1 ? 'The best plan' : `Runner-up ${String(number - 1)}`),
  columns: {
    ...{ code: 'Code', from: 'From', to: 'To', gain: 'Points' },
    ...{ effort: 'Effort', name: 'Indicator, figure' },
  },
  total: 'Total',
  agencies: 'What agencies must deliver',
  bound: (effort) => `Proof: no plan needs less than ${effort} units of effort.`,
  boundOfPoints: (points) => `Proof: no plan gives more than ${points} points.`,
  convention:
    'Effort is a convention: from nothing to full points counts 100, and each part counts the more the larger the gap is, up to twice.',
  yes: 'yes',
  no: 'no',
};
