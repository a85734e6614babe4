import type { Matrix } from '#core/composite-index/dataset.ts';
import { correlate, type Correlation } from '#core/composite-index/statistics/correlation.ts';
import type { Run } from '#core/composite-index/statistics/moments.ts';

/** Correlation of two columns of a table. */
export interface PairCorrelation extends Correlation {
  readonly left: string;
  readonly right: string;
}

/** One column of a table as a run. */
export const runOfColumn = (matrix: Matrix, column: number): Run => ({
  data: matrix.data,
  from: column * matrix.rows.length,
  length: matrix.rows.length,
});

/** Correlates each pair of the columns once; `codes` names all columns of the table, `among` those that are wanted. */
export const correlatePairs = (
  matrix: Matrix,
  codes: readonly string[],
  among: readonly string[] = codes.slice(0, matrix.width),
): readonly PairCorrelation[] =>
  among.flatMap((left, place) =>
    among.slice(place + 1).map((right) => ({
      ...{ left, right },
      ...correlate(runOfColumn(matrix, codes.indexOf(left)), runOfColumn(matrix, codes.indexOf(right))),
    })),
  );
