import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

export const en: SameShape<typeof vi> = {
  page: 'Contradictions',
  eyebrow: 'Overview',
  loadingTitle: 'Contradictions between the plans',
  finding: (total, decisions) =>
    `${total} contradictions between plans, figures and rules; ${decisions} need a decision`,
  none: 'No contradictions were found',
  noneHelp: 'The comparison is made again whenever a document or a figure arrives.',
  lead: 'Every value, deadline, agency and sum of the registered documents is compared. Each side leads to its place in the document.',
  filterKind: 'Kind of contradiction',
  filterSeverity: 'Gravity',
  all: 'All',
  shown: (shown, total) => `Showing ${shown} of ${total} contradictions.`,
};
