import type { DataItem, DataValue } from '#contract/scoring.ts';
import type { DataValueInput } from '#features/index-score/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { parseNumber, typedNumber } from '#web/i18n/parse-number.ts';
import type { IndexWords } from './messages.ts';

/** What a person has typed so far; the value as typed, not yet understood. */
export interface DataValueDraft {
  readonly state: DataValue['state'];
  readonly typed: string;
  readonly comparator: DataValueInput['comparator'];
  readonly reason: string;
}

/** The present value, ready for correction. */
export const draftOf = (item: DataItem, value: DataValue, locale: Locale): DataValueDraft => ({
  // A form is opened to enter something: a blank starts as a value.
  state: value.state === 'blank' ? 'value' : value.state,
  typed:
    value.state !== 'value' ? '' : item.kind === 'number' ? typedNumber(value.value, locale) : value.value,
  comparator: value.state === 'value' ? value.comparator : '=',
  reason: '',
});

export type UnderstoodDraft =
  | { readonly isUnderstood: true; readonly value: string | null }
  | { readonly isUnderstood: false; readonly sentence: string };

/** A number as a person types it, with or without the unit of the item behind it: `65,4 %`. */
export const readTypedNumber = (
  { unit }: Extract<DataItem, { kind: 'number' }>,
  typed: string,
  locale: Locale,
): string | undefined => {
  const text = typed.trim();
  const written = [unit.vi, unit.en].find(
    (word) => word !== '' && text.toLowerCase().endsWith(word.toLowerCase()),
  );
  return parseNumber(written === undefined ? text : text.slice(0, -written.length), locale);
};

const no = (sentence: string): UnderstoodDraft => ({ isUnderstood: false, sentence });

const boundsSentence = (
  { minimum, maximum }: Extract<DataItem, { kind: 'number' }>,
  format: Format,
  words: IndexWords['form'],
): string => {
  if (minimum !== null && maximum !== null)
    return words.between(format.number(minimum), format.number(maximum));
  if (minimum !== null) return words.atLeast(format.number(minimum));
  return words.atMost(format.number(maximum ?? '0'));
};

/**
 * Reads a draft as the server will: the value to send, or the sentence that belongs at the field.
 * The server decides; this only spares the way there.
 */
export const understandDraft = (
  item: DataItem,
  draft: DataValueDraft,
  locale: Locale,
  format: Format,
  words: IndexWords['form'],
): UnderstoodDraft => {
  if (draft.state !== 'value') return { isUnderstood: true, value: null };
  if (draft.typed.trim() === '') return no(words.missing);
  if (item.kind !== 'number') return { isUnderstood: true, value: draft.typed };
  const value = readTypedNumber(item, draft.typed, locale);
  if (value === undefined) return no(words.malformed);
  if (item.whole && value.includes('.')) return no(words.whole);
  const isBelow = item.minimum !== null && Number(value) < Number(item.minimum);
  const isAbove = item.maximum !== null && Number(value) > Number(item.maximum);
  return isBelow || isAbove ? no(boundsSentence(item, format, words)) : { isUnderstood: true, value };
};
