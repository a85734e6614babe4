import type { AssetField } from '#core/asset-register/asset-register.ts';
import type { AssetValue } from '#core/asset-register/asset-values.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { Format } from '#web/i18n/format.ts';
import type { AssetWords } from './messages.ts';

/** What saying a value takes. */
export interface ValueWording {
  readonly words: AssetWords;
  readonly format: Format;
  readonly pick: (text: LocalizedText) => string;
}

/** What an entry says about a field, in words; nothing for a blank. */
export const describeAssetValue = (
  field: AssetField,
  value: AssetValue | undefined,
  { words, format, pick }: ValueWording,
): string => {
  if (value === undefined) return '';
  if (typeof value !== 'string') return value.map((day) => format.day(day)).join('; ');
  switch (field.kind) {
    case 'choice': {
      const choice = field.choices.find(({ code }) => code === value);
      return choice ? pick(choice.name) : value;
    }
    case 'yes-no':
      return value === 'yes' ? words.yes : words.no;
    case 'day':
      return format.day(value);
    case 'text':
    case 'days':
      return value;
  }
};
