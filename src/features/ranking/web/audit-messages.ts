import { defineMessages, type SameShape } from '#web/i18n/messages.ts';
import { en } from './audit-messages.en.ts';
import { vi } from './audit-messages.vi.ts';

/** The texts of the statistical audit of a ranking. */
export const auditMessages = defineMessages({ vi, en });
export type AuditWords = SameShape<typeof vi>;
