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
};
