import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';

/** Divides by the denominators that the indicators name. By zero or by nothing there is no quotient: the number is missing. */
export const denominate = (dataset: Dataset, matrix: Matrix): Stage => {
  const height = matrix.rows.length;
  const data = matrix.data.slice();
  const notes: StageNote[] = [];
  dataset.indicators.forEach(({ code, denominator, quotientFactor = 1 }, column) => {
    const divisors = denominator === undefined ? undefined : dataset.denominators.get(denominator);
    if (!divisors) return;
    for (let place = 0; place < height; place += 1) {
      const row = matrix.rows[place] ?? -1;
      const cell = column * height + place;
      const divisor = divisors[row] ?? Number.NaN;
      const value = data[cell] ?? Number.NaN;
      const quotient = divisor === 0 ? Number.NaN : (value / divisor) * quotientFactor;
      data[cell] = Number.isFinite(quotient) ? quotient : Number.NaN;
      if (Number.isNaN(value) || Number.isFinite(quotient)) continue;
      notes.push({ kind: 'not-denominated', subject: dataset.subjects[row] ?? '', indicator: code });
    }
  });
  return { kind: 'denominate', matrix: { rows: matrix.rows, width: matrix.width, data }, notes };
};
