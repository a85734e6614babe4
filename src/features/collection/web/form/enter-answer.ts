import { isRefusal } from '#core/kernel/refusal.ts';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import { decideItemValue } from '#core/scoring/decide-data-value.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { cellText, type CellWords, understandCell } from '#web/widgets/index-score/understand-cell.ts';
import type { EnteredAnswer } from './answer-saver.ts';
import type { FormRow } from './check-form.ts';

/** How texts of cells are read. */
export interface CellLanguage {
  readonly locale: Locale;
  readonly words: CellWords;
}

// Before the reading, so that a cell can be filled without the mouse: as the period before.
const AS_BEFORE = '=';

/** A value as one types it into its cell. */
export const typedText = (item: DataItem, value: DataValue, { locale, words }: CellLanguage): string => {
  if (value.state === 'not-applicable') return words.notApplicable;
  if (value.state === 'blank') return '';
  if (item.kind === 'number') return cellText(value, locale);
  if (item.kind === 'yes-no') return value.value === 'yes' ? words.yes : words.no;
  return item.levels.find(({ code }) => code === value.value)?.name[locale] ?? value.value;
};

const orNull = (text: string): string | null => (text === '' ? null : text);

const baseOf = ({ source, entry, note, explanation, difficulties, result }: FormRow) => ({
  ...{ subject: source.subject, item: source.item.code },
  ...{ note: orNull(note), explanation: orNull(explanation) },
  ...(source.task && { task: { difficulties: orNull(difficulties), result: orNull(result) } }),
  version: entry?.version ?? source.answer?.version ?? 0,
});

/** The figure of a row as a value that is chosen or taken over. */
export const enterValue = (row: FormRow, value: DataValue, language: CellLanguage): EnteredAnswer => ({
  ...baseOf(row),
  state: value.state,
  value: value.state === 'value' ? value.value : null,
  typed: typedText(row.source.item, value, language),
  problem: null,
});

/** The figure of a row as it is typed or pasted: a value, or a text with the reason why it is none yet. */
export const enterTyped = (row: FormRow, typed: string, language: CellLanguage): EnteredAnswer => {
  const { item, previous } = row.source;
  if (typed.trim() === AS_BEFORE && previous) return enterValue(row, previous.value, language);
  const entered = understandCell(item, typed, language.locale, language.words);
  const base = { ...baseOf(row), state: entered.state, typed };
  if (entered.comparator !== '=') {
    const details = { field: 'value', item: item.code, expected: 'exact-number' };
    return { ...base, value: typed.trim(), problem: { code: 'value.malformed', details } };
  }
  const value = decideItemValue(item, entered);
  if (isRefusal(value)) {
    return { ...base, value: entered.value, problem: { code: value.code, details: value.details } };
  }
  return { ...base, value: value.state === 'value' ? value.value : null, problem: null };
};

/** The row's own words changed, and its figure as it is. */
export const enterWords = (
  row: FormRow,
  words: Partial<Record<'note' | 'explanation', string>>,
  language: CellLanguage,
): EnteredAnswer => {
  const { entry, value, source } = row;
  const figure = entry
    ? { state: entry.state, value: entry.value, typed: entry.typed, problem: entry.problem }
    : {
        ...{ state: value.state, value: value.state === 'value' ? value.value : null },
        ...{ typed: typedText(source.item, value, language), problem: null },
      };
  return { ...baseOf(row), ...figure, ...words };
};

/** The words of a task changed, and its percentage as it is. */
export const enterTaskWords = (
  row: FormRow,
  words: Partial<Record<'difficulties' | 'result', string>>,
  language: CellLanguage,
): EnteredAnswer => enterWords({ ...row, ...words }, {}, language);
