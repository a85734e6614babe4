import type { DataItem, DataValue, ValueComparator } from '#core/scoring/data-value.ts';
import type { EnteredValue } from '#core/scoring/decide-data-value.ts';
import { searchKey } from '#core/kernel/text.ts';
import { parseNumber, typedNumber } from '#web/i18n/parse-number.ts';
import type { Locale } from '#web/i18n/messages.ts';

/** The words of the language that a cell understands, beside numbers. */
export interface CellWords {
  readonly yes: string;
  readonly no: string;
  readonly notApplicable: string;
  readonly blank: string;
}

const BOUNDS: readonly (readonly [RegExp, ValueComparator])[] = [
  [/^(<=|≤)/u, '<='],
  [/^(>=|≥)/u, '>='],
  [/^</u, '<'],
  [/^>/u, '>'],
];

const COMPARATOR_SIGNS: Readonly<Record<ValueComparator, string>> = {
  '=': '',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

type NumberItem = Extract<DataItem, { kind: 'number' }>;

// A cell copied from a spreadsheet may carry its unit: `65,4 %`.
const withoutUnit = ({ unit }: NumberItem, text: string): string => {
  const written = [unit.vi, unit.en].find(
    (word) => word !== '' && text.toLowerCase().endsWith(word.toLowerCase()),
  );
  return written === undefined ? text : text.slice(0, -written.length).trim();
};

const readNumberCell = (item: NumberItem, text: string, locale: Locale): EnteredValue => {
  const bound = BOUNDS.find(([sign]) => sign.test(text));
  const typed = withoutUnit(item, bound ? text.replace(bound[0], '').trim() : text);
  // What is no number stays as it was typed: the rule that decides about values refuses it by name.
  return { state: 'value', value: parseNumber(typed, locale) ?? typed, comparator: bound?.[1] ?? '=' };
};

const readChoiceCell = (item: DataItem, text: string, locale: Locale, words: CellWords): EnteredValue => {
  const key = searchKey(text);
  const choices =
    item.kind === 'level'
      ? item.levels.map(({ code, name }) => ({ code, names: [code, name[locale]] }))
      : [
          { code: 'yes', names: ['yes', words.yes, '1'] },
          { code: 'no', names: ['no', words.no, '0'] },
        ];
  const chosen = choices.find(({ names }) => names.some((name) => searchKey(name) === key));
  return { state: 'value', value: chosen?.code ?? text, comparator: '=' };
};

/**
 * What a text typed or pasted into a cell means: nothing is blank, `–`, `kad` or the words for it are "not applicable",
 * `< 52` is a bound, anything else a value of the item's kind.
 */
export const understandCell = (
  item: DataItem,
  typed: string,
  locale: Locale,
  words: CellWords,
): EnteredValue => {
  const text = typed.trim();
  const isOneOf = (name: string): boolean => searchKey(name) === searchKey(text);
  if (text === '' || isOneOf(words.blank)) return { state: 'blank', value: null, comparator: '=' };
  if (/^(?:[-–—]|kad|n\/a)$/iu.test(text) || isOneOf(words.notApplicable)) {
    return { state: 'not-applicable', value: null, comparator: '=' };
  }
  return item.kind === 'number'
    ? readNumberCell(item, text, locale)
    : readChoiceCell(item, text, locale, words);
};

/** A value as one would type it into the cell of a number. */
export const cellText = (value: DataValue, locale: Locale): string =>
  value.state === 'value' ? `${COMPARATOR_SIGNS[value.comparator]}${typedNumber(value.value, locale)}` : '';
