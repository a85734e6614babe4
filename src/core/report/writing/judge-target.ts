import { decimal } from '#core/kernel/decimal.ts';
import { measureText } from '#core/report/official-wording.ts';
import type { TargetFact } from './task-facts.ts';

/** How a figure stands against its target: `đạt`, `vượt`, `chưa đạt`; undefined where nothing can be compared. */
export type TargetVerdict = 'exceeded' | 'reached' | 'missed';

const MORE = ['>=', '=', '>', 'approx'] as const;
const LESS = ['<=', '<'] as const;

/**
 * Compares what was reached with what the plan wants. Increases, ranges, words and "giữ vững" are left alone: what they
 * are measured from is not in the target.
 */
export const judgeTarget = ({ comparator, value, actual }: TargetFact): TargetVerdict | undefined => {
  if (value === null || actual === null) return undefined;
  const order = decimal(actual.value).comparedTo(value);
  if ((MORE as readonly string[]).includes(comparator)) {
    if (order > 0) return 'exceeded';
    return order === 0 && comparator !== '>' ? 'reached' : 'missed';
  }
  if (!(LESS as readonly string[]).includes(comparator)) return undefined;
  if (order < 0) return 'exceeded';
  return order === 0 && comparator === '<=' ? 'reached' : 'missed';
};

const VERDICT_WORDS: Readonly<Record<TargetVerdict, string>> = {
  exceeded: 'Vượt',
  reached: 'Đạt',
  missed: 'Chưa đạt',
};

/** What was reached, in words: "57,6% (năm 2026)", "ước 57,6% (năm 2026)"; empty where nothing is known. */
export const reachedText = ({ actual, unit }: TargetFact): string =>
  actual === null
    ? ''
    : `${actual.isEstimate === true ? 'ước ' : ''}${measureText(actual.value, unit)} (${actual.period})`;

/** How a figure stands against its target, in words; of an estimate as an estimate. Empty where nothing can be compared. */
export const verdictText = (target: TargetFact): string => {
  const verdict = judgeTarget(target);
  if (verdict === undefined) return '';
  const words = VERDICT_WORDS[verdict];
  return target.actual?.isEstimate === true ? `Ước ${words.toLowerCase()}` : words;
};
