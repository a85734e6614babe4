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

/** How much is known of the subject in a row. */
const availabilityOf = (dataset: Dataset, { rows, width, data }: Matrix, place: number): Availability => {
  let there = 0;
  let zeros = 0;
  for (let cell = place; cell < data.length; cell += rows.length) {
    const value = data[cell] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    there += 1;
    if (value === 0) zeros += 1;
  }
  return {
    subject: dataset.subjects[rows[place] ?? -1] ?? '',
    availability: there / width,
    nonZero: there === 0 ? 0 : (there - zeros) / there,
  };
};

/** How much is known of each subject. */
export const availabilityOfSubjects = (dataset: Dataset, matrix: Matrix): readonly Availability[] =>
  matrix.rows.map((_, place) => availabilityOf(dataset, matrix, place));

const stays = ({ subject, availability, nonZero }: Availability, step: ScreenStep): boolean =>
  step.leaveOut?.includes(subject) !== true &&
  (step.keep.includes(subject) ||
    (availability >= step.minimumAvailability && nonZero >= step.minimumNonZero));

/** Leaves out subjects of which too little is known, and names them. */
export const screen = (dataset: Dataset, matrix: Matrix, step: ScreenStep): Stage => {
  const height = matrix.rows.length;
  const kept: number[] = [];
  const notes: StageNote[] = [];
  for (let place = 0; place < height; place += 1) {
    const found = availabilityOf(dataset, matrix, place);
    if (stays(found, step)) kept.push(place);
    else notes.push({ kind: 'screened', ...found });
  }
  // Nothing to leave out: the table stays as it is.
  if (kept.length === height) return { kind: 'screen', matrix, notes };
  const data = new Float64Array(kept.length * matrix.width);
  for (let column = 0; column < matrix.width; column += 1) {
    kept.forEach((place, target) => {
      data[column * kept.length + target] = matrix.data[column * height + place] ?? Number.NaN;
    });
  }
  const rows = kept.map((place) => matrix.rows[place] ?? -1);
  return { kind: 'screen', matrix: { rows, width: matrix.width, data }, notes };
};
