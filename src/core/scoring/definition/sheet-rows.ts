import { BLANK_CELL, cellAddress, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import type { DefinitionPlace, DefinitionProblem } from './problem.ts';
import { HEAD_ROWS } from './sheet-layout.ts';

/** A row by the names of its fields. */
export interface SheetRow {
  readonly cell: (field: string) => SheetCell;
  /** The fields that are filled. */
  readonly filled: readonly string[];
  readonly place: (field: string) => DefinitionPlace;
}

/** The rows of a sheet, with what is wrong with its head. */
export interface SheetRows {
  readonly rows: readonly SheetRow[];
  readonly problems: readonly DefinitionProblem[];
}

const fieldNames = (sheet: Sheet): readonly string[] =>
  (sheet.rows[HEAD_ROWS - 1] ?? []).map((cell) => (cell.kind === 'text' ? cell.text.trim() : ''));

const checkHead = (
  sheet: Sheet,
  names: readonly string[],
  known: ReadonlySet<string>,
): readonly DefinitionProblem[] => {
  const widest = Math.max(names.length, ...sheet.rows.slice(HEAD_ROWS).map((row) => row.length));
  return Array.from({ length: widest }, (_, column) => column).flatMap((column): DefinitionProblem[] => {
    const name = names[column] ?? '';
    const place = { sheet: sheet.name, cell: cellAddress(HEAD_ROWS - 1, column) };
    const isFilled = sheet.rows.slice(HEAD_ROWS).some((row) => (row[column] ?? BLANK_CELL).kind !== 'blank');
    if (name === '') return isFilled ? [{ code: 'column-unknown', place, details: { field: '' } }] : [];
    if (!known.has(name)) return [{ code: 'column-unknown', place, details: { field: name } }];
    return names.indexOf(name) < column ? [{ code: 'column-repeated', place, details: { field: name } }] : [];
  });
};

/** Reads the rows below the head of a sheet; rows without any content are left out. */
export const readSheetRows = (sheet: Sheet, known: ReadonlySet<string>): SheetRows => {
  const names = fieldNames(sheet);
  const columns = new Map(
    names.flatMap((name, column) => (known.has(name) ? [[name, column] as const] : [])),
  );
  const rows = sheet.rows.flatMap((cells, place): readonly SheetRow[] => {
    if (place < HEAD_ROWS || cells.every((cell) => cell.kind === 'blank')) return [];
    const cellOf = (field: string): SheetCell => cells[columns.get(field) ?? -1] ?? BLANK_CELL;
    return [
      {
        cell: cellOf,
        filled: [...columns.keys()].filter((field) => cellOf(field).kind !== 'blank'),
        place: (field) => ({
          sheet: sheet.name,
          cell: cellAddress(place, Math.max(columns.get(field) ?? 0, 0)),
        }),
      },
    ];
  });
  return { rows, problems: checkHead(sheet, names, known) };
};

/** Reads the sheet that has one field a row: name, value, and whatever is said about them. */
export const readFieldRows = (
  sheet: Sheet,
  known: ReadonlySet<string>,
): SheetRows & { readonly row: SheetRow } => {
  const found = sheet.rows.flatMap((cells, place) => {
    const [name = BLANK_CELL, value = BLANK_CELL] = cells;
    if (place < HEAD_ROWS || name.kind !== 'text') return [];
    return [{ field: name.text.trim(), value, place }];
  });
  const at = (place: number, column: number) => ({ sheet: sheet.name, cell: cellAddress(place, column) });
  const byField = new Map(found.map((one) => [one.field, one]));
  const problems = found.flatMap(({ field, place }): DefinitionProblem[] => {
    if (!known.has(field)) return [{ code: 'field-unknown', place: at(place, 0), details: { field } }];
    return byField.get(field)?.place === place
      ? []
      : [{ code: 'field-repeated', place: at(place, 0), details: { field } }];
  });
  const row: SheetRow = {
    cell: (field) => byField.get(field)?.value ?? BLANK_CELL,
    filled: found.flatMap(({ field, value }) => (known.has(field) && value.kind !== 'blank' ? [field] : [])),
    place: (field) => at(byField.get(field)?.place ?? HEAD_ROWS - 1, 1),
  };
  return { rows: [row], row, problems };
};
