import type { SameShape } from '#web/i18n/messages.ts';
import { countOf } from '#web/i18n/plural.ts';
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
  asIs: 'Original order',
  ascending: (column) => `${column}, ascending`,
  descending: (column) => `${column}, descending`,
  noAnswer: 'Not stated',
  shown: (shown, total) =>
    shown === total ? `All ${countOf(total, 'row')}` : `${shown} of ${countOf(total, 'row')} shown`,
  clear: 'Clear filters',
  printed: (label, choices, day) => [label, ...choices, `printed on ${day}`].join(' · '),
  printedFilter: (facet, value) => `${facet}: ${value}`,
  printedText: (text) => `with the words “${text}”`,
  printedGroup: (facet) => `grouped by ${facet.toLowerCase()}`,
  unfoldAll: 'Unfold all groups',
  foldAll: 'Fold all groups',
  groupCount: (count) => countOf(count, 'row'),
  noMatch: 'No row matches the filters.',
  noMatchHelp: 'Use fewer words, choose another agency, or clear the filters to see everything.',
};
