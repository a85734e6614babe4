import type { SectionStep } from '#core/plan-reading/text/blocks.ts';

/** Where a block stands in the document. */
export interface Place {
  /** "Phụ lục I"; null in the main text. */
  readonly appendix: string | null;
  /** Open headings below the appendix, outermost first. */
  readonly steps: readonly SectionStep[];
}

export const START_OF_DOCUMENT: Place = { appendix: null, steps: [] };

/** The place of a table row: section rows inside the table go below the headings outside it. */
export const placeWithin = (place: Place, sections: readonly SectionStep[]): Place =>
  sections.length === 0 ? place : { ...place, steps: [...place.steps, ...sections] };

/** "II" and "2" and "2.1" are told as "II.2.1": a dotted number repeats the one above it. */
const joinNumbers = (numbers: readonly string[]): string =>
  numbers.filter((number, index) => !numbers[index + 1]?.startsWith(`${number}.`)).join('.');

/** "I.2.a. Hạ tầng số": the numbers of the open headings and the words of the innermost one; null outside any section. */
export const sectionLabel = (place: Place): string | null => {
  const innermost = place.steps.at(-1);
  if (!innermost) return null;
  const numbers = joinNumbers(place.steps.map((step) => step.number).filter((number) => number !== null));
  const label = [numbers, innermost.title].filter((part) => part !== '').join('. ');
  return label === '' ? null : label;
};
