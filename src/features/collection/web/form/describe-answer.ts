import type { DataItem } from '#contract/scoring.ts';
import { toProblem, ProblemError, type ProblemCode } from '#web/api/problem-error.ts';
import type { Format } from '#web/i18n/format.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { describeProblem, type ProblemSentences } from '#web/i18n/problem-sentences.ts';
import type { FormFinding } from './check-form.ts';
import type { FormWords } from './messages.ts';
import type { AnswerProblem } from './outbox.ts';

/** What sentences about figures of a form need. */
export interface AnswerLanguage {
  readonly words: FormWords;
  readonly format: Format;
  readonly locale: Locale;
  readonly problems: Readonly<Record<ProblemCode, ProblemSentences>>;
  /** Items of the form, for their names. */
  readonly items: ReadonlyMap<string, DataItem>;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const boundsSentence = ({ details }: AnswerProblem, { format, words }: AnswerLanguage): string => {
  const [low, high] = [textOf(details.minimum), textOf(details.maximum)];
  if (low !== null && high !== null) return words.problems.between(format.number(low), format.number(high));
  if (low !== null) return words.problems.atLeast(format.number(low));
  return words.problems.atMost(format.number(high ?? '0'));
};

const malformedSentence = (expected: unknown, { problems }: FormWords): string => {
  if (expected === 'whole-number') return problems.whole;
  if (expected === 'exact-number') return problems.exact;
  return expected === 'choice' ? problems.choice : problems.malformed;
};

/** Why a figure is not saved, and what to do: one sentence that stands at its cell. */
export const describeAnswerProblem = (problem: AnswerProblem, language: AnswerLanguage): string => {
  switch (problem.code) {
    case 'value.malformed':
      return malformedSentence(problem.details.expected, language.words);
    case 'value.out-of-range':
      return boundsSentence(problem, language);
    case 'edit.conflict':
      return language.words.summary.conflict;
    default: {
      const { code } = toProblem(problemErrorOf(problem, language));
      const { what, mend } = describeProblem(new ProblemError(code, problem.details), language.problems);
      return `${what} ${mend}`;
    }
  }
};

// A newer server may refuse for a reason that this page has no words for.
const problemErrorOf = ({ code, details }: AnswerProblem, { problems }: AnswerLanguage): ProblemError =>
  new ProblemError(isKnown(code, problems) ? code : 'server.error', details);

const isKnown = (code: string, problems: AnswerLanguage['problems']): code is ProblemCode =>
  Object.hasOwn(problems, code);

const NUMBERS = ['previous', 'changePercent', 'low', 'high', 'median'];
const ITEMS = ['numerator', 'denominator'];

/** What a check found at a figure, and what to do about it. */
export const describeFinding = (
  { code, details }: Pick<FormFinding, 'code' | 'details'>,
  { words, format, locale, items }: AnswerLanguage,
): string => {
  const shown = Object.entries(details).map(([name, value]) => {
    if (NUMBERS.includes(name)) return [name, format.number(value)];
    return [name, ITEMS.includes(name) ? (items.get(value)?.name[locale] ?? value) : value];
  });
  return words.findings[code](Object.fromEntries(shown) as Record<string, string>);
};
