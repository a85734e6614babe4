import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './link-messages.vi.ts';

export const en: SameShape<typeof vi> = {
  page: 'Links of measures',
  eyebrow: 'Contradictions',
  title: (waiting, confirmed) =>
    `${waiting} pairs of targets and indicators may be one measure and wait for a word; ${confirmed} are confirmed`,
  lead: 'Confirmed pairs are compared whatever they are called; refused ones never are. What was said stays when documents are imported again.',
  filterState: 'State',
  filterDocument: 'Document',
  all: 'All',
  more: (rest) => `Show more (${rest} left)`,
  counted: (name, count) => `${name} (${count})`,
  shown: (shown, total) => `Showing ${shown} of ${total} pairs.`,
  keys: 'Keyboard: ↑ ↓ to move, Enter to confirm, X to refuse, Z to take the last word back.',
  states: { proposed: 'waiting', confirmed: 'one measure', refused: 'not one measure' },
  none: {
    proposed: 'No pair waits for a word',
    confirmed: 'No pair has been confirmed yet',
    refused: 'No pair has been refused yet',
  },
  noneHelp: 'Pairs are proposed again whenever a document arrives.',
  score: (percent) => `${percent}\u202f% alike:`,
  reasons: {
    'same-component': 'same component',
    'same-words': 'same words',
    'like-words': 'like words',
    'same-unit': 'same unit',
    'same-denominator': 'same denominator',
    'same-lead': 'same lead agency',
    'denominator-differs': 'another denominator',
    'condition-differs': 'another condition',
    'lead-differs': 'another lead agency',
  },
  decided: (state, day, name) => `— ${state}, said on ${day}${name === '' ? '' : ` by ${name}`}`,
  act: { confirmed: 'One measure', refused: 'Not one', withdrawn: 'Take the word back' },
  actOn: (act, one, other) => `${act}: ${one} – ${other}`,
  kinds: { target: 'Target', component: 'Component', 'data-item': 'Data item' },
  roles: { target: 'target', current: 'reached' },
  valueOf: (role, years, value) => `${years}: ${value} (${role})`,
  leads: (names) => `Lead: ${names}`,
};
