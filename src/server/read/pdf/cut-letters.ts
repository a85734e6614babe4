import type { PageMarks, PrintedWord } from './page-marks.ts';

const SAME_PLACE = 1.5;
const TOP = 0.3;

/** Whether a letter stands at the foot of a page only because its accent reaches up from the first lines of the next one. */
const reachesUp = (letter: PrintedWord, below: readonly PrintedWord[]): boolean =>
  below.some(
    ({ text, left, right }) =>
      text.includes(letter.text) && letter.left > left - SAME_PLACE && letter.right < right + SAME_PLACE,
  );

/** The words of the lowest line that stand on one base. */
const lowestOf = (words: readonly PrintedWord[]): readonly PrintedWord[] => {
  const base = words.reduce((lowest, word) => Math.max(lowest, word.base), -Infinity);
  return words.filter((word) => word.base > base - SAME_PLACE);
};

/** Browsers print single letters of the next page's first line below the last one of a page: these are left out. */
export const dropCutLetters = (pages: readonly PageMarks[]): readonly PageMarks[] =>
  pages.map((page, index) => {
    const next = pages[index + 1];
    const lowest = new Set(lowestOf(page.words));
    if (!next || ![...lowest].every(({ text }) => /^\p{L}$/u.test(text))) return page;
    const below = next.words.filter(({ base }) => base < next.height * TOP);
    const isCut = [...lowest].every((letter) => reachesUp(letter, below));
    return isCut ? { ...page, words: page.words.filter((word) => !lowest.has(word)) } : page;
  });
