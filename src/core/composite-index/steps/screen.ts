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
  const there = new Uint32Array(height);
  const nonZero = new Uint32Array(height);
  for (let cell = 0; cell < matrix.data.length; cell += 1) {
    const value = matrix.data[cell] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const place = cell % height;
    there[place] = (there[place] ?? 0) + 1;
    if (value !== 0) nonZero[place] = (nonZero[place] ?? 0) + 1;
  }
  return matrix.rows.map((row, place) => {
    const count = there[place] ?? 0;
    return {
      subject: dataset.subjects[row] ?? '',
      availability: count / matrix.width,
      nonZero: count === 0 ? 0 : (nonZero[place] ?? 0) / count,
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
      step.leaveOut?.includes(found.subject) !== true &&
      (step.keep.includes(found.subject) ||
        (found.availability >= step.minimumAvailability && found.nonZero >= step.minimumNonZero));
    return stays ? [place] : [];
  });
  // Nothing to leave out: the table stays as it is.
  if (kept.length === height) return { kind: 'screen', matrix, notes: [] };
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
