import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

export const en: SameShape<typeof vi> = {
  label: 'Full text by lines',
  line: (line) => `Line ${line}`,
};
