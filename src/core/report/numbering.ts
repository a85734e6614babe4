import type { DocumentBlock, DocumentTable, DocumentChart, RichText } from './official-document.ts';

// The alphabet without f, j, w, z, and with đ after d; ă, â, ê, ô, ơ, ư are not used for points.
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** The letter of a point by its place from 0: a, b, c, d, đ, e, g …; after y come aa, ab and so on. */
export const pointLetter = (index: number): string => {
  const letter = LETTERS.charAt(index % LETTERS.length);
  return index < LETTERS.length ? letter : `${pointLetter(Math.floor(index / LETTERS.length) - 1)}${letter}`;
};

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A number from 1 as a Roman numeral. */
export const romanNumeral = (value: number): string => {
  const step = ROMAN.find(([worth]) => worth <= value);
  return step ? `${step[1]}${romanNumeral(value - step[0])}` : '';
};

/** A block with the number that its place gives it. */
export type LabelledBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly label: string; readonly title: string }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | {
      readonly kind: 'points';
      readonly items: readonly { readonly label: string; readonly text: RichText }[];
    }
  | { readonly kind: 'dashes'; readonly items: readonly RichText[] }
  | DocumentTable
  | DocumentChart;

/**
 * Numbers headings I., II. … and 1., 2. … beneath each of them, and letters the points of each list from a); a point that
 * stands alone is a paragraph. Headings of the second level go on by themselves where there is none of the first.
 */
export const labelBlocks = (blocks: readonly DocumentBlock[]): readonly LabelledBlock[] => {
  let first = 0;
  let second = 0;
  return blocks.map((block): LabelledBlock => {
    if (block.kind === 'points') {
      const [only, ...others] = block.items;
      if (only !== undefined && others.length === 0) return { kind: 'paragraph', text: only };
      const items = block.items.map((text, index) => ({ label: `${pointLetter(index)})`, text }));
      return { ...block, items };
    }
    if (block.kind !== 'heading') return block;
    if (block.level === 2) {
      second += 1;
      return { ...block, label: `${String(second)}.` };
    }
    first += 1;
    second = 0;
    return { ...block, label: `${romanNumeral(first)}.` };
  });
};
