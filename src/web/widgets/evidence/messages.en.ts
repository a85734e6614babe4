import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import type { SameShape } from '#web/i18n/messages.ts';
import { countOf } from '#web/i18n/plural.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of evidence. */
export const en: SameShape<typeof vi> = {
  title: 'Evidence',
  chosen: (count) => `${countOf(count, 'piece of evidence', 'pieces of evidence')} attached`,
  takeAway: (title) => `Take away ${title}`,
  kinds: { file: 'File', document: 'Document of the register', link: 'Link' },
  endings: {
    [MEDIA_TYPES.pdf]: 'PDF',
    [MEDIA_TYPES.docx]: 'Word',
    [MEDIA_TYPES.xlsx]: 'Excel',
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
