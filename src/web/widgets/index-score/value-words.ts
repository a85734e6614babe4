import type { DataItem, DataValue } from '#contract/scoring.ts';
import { THIN_SPACE, type Format } from '#web/i18n/format.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { namesOf, SCORING_WORDINGS } from './scoring-wordings.ts';

/** What is known of a data item, with its unit: `59,65 %`, `có`, `dưới 52 tin`, `chưa có số liệu`. */
export const describeValue = (item: DataItem, value: DataValue, locale: Locale): string => {
  // The wording states "name: value"; where the name stands in a column of its own, the value is enough.
  const names = { ...namesOf([item], locale), item: () => '' };
  return SCORING_WORDINGS[locale].step({ kind: 'value', item: item.code, value }, names).replace(/^:\s*/, '');
};

interface Span {
  readonly low: string;
  /** Null when nothing bounds it above. */
  readonly high: string | null;
}

// A computed rate has no end of decimals; only the arithmetic steps show more of them.
const SHORT = { atMost: 2 };

/** What is known of a measure, to two decimals: one number, both ends, or from where on. */
export const describeSpan = (
  { low, high }: Span,
  unit: string,
  format: Format,
  fromOn: (low: string) => string,
): string => {
  const lowest = format.number(low, SHORT);
  if (high === null) return fromOn(withUnit(lowest, unit));
  return withUnit(low === high ? lowest : `${lowest}–${format.number(high, SHORT)}`, unit);
};

const withUnit = (number: string, unit: string): string => {
  if (unit === '') return number;
  return `${number}${unit.startsWith('%') ? THIN_SPACE : '\u00a0'}${unit}`;
};
