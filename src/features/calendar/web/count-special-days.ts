import type { CalendarDay } from '#features/calendar/contract.ts';

const WORKED: readonly CalendarDay['kind'][] = ['swapped-worked', 'entered-worked'];

/** How many days of a year are off and how many are worked by a notice. What was entered for a day counts for it last. */
export const countSpecialDays = (
  items: readonly { readonly day: string; readonly kind: CalendarDay['kind'] }[],
): Readonly<Record<'off' | 'worked', number>> => {
  const kinds = new Map<string, CalendarDay['kind']>();
  for (const { day, kind } of items) {
    const before = kinds.get(day);
    if (!before?.startsWith('entered-')) kinds.set(day, kind);
  }
  const worked = [...kinds.values()].filter((kind) => WORKED.includes(kind)).length;
  return { worked, off: kinds.size - worked };
};
