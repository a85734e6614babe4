import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

export const en: SameShape<typeof vi> = {
  undo: {
    action: 'Undo import',
    confirmTitle: 'Undo this import?',
    confirmText:
      'Items that only this import brought leave the registers, replaced values return to what they were. History is kept, and the file can be uploaded again.',
    cancel: 'Keep',
    notice: 'The import was undone. The registers are as before.',
    where: 'Undo import',
  },
  changes: {
    eyebrow: 'Document',
    loading: 'Changes between two documents',
    title: {
      amends: (document, earlier, parts) => `${document} amends ${earlier}: ${parts}`,
      replaces: (document, earlier, parts) => `${document} replaces ${earlier}: ${parts}`,
    },
    counted: {
      changed: (count) => `${count} changed`,
      added: (count) => `${count} added`,
      ended: (count) => `${count} ended`,
    },
    changed: 'Changed',
    added: 'Added',
    ended: 'Ended',
    kept: 'Said otherwise by the later document, kept as registered',
    none: 'No items.',
    same: (count) => `${count} carried on unchanged.`,
    openLater: 'Open the later document',
    openEarlier: 'Open the earlier document',
  },
  amendment: {
    open: 'Compare as an amending document',
    eyebrow: 'Import',
    title: 'Which document does this one amend or replace?',
    titleWith: (changed, added, dropped, document) =>
      `Beside ${document}: ${changed} changed, ${added} added, ${dropped} no longer there`,
    lead: 'Choose a document to compare item by item. The registers change only when you choose Enter.',
    basis: 'Document that is amended or replaced',
    noBasis: 'Not chosen',
    relation: 'Relation',
    relations: { amends: 'Amends some items', replaces: 'Replaces it as a whole' },
    proposed: (document, relation, reason) => `${document}: ${relation} (${reason})`,
    proposals: 'What the words tell',
    noProposals: 'No registered document is named as amended or replaced.',
    reasons: {
      'subject-line': 'named in the subject line',
      citation: 'named in the text',
      'same-number': 'same number, later date',
      'same-subject': 'same subject, later date',
    },
    compare: 'Compare',
    changed: 'Changed',
    added: 'Added',
    dropped: 'No longer in the replacing document',
    apply: 'Apply',
    applyAll: (count) => `Apply all ${count}`,
    endAll: (count) => `End all ${count}`,
    willDo: (applied, kept, added, ended) =>
      `${applied} changes will be applied, ${kept} kept as registered, ${added} added, ${ended} ended.`,
    end: 'End by this document',
    none: 'No items.',
    same: (count) => `${count} say what is registered.`,
    quoteBefore: 'Registered words',
    quoteAfter: 'New words',
    accept: 'Enter into the registers',
    accepted: 'Entered into the registers.',
    back: 'Back to the review',
    where: 'Comparison of documents',
  },
};
