import type { SameShape } from '#web/i18n/messages.ts';
import { countOf } from '#web/i18n/plural.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of evidence. */
export const en: SameShape<typeof vi> = {
  kinds: { file: 'File', document: 'Document of the register', link: 'Link' },
  endings: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
    'image/png': 'PNG picture',
    'image/jpeg': 'JPEG picture',
  },
  kilobytes: (size) => `${size} kB`,
  megabytes: (size) => `${size} MB`,
  addedBy: (name, at) => `sent by ${name} at ${at}`,
  addedAt: (at) => `sent at ${at}`,
  otherUses: (count) => `used in ${countOf(count, 'other place', 'other places')} too`,
  save: 'Download',
  visit: 'Open the link',
  openDocument: 'Open the document',
  detach: 'Take away',
  choose: 'Choose files',
  drop: 'or drop them here',
  dropNow: 'let go to send',
  allowed: (limit) => `PDF, Word (.docx), Excel (.xlsx), PNG or JPEG pictures; at most ${limit} each.`,
  sending: (name) => `Sending ${name}`,
  refused: (name) => `File ${name}`,
  known: 'Use evidence that was sent before',
  knownNone: 'The organization has sent no other evidence.',
  find: 'Find by name',
  attach: 'Use',
  attachNamed: (title) => `Use ${title}`,
  link: 'Add a link',
  url: 'Address (https://…)',
  urlWrong: 'The address must begin with https:// or http://.',
  linkTitle: 'Name',
  addLink: 'Add this link',
  document: 'Use a document of the register',
  documentChoice: 'Document',
  addDocument: 'Use this document',
};
