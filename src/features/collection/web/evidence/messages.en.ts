import type { SameShape } from '#web/i18n/messages.ts';
import { countOf } from '#web/i18n/plural.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of the evidence behind a figure. */
export const en: SameShape<typeof vi> = {
  none: 'none',
  count: (count) => countOf(count, 'item'),
  add: 'Add',
  open: 'View',
  addTo: (item) => `Add evidence for ${item}`,
  openOf: (item) => `View the evidence of ${item}`,
  title: (item) => `Evidence: ${item}`,
  nothing: 'There is no evidence for this figure yet.',
  attached: 'Behind this figure',
  detachNamed: (title) => `Take ${title} away from this figure`,
  more: 'Use for other figures too',
  moreText: 'Choose the figures that the evidence above proves too.',
  attachMore: (count) => `Use for ${countOf(count, 'chosen figure', 'chosen figures')}`,
  close: 'Done',
};
