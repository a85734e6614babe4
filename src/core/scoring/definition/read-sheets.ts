import type { Sheet } from '#core/kernel/sheet.ts';
import { decodeRow, type Draft, type Places } from './decode-row.ts';
import type { SheetKey } from './field-shape.ts';
import { COMPONENT, DATA_ITEM, FRAMEWORK_FIELDS } from './framework-shapes.ts';
import { linkComponents } from './link-components.ts';
import { PlacedRows } from './placed-rows.ts';
import type { DefinitionPlace, DefinitionProblem } from './problem.ts';
import {
  FRAMEWORK_SHEET,
  FRAMEWORK_COLUMNS,
  findSheetKey,
  GUIDE_SHEET,
  HEAD_ROWS,
  PLACE_COLUMNS,
  SHEET_COLUMNS,
  SHEET_NAMES,
} from './sheet-layout.ts';
import { readFieldRows, readSheetRows, type SheetRow } from './sheet-rows.ts';

/** A definition as read from tables: not yet checked, with the cell of each of its members. */
export interface ReadSheets {
  readonly definition: unknown;
  readonly problems: readonly DefinitionProblem[];
  /** The cell that a path within the definition was read from. */
  readonly place: (path: readonly PropertyKey[]) => DefinitionPlace;
}

const PLACED_SHEETS = ['rules', 'levels', 'agencies', 'examples', 'notes', 'roundings'] as const;

const placeFinder =
  (definition: Draft, places: Places): ReadSheets['place'] =>
  (path) => {
    let found: DefinitionPlace = { sheet: FRAMEWORK_SHEET, cell: 'A1' };
    let thing: unknown = definition;
    for (const step of path) {
      if (typeof thing !== 'object' || thing === null) break;
      const known = places.get(thing as Draft);
      found = known?.get(String(step)) ?? found;
      thing = (thing as Draft)[String(step)];
      // A thing in a list is found at the first of its own cells.
      const first = typeof thing === 'object' && thing !== null ? places.get(thing as Draft) : undefined;
      if (first && !known) found = first.values().next().value ?? found;
    }
    return found;
  };

const listSheetProblems = (sheets: readonly Sheet[]): readonly DefinitionProblem[] => {
  const names = new Set(sheets.map(({ name }) => name));
  const expected: readonly string[] = [
    FRAMEWORK_SHEET,
    SHEET_NAMES.components,
    SHEET_NAMES.rules,
    SHEET_NAMES.items,
  ];
  return [
    ...expected
      .filter((name) => !names.has(name))
      .map((sheet): DefinitionProblem => ({
        code: 'sheet-missing',
        place: { sheet, cell: 'A1' },
        details: {},
      })),
    ...sheets
      .filter(({ name }) => name !== FRAMEWORK_SHEET && name !== GUIDE_SHEET && !findSheetKey(name))
      .map(({ name }): DefinitionProblem => ({
        code: 'sheet-unknown',
        place: { sheet: name, cell: 'A1' },
        details: { sheets: [FRAMEWORK_SHEET, ...Object.values(SHEET_NAMES)].join(', ') },
      })),
  ];
};

// In a merged range all cells but the first are blank, which would silently say "none". Titles above the names may be merged.
const listMerged = ({ name, merged = [] }: Sheet): readonly DefinitionProblem[] =>
  merged
    .filter((range) => Number(/\d+$/.exec(range)?.[0] ?? HEAD_ROWS) >= HEAD_ROWS)
    .map((cell) => ({ code: 'cells-merged', place: { sheet: name, cell }, details: {} }));

/** Reads the tables of a workbook into the definition of a framework, with every problem and its cell. */
export const readSheets = (sheets: readonly Sheet[]): ReadSheets => {
  const places: Places = new WeakMap();
  const problems: DefinitionProblem[] = [
    ...listSheetProblems(sheets),
    ...sheets.filter(({ name }) => name !== GUIDE_SHEET).flatMap(listMerged),
  ];
  const rowsOf = (key: SheetKey): readonly SheetRow[] => {
    const sheet = sheets.find(({ name }) => name === SHEET_NAMES[key]);
    if (!sheet) return [];
    const read = readSheetRows(sheet, new Set([...PLACE_COLUMNS[key], ...SHEET_COLUMNS[key].keys()]));
    problems.push(...read.problems);
    return read.rows;
  };

  const own = sheets.find(({ name }) => name === FRAMEWORK_SHEET) ?? { name: FRAMEWORK_SHEET, rows: [] };
  const fields = readFieldRows(own, FRAMEWORK_COLUMNS);
  const framework = decodeRow(fields.row, FRAMEWORK_FIELDS, [], places);
  problems.push(...fields.problems, ...framework.problems);

  const placed = new PlacedRows(places);
  placed.addOwner('', framework);
  const items = rowsOf('items').map((row) => {
    const decoded = decodeRow(row, DATA_ITEM, PLACE_COLUMNS.items, places);
    problems.push(...decoded.problems);
    placed.addItem(decoded);
    return decoded.thing;
  });
  const components = rowsOf('components').map((row) => {
    const decoded = decodeRow(row, COMPONENT, PLACE_COLUMNS.components, places);
    problems.push(...decoded.problems);
    placed.addOwner(String(decoded.thing.code), decoded);
    return { row, thing: decoded.thing };
  });
  const linked = linkComponents(components);
  problems.push(...linked.problems);
  problems.push(...placed.fill(PLACED_SHEETS.map((key) => ({ key, rows: rowsOf(key) }))));

  const definition: Draft = { ...framework.thing, dataItems: items, components: linked.roots };
  places.set(definition, places.get(framework.thing) ?? new Map());
  return { definition, problems, place: placeFinder(definition, places) };
};
