import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './reading-warnings.vi.ts';

/** What the reader of a document warns of, by its code; `other` for a code without words of its own. */
export const en: SameShape<typeof vi> = {
  codes: {
    'row.unplaced': 'Table row that fits no register',
    'item.unplaced': 'Paragraph that fits no register',
    'source.defect': 'Defect of the source',
    'column.unplaced': 'Table column that fits no register',
    'row.no-lead': 'Task without a lead agency',
    'number.unread': 'Number too long to be read, kept as written',
    'date.unread': 'Time that no calendar has, kept as written',
    'document.no-kind': 'Document of unknown kind',
    'document.no-subject': 'Document without a subject line',
    'document.no-number': 'Document without a number',
    'document.no-date': 'Document without a date of issue',
    'document.no-issuer': 'Document of unknown issuer',
  },
  other: 'To be checked',
};
