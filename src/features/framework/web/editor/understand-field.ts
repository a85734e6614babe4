import { isPlainDate } from '#core/kernel/plain-date.ts';
import type { ScalarShape } from '#core/scoring/definition/field-shape.ts';
import { SHARE_TEXT } from '#core/scoring/share.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { parseNumber, typedNumber } from '#web/i18n/parse-number.ts';
import type { FrameworkWords } from '#features/framework/web/messages.ts';

/** What was typed, understood: the value of the definition, or the sentence that belongs at the field. */
export type Understood =
  | { readonly isUnderstood: true; readonly value: unknown }
  | { readonly isUnderstood: false; readonly sentence: string };

const yes = (value: unknown): Understood => ({ isUnderstood: true, value });
const no = (sentence: string): Understood => ({ isUnderstood: false, sentence });

/** A value as a person of this language types it. */
export const typedField = (value: unknown, { type }: ScalarShape, locale: Locale): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return type === 'decimal' || type === 'share' ? typedNumber(text, locale) : text;
};

/** Reads what was typed into a field. A blank is none where the field may be none. */
export const understandField = (
  typed: string,
  { type, blank }: ScalarShape,
  locale: Locale,
  words: FrameworkWords['editor'],
): Understood => {
  const text = typed.trim();
  if (text === '' && blank !== undefined) return yes(blank === 'null' ? null : undefined);
  switch (type) {
    case 'decimal': {
      const number = parseNumber(text, locale);
      return number === undefined ? no(words.malformed) : yes(number);
    }
    case 'share': {
      const share = text.includes('/') ? text.replace(/\s/g, '') : (parseNumber(text, locale) ?? '');
      return SHARE_TEXT.test(share) ? yes(share) : no(words.malformedShare);
    }
    case 'whole':
      return /^\d{1,9}$/.test(text) ? yes(Number(text)) : no(words.malformedWhole);
    case 'day':
      return isPlainDate(text) ? yes(text) : no(words.malformedDay);
    case 'text':
      return yes(typed);
    case 'code':
    case 'item':
    case 'organization':
    case 'flag':
      return yes(text);
  }
};
