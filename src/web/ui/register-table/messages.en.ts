import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

export const en: SameShape<typeof vi> = {
  filterText: 'Filter by words',
  filterTextHint: 'With or without diacritics',
  filters: (active) => (active === 0 ? 'Filters' : `Filters (${String(active)} in use)`),
  anyValue: 'All',
  clearValue: (facet) => `Clear the filter by ${facet.toLowerCase()}`,
  groupBy: 'Group by',
  noGroup: 'No groups',
  sortBy: 'Sort by',
  asIs: 'Order of the document',
  ascending: (column) => `${column}, ascending`,
  descending: (column) => `${column}, descending`,
  noAnswer: 'Not stated',
  shown: (shown, total) => (shown === total ? `All ${total} rows` : `${shown} of ${total} rows shown`),
  clear: 'Clear filters',
  unfoldAll: 'Unfold all groups',
  foldAll: 'Fold all groups',
  groupCount: (count) => `${count} rows`,
  noMatch: 'No row matches the filters.',
  noMatchHelp: 'Use fewer words, choose another agency, or clear the filters to see everything.',
};
