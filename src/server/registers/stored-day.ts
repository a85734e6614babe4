import type { PlainDate } from '#core/kernel/plain-date.ts';

/** A day from a `date` column: the database has checked it, so it is trusted. */
export const storedDay = (column: string | null): PlainDate | null => column as PlainDate | null;
