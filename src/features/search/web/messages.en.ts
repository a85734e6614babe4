import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

export const en: SameShape<typeof vi> = {
  title: 'Search all registers',
  placeholder: 'Type a name, a code, a document number; with or without diacritics',
  input: 'Words to find',
  results: 'Search results',
  kinds: {
    organization: 'Agencies, communes, wards',
    'index-component': 'Indicators',
    target: 'Targets',
    task: 'Tasks',
    project: 'Projects',
    gap: 'Gaps',
    document: 'Documents',
  },
  group: (kind, total) => `${kind} (${total})`,
  more: (count) => `${count} more, type on to narrow them down`,
  recent: 'Opened lately',
  start: 'Find indicators, targets, tasks, projects, gaps, agencies, documents.',
  nothing: (words) => `Nothing found for “${words}”.`,
  nothingHelp: 'Use fewer words, leave out diacritics, or use the abbreviation of an agency.',
  found: (count) => `${count} results`,
  searching: 'Searching',
  close: 'Close the search',
  keys: '↑ ↓ to choose, Enter to open, Esc to close',
};
