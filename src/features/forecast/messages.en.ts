import type { vi } from './messages.vi.ts';

export const en: typeof vi = {
  head: (subject, year) => `Index forecast – ${subject}, to the end of ${year}`,
  observed: 'by the figures up to this period',
  forecast: 'forecast',
  band: (probability, low, high) => `${probability}: ${low}–${high}`,
  probability: (goal, chance) => `Chance of ${goal} points: ${chance}.`,
  below: 'below 1%',
  above: 'above 99%',
  about: (percent) => `about ${percent}%`,
  items: 'Figures by period',
  simulated: 'simulated figures',
  assumed: 'Assumed',
  notVaried: 'Kept as it is, not varied',
  draws: (draws, seed) => `${draws} draws, seed ${seed}.`,
};
