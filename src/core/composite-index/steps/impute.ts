import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { ImputeStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';
import { meanOf, type Run, runOf } from '#core/composite-index/statistics/moments.ts';
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
  { data, from, length }: Run,
  groups: readonly (string | null)[],
  group: string | null,
): Float64Array => {
  const present = new Float64Array(length);
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    const value = data[from + row] ?? Number.NaN;
    if (Number.isNaN(value) || groups[row] !== group) continue;
    present[count] = value;
    count += 1;
  }
  return present.subarray(0, count);
};

/** Mean or median of each group of a column, each worked out when it is first asked for. */
const createSubstitutes = (
  column: Run,
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
    const first = column * height;
    const before = { data: matrix.data, from: first, length: height };
    let substituteFor: ReturnType<typeof createSubstitutes> | undefined;
    for (let row = 0; row < height; row += 1) {
      if (!Number.isNaN(matrix.data[first + row])) continue;
      const subject = dataset.subjects[matrix.rows[row] ?? -1] ?? '';
      if (excepted.size > 0 && excepted.has(`${code}\n${subject}`)) continue;
      const group = groups[row] ?? null;
      // Most columns have no gap, and need none.
      substituteFor ??= createSubstitutes(before, groups, step.method);
      const substitute = substituteFor(group);
      if (substitute.from === 0) {
        notes.push({ kind: 'not-imputed', subject, indicator: code });
        continue;
      }
      const { value, from } = substitute;
      data[first + row] = value;
      notes.push({ kind: 'imputed', subject, indicator: code, value, method: step.method, group, from });
    }
  });
  return { kind: 'impute', matrix: { rows: matrix.rows, width: matrix.width, data }, notes };
};
