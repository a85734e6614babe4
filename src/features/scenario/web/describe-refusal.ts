import type { RefusalDetails } from '#core/kernel/refusal.ts';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import type { Format } from '#web/i18n/format.ts';
import type { Locale } from '#web/i18n/messages.ts';
import type { ScenarioWords } from './messages.ts';

interface Refused {
  readonly code: string;
  readonly details: RefusalDetails;
}

/** What sentences about a cell need. */
export interface CellLanguage {
  readonly framework: Framework;
  readonly locale: Locale;
  readonly format: Format;
  readonly words: ScenarioWords;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const boundsSentence = ({ minimum, maximum }: RefusalDetails, { format, words }: CellLanguage): string => {
  const [low, high] = [textOf(minimum), textOf(maximum)];
  if (low !== null && high !== null) return words.problems.between(format.number(low), format.number(high));
  if (low !== null) return words.problems.atLeast(format.number(low));
  return words.problems.atMost(format.number(high ?? '0'));
};

const malformedSentence = (expected: unknown, { words }: CellLanguage): string => {
  if (expected === 'whole-number') return words.problems.whole;
  return expected === 'choice' ? words.problems.choice : words.problems.malformed;
};

/** Why a cell does not take a value, and what to do: one sentence that stands at the cell. */
export const describeCellRefusal = (refusal: Refused, language: CellLanguage): string => {
  const { framework, locale, words } = language;
  const { details } = refusal;
  const nameOf = (code: unknown): string =>
    findDataItem(framework, textOf(code) ?? '')?.name[locale] ?? String(code);
  switch (refusal.code) {
    case 'value.out-of-range':
      return boundsSentence(details, language);
    case 'value.numerator-exceeds-denominator':
      return words.problems.exceeds(nameOf(details.numerator), nameOf(details.denominator));
    default:
      return malformedSentence(details.expected, language);
  }
};

/** The choices of an item that is chosen from, beside the states. */
export const choicesOf = (
  item: DataItem,
  locale: Locale,
  words: ScenarioWords,
): readonly { readonly value: string; readonly label: string }[] => {
  switch (item.kind) {
    case 'level':
      return item.levels.map(({ code, name }) => ({ value: code, label: name[locale] }));
    case 'yes-no':
      return [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ];
    case 'number':
      return [];
  }
};

/** The value of a choice field: a state or, after a mark that no state has, a value. */
export const choiceOf = (value: DataValue): string =>
  value.state === 'value' ? `=${value.value}` : value.state;
