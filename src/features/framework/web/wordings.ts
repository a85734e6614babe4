import { englishFields } from '#core/scoring/definition/wording/en.ts';
import type { FieldWording } from '#core/scoring/definition/wording/field-wording.ts';
import type { ProblemWording } from '#core/scoring/definition/wording/problem-wording.ts';
import { englishProblems } from '#core/scoring/definition/wording/problems.en.ts';
import { vietnameseProblems } from '#core/scoring/definition/wording/problems.vi.ts';
import { vietnameseFields } from '#core/scoring/definition/wording/vi.ts';
import { useLocale } from '#web/i18n/locale.tsx';
import type { Locale } from '#web/i18n/messages.ts';

const FIELDS = { vi: vietnameseFields, en: englishFields } as const satisfies Record<Locale, FieldWording>;
const PROBLEMS = { vi: vietnameseProblems, en: englishProblems } as const satisfies Record<
  Locale,
  ProblemWording
>;

/** The words for the members of a definition, in the present language. */
export const useFieldWording = (): FieldWording => FIELDS[useLocale().locale];

/** The sentences about what is wrong with a definition, in the present language. */
export const useProblemWording = (): ProblemWording => PROBLEMS[useLocale().locale];
