import { columnOf, type Dataset, type Matrix } from '#core/composite-index/dataset.ts';
import { familiesOfIndicators, type Hierarchy } from '#core/composite-index/hierarchy.ts';
import type { ImputeStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';
import { findExtremes, meanOf, runOf } from '#core/composite-index/statistics/moments.ts';
import { medianOf, sortPresent } from '#core/composite-index/statistics/quantile.ts';

/** How a column is brought onto the scale of the others and back: x = from + share · range. */
interface Scale {
  readonly from: number;
  readonly range: number;
}

const scaleOf = (column: Float64Array, direction: 1 | -1): Scale => {
  const { lowest, highest } = findExtremes(runOf(column));
  // The worst is zero: where less is better, that is the highest.
  return direction === 1
    ? { from: lowest, range: highest - lowest }
    : { from: highest, range: lowest - highest };
};

const shareOf = (value: number, { from, range }: Scale): number =>
  range === 0 ? Number.NaN : (value - from) / range;

/**
 * Gives each missing number the mean or median of the subject's own other indicators, of those under the same aggregate if the
 * step names a level. Indicators of different units are brought onto 0 (worst) to 1 (best) for this and back again.
 */
export const imputeByRow = (
  { dataset, hierarchy }: { readonly dataset: Dataset; readonly hierarchy: Hierarchy },
  matrix: Matrix,
  step: ImputeStep,
  isTurned: boolean,
): Stage => {
  const height = matrix.rows.length;
  const data = matrix.data.slice();
  const notes: StageNote[] = [];
  const isScaled = step.isScaled ?? !isTurned;
  const families = familiesOfIndicators(dataset, hierarchy, step.level ?? null);
  const scales = dataset.indicators.map(({ direction }, column): Scale =>
    isScaled ? scaleOf(columnOf(matrix, column), isTurned ? 1 : direction) : { from: 0, range: 1 },
  );
  const excepted = new Set(step.except.map(({ subject, indicator }) => `${indicator}\n${subject}`));
  const presentOf = (row: number, family: string | null): Float64Array =>
    sortPresent(
      scales.map((scale, column) =>
        families[column] === family
          ? shareOf(matrix.data[column * height + row] ?? Number.NaN, scale)
          : Number.NaN,
      ),
    );
  dataset.indicators.forEach(({ code }, column) => {
    const scale = scales[column] ?? { from: 0, range: 1 };
    const family = families[column] ?? null;
    for (let row = 0; row < height; row += 1) {
      const cell = column * height + row;
      const subject = dataset.subjects[matrix.rows[row] ?? -1] ?? '';
      if (!Number.isNaN(matrix.data[cell]) || excepted.has(`${code}\n${subject}`)) continue;
      const present = presentOf(row, family);
      const share = step.method === 'row-mean' ? meanOf(runOf(present)) : medianOf(present);
      // A column without a number has no scale to come back to.
      const value = scale.from + share * scale.range;
      if (Number.isNaN(value)) {
        notes.push({ kind: 'not-imputed', subject, indicator: code });
        continue;
      }
      data[cell] = value;
      notes.push({
        ...{ kind: 'imputed', subject, indicator: code, value },
        ...{ method: step.method, group: family, from: present.length },
      });
    }
  });
  return { kind: 'impute', matrix: { ...matrix, data }, notes };
};
