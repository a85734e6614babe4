import type { DecimalText } from '#core/kernel/decimal.ts';
import type { LocalizedText } from './localized-text.ts';
import type { ItemCode } from './rule.ts';

/** What a reported number says: usually the number itself, sometimes only a bound ("under 52 a year"). */
export const VALUE_COMPARATORS = ['=', '<', '<=', '>', '>='] as const;
export type ValueComparator = (typeof VALUE_COMPARATORS)[number];

/**
 * What is known of a data item. Blank (nobody said), zero and not-applicable are three states.
 * `value` is a decimal for a number, `yes` or `no`, or the code of a level, as the item's kind says.
 */
export type DataValue =
  | { readonly state: 'value'; readonly value: string; readonly comparator: ValueComparator }
  | { readonly state: 'blank' }
  | { readonly state: 'not-applicable' };

export const BLANK: DataValue = { state: 'blank' };
export const NOT_APPLICABLE: DataValue = { state: 'not-applicable' };

/** A plain reported value. */
export const reported = (value: string, comparator: ValueComparator = '='): DataValue => ({
  state: 'value',
  value,
  comparator,
});

/** The values of one subject for one year, by item code. An absent item is blank. */
export type DataValues = ReadonlyMap<ItemCode, DataValue>;

interface ItemBase {
  readonly code: ItemCode;
  readonly name: LocalizedText;
}

export interface NumberItem extends ItemBase {
  readonly kind: 'number';
  readonly unit: LocalizedText;
  readonly whole: boolean;
  readonly minimum: DecimalText | null;
  readonly maximum: DecimalText | null;
}
interface YesNoItem extends ItemBase {
  readonly kind: 'yes-no';
}
interface LevelItem extends ItemBase {
  readonly kind: 'level';
  /** From the best to the lowest. */
  readonly levels: readonly { readonly code: string; readonly name: LocalizedText }[];
}

/** What a subject reports: one thing, counted, stated or classified. */
export type DataItem = NumberItem | YesNoItem | LevelItem;
