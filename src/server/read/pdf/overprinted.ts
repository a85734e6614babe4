import type { PrintedWord } from './page-marks.ts';

/** Words this near to each other, in points, are one. */
const SAME_PLACE = 1.5;

const MOST_KEPT = 200;

/** Leaves out words that are printed again where they stand already: so some printers make letters bold. */
export const dropOverprinted = (words: readonly PrintedWord[]): readonly PrintedWord[] => {
  const known = new Map<string, PrintedWord[]>();
  return words.filter((word) => {
    const same = known.get(word.text) ?? [];
    known.set(word.text, same);
    const isAgain = same.some(
      ({ left, base }) => Math.abs(left - word.left) < SAME_PLACE && Math.abs(base - word.base) < SAME_PLACE,
    );
    if (isAgain) return false;
    same.push(word);
    // What stands far back is not printed over any more.
    if (same.length > MOST_KEPT) same.shift();
    return true;
  });
};
