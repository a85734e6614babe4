import { describe, expect, it } from 'vitest';
import { buildIndex, type CompositeIndex, listScores } from '#core/composite-index/build-index.ts';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import type { StageNote } from '#core/composite-index/stage.ts';
import { asemRecipe, type CsvRow, isAsemHere, rawRecipe, readAsem, readCsv } from './asem.ts';

const TOLERANCE = 1e-9;

/** Largest relative difference of two numbers of which both or neither must be there. */
const differenceOf = (ours: number | null, theirs: string | undefined): number => {
  const isMissing = theirs === undefined || theirs === '' || theirs === 'NA' || theirs === 'NaN';
  if (isMissing || ours === null || Number.isNaN(ours))
    return isMissing && !Number.isFinite(ours ?? Number.NaN) ? 0 : Infinity;
  const scale = Math.max(Math.abs(ours), Math.abs(Number(theirs)));
  return scale < 1e-12 ? 0 : Math.abs(ours - Number(theirs)) / scale;
};

const makeIndex = (recipe: Recipe): CompositeIndex => {
  const index = buildIndex(readAsem(), recipe);
  if (isUnusable(index)) throw new Error(JSON.stringify(index.findings));
  return index;
};

/** Compares every cell of a stage with a file; returns the number of cells and the largest difference. */
const compareStage = (
  index: CompositeIndex,
  place: number,
  file: string,
): { cells: number; largest: number } => {
  const { subjects } = readAsem();
  const { matrix } = index.stages[place]!;
  const bySubject = new Map(readCsv(file).map((row) => [row.uCode, row]));
  let cells = 0;
  let largest = 0;
  index.codes.slice(0, matrix.width).forEach((code, column) => {
    matrix.rows.forEach((subject, row) => {
      const expected: CsvRow | undefined = bySubject.get(subjects[subject]);
      const ours = matrix.data[column * matrix.rows.length + row]!;
      largest = Math.max(largest, differenceOf(ours, expected?.[code]));
      cells += 1;
    });
  });
  return { cells, largest };
};

const notesOf = <Kind extends StageNote['kind']>(index: CompositeIndex, kind: Kind) =>
  index.stages
    .flatMap(({ notes }) => notes)
    .filter((note): note is Extract<StageNote, { kind: Kind }> => note.kind === kind);

const whenHere = describe.runIf(isAsemHere);

describe('the published ASEM index', () => {
  it('is compared with where its files are', () => {
    if (!isAsemHere)
      console.info('The files of the ASEM index are not beside the project: nothing is compared.');
    expect(typeof isAsemHere).toBe('boolean');
  });
});
