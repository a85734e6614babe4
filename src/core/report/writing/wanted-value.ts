import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Comparator } from '#core/plan/plan-item.ts';

/** What is wanted until a day. */
interface Wanted {
  readonly end: PlainDate | null;
  readonly raw: string;
  readonly comparator: Comparator;
  readonly value: DecimalText | null;
}

/** A step on the way; where it says no comparator of its own, that of the target holds. */
type Step = Omit<Wanted, 'comparator'> & { readonly comparator: Comparator | null };

const endsIn = ({ end }: Step, year: number): boolean => end !== null && Number(end.slice(0, 4)) === year;

/**
 * What a target wants in a year: the step planned for it, or the target itself. A target of a later year has no value
 * here: who is on the way to it in 2026 has not missed 2030.
 */
export const wantedIn = (
  year: number,
  target: Wanted,
  steps: readonly Step[],
): Pick<Wanted, 'raw' | 'comparator' | 'value'> => {
  const step = steps.find((one) => one.value !== null && endsIn(one, year));
  const { raw, value } = step ?? target;
  const isLater = !step && target.end !== null && Number(target.end.slice(0, 4)) > year;
  return { raw, comparator: step?.comparator ?? target.comparator, value: isLater ? null : value };
};
