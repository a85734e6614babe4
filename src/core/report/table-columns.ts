import type { TableColumn } from './official-document.ts';

/** Widths of columns by their shares of a width. */
export const columnWidths = (columns: readonly TableColumn[], width: number): readonly number[] => {
  const whole = columns.reduce((total, { share }) => total + share, 0);
  return columns.map(({ share }) => (share / whole) * width);
};

/** Neighbouring columns under one common title, or one column that stands for itself. */
export interface ColumnGroup {
  readonly title: string | null;
  readonly members: readonly TableColumn[];
}

/** The columns in groups, in their order. */
export const columnGroups = (columns: readonly TableColumn[]): readonly ColumnGroup[] =>
  columns.reduce<readonly ColumnGroup[]>((groups, column) => {
    const last = groups.at(-1);
    return last?.title !== undefined && last.title !== null && last.title === column.group
      ? [...groups.slice(0, -1), { ...last, members: [...last.members, column] }]
      : [...groups, { title: column.group ?? null, members: [column] }];
  }, []);
