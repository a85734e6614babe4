import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { ScreenStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';

interface Availability {
  readonly subject: string;
  /** Share of the indicators that are there. */
  readonly availability: number;
  /** Share of the numbers there that are not zero; 0 when there is none. */
  readonly nonZero: number;
}

/** How much is known of each subject. */
export const availabilityOfSubjects = (dataset: Dataset, matrix: Matrix): readonly Availability[] => {
  const height = matrix.rows.length;
  return matrix.rows.map((row, place) => {
    let there = 0;
    let nonZero = 0;
    for (let column = 0; column < matrix.width; column += 1) {
      const value = matrix.data[column * height + place] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      there += 1;
      if (value !== 0) nonZero += 1;
    }
    return {
      subject: dataset.subjects[row] ?? '',
      availability: there / matrix.width,
      nonZero: there === 0 ? 0 : nonZero / there,
    };
  });
};

/** Leaves out subjects of which too little is known, and names them. */
export const screen = (dataset: Dataset, matrix: Matrix, step: ScreenStep): Stage => {
  const height = matrix.rows.length;
  const availabilities = availabilityOfSubjects(dataset, matrix);
  const kept = matrix.rows.flatMap((_, place) => {
    const found = availabilities[place];
    const stays =
      found !== undefined &&
      (step.keep.includes(found.subject) ||
        (found.availability >= step.minimumAvailability && found.nonZero >= step.minimumNonZero));
    return stays ? [place] : [];
  });
  const keptPlaces = new Set(kept);
  const notes: StageNote[] = availabilities
    .filter((_, place) => !keptPlaces.has(place))
    .map((availability) => ({ kind: 'screened', ...availability }));
  const data = new Float64Array(kept.length * matrix.width);
  for (let column = 0; column < matrix.width; column += 1) {
    kept.forEach((place, target) => {
      data[column * kept.length + target] = matrix.data[column * height + place] ?? Number.NaN;
    });
  }
  const rows = kept.map((place) => matrix.rows[place] ?? -1);
  return { kind: 'screen', matrix: { rows, width: matrix.width, data }, notes };
};
