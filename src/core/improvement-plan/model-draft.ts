import type { MixedIntegerModel, ModelColumn, ModelRow } from './mixed-integer-model.ts';

/** Columns with the factors that they are taken with. */
export type Terms = ModelRow['terms'];

/** A model that is being written; the solver knows columns by their place. */
export interface ModelDraft {
  readonly addColumn: (column: Omit<ModelColumn, 'objective'>) => number;
  readonly addRow: (row: ModelRow) => void;
  /** What the terms come to is what the solver makes small or large. */
  readonly aimFor: (terms: Terms) => void;
  readonly finish: (sense: MixedIntegerModel['sense']) => MixedIntegerModel;
}

/** Starts a model without columns and rows. */
export const startModel = (): ModelDraft => {
  const columns: ModelColumn[] = [];
  const rows: ModelRow[] = [];
  return {
    addColumn: (column) => columns.push({ ...column, objective: 0 }) - 1,
    addRow: (row) => {
      rows.push(row);
    },
    aimFor: (terms) => {
      for (const { column, factor } of terms) {
        const known = columns[column];
        if (!known) throw new RangeError(`No column ${String(column)}`);
        columns[column] = { ...known, objective: known.objective + factor };
      }
    },
    finish: (sense) => ({ sense, columns, rows }),
  };
};

/** A column that is zero or one. */
export const binary = (name: string): Omit<ModelColumn, 'objective'> => ({
  name,
  lower: 0,
  upper: 1,
  integer: true,
});

/** At most as much as: so many times the other column. */
export const addAtMost = (
  draft: ModelDraft,
  name: string,
  column: number,
  other: number,
  times: number,
): void => {
  draft.addRow({
    name,
    lower: null,
    upper: 0,
    terms: [
      { column, factor: 1 },
      { column: other, factor: -times },
    ],
  });
};
