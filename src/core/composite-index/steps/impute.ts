import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { ImputeStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';
import { meanOf, runOf } from '#core/composite-index/statistics/moments.ts';
import { medianOf } from '#core/composite-index/statistics/quantile.ts';

interface Substitute {
  readonly value: number;
  readonly from: number;
}

const substituteOf = (present: Float64Array, method: ImputeStep['method']): Substitute => ({
  value: method.endsWith('mean') ? meanOf(runOf(present)) : medianOf(present),
  from: present.length,
});

/** Numbers of a group that are there. */
const presentIn = (
  column: Float64Array,
  groups: readonly (string | null)[],
  group: string | null,
): Float64Array => {
  const present = new Float64Array(column.length);
  let count = 0;
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value) || groups[row] !== group) continue;
    present[count] = value;
    count += 1;
  }
  return present.subarray(0, count);
};

/** Mean or median of each group of a column, each worked out when it is first asked for. */
const createSubstitutes = (
  column: Float64Array,
  groups: readonly (string | null)[],
  method: ImputeStep['method'],
): ((group: string | null) => Substitute) => {
  const found = new Map<string | null, Substitute>();
  return (group) => {
    const known = found.get(group);
    if (known) return known;
    const substitute = substituteOf(presentIn(column, groups, group), method);
    found.set(group, substitute);
    return substitute;
  };
};

/** Gives each missing number the mean or median of its group, and says which. The stage before keeps what was missing. */
export const impute = (dataset: Dataset, matrix: Matrix, step: ImputeStep): Stage => {
  const height = matrix.rows.length;
  const data = matrix.data.slice();
  const notes: StageNote[] = [];
  const names = step.grouping === null ? undefined : dataset.groups.get(step.grouping);
  const groups = matrix.rows.map((row) => names?.[row] ?? null);
  const excepted = new Set(step.except.map(({ subject, indicator }) => `${indicator}\n${subject}`));
  dataset.indicators.forEach(({ code }, column) => {
    const before = matrix.data.subarray(column * height, (column + 1) * height);
    const substituteFor = createSubstitutes(before, groups, step.method);
    for (let row = 0; row < height; row += 1) {
      if (!Number.isNaN(before[row])) continue;
      const subject = dataset.subjects[matrix.rows[row] ?? -1] ?? '';
      if (excepted.has(`${code}\n${subject}`)) continue;
      const group = groups[row] ?? null;
      const substitute = substituteFor(group);
      if (substitute.from === 0) {
        notes.push({ kind: 'not-imputed', subject, indicator: code });
        continue;
      }
      data[column * height + row] = substitute.value;
      notes.push({ kind: 'imputed', subject, indicator: code, method: step.method, group, ...substitute });
    }
  });
  return { kind: 'impute', matrix: { ...matrix, data }, notes };
};
