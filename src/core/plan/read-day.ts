import { isPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';

/** The day that a reading gives; null for none and for a text that is no day. */
export const dayOrNull = (text: string | null | undefined): PlainDate | null =>
  typeof text === 'string' && isPlainDate(text) ? text : null;
