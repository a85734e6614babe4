import { isSyllable } from '#server/read/vietnamese-syllables.ts';

const NUMBER_PART = /^[\d.,]+$/u;
const GROUPED_NUMBER = /^(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|(?:19|20)\d\d|\d{1,2}\.\d{1,2})$/u;
const LETTERS = /^\p{L}+/u;

const isCutNumber = (before: string, after: string): boolean => {
  const rest = /^[\d.,]+(?=%?$|%?\s)/u.exec(after)?.[0];
  if (rest === undefined || !NUMBER_PART.test(before)) return false;
  // What is whole already may still lack its last decimals.
  if (GROUPED_NUMBER.test(before)) return before.includes(',') && /^\d{1,2}$/u.test(rest);
  return GROUPED_NUMBER.test(before + rest);
};

/** "NST" and "W": letters that are no word. */
const isCutShortName = (before: string, after: string): boolean =>
  /^\p{Lu}{2,}$/u.test(before) && /^\p{Lu}{1,2}$/u.test(after) && !isSyllable(before);

/** Whether a column too narrow for a word cut it: "Điể" and "m", "98.30" and "0". The first part stands alone on its line. */
export const isCutWord = (before: string, after: string): boolean => {
  if (/\s/u.test(before)) return false;
  if (isCutNumber(before, after) || isCutShortName(before, after)) return true;
  const rest = LETTERS.exec(after)?.[0];
  if (rest === undefined || !/^\p{L}+$/u.test(before) || !/^\p{Ll}/u.test(rest)) return false;
  return isSyllable(before + rest) && !(isSyllable(before) && isSyllable(rest));
};
