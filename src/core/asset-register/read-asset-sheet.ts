import { BLANK_CELL, cellAddress, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import { findDayOfCell, findDayOfText } from '#core/kernel/sheet-day.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { searchKey, tidy } from '#core/kernel/text.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { AssetField, AssetRegister } from './asset-register.ts';
import type { AssetValue } from './asset-values.ts';
import { ASSET_COLUMN_TITLES, ASSET_LEADING_COLUMNS, YES_NO_NAMES } from './asset-sheet.ts';
import { ASSET_FIELD_PROBLEMS, checkAssetEntry } from './check-asset-entry.ts';

/** What can be wrong with a cell of a workbook with entries. */
export const ASSET_SHEET_PROBLEMS = [
  ...ASSET_FIELD_PROBLEMS,
  'missing-column',
  'unknown-column',
  'repeated-column',
  'empty-list',
  'formula',
  'not-text',
  'malformed-version',
  'unknown-organization',
  'ambiguous-organization',
  'other-organization',
  'organization-differs',
  'unknown-entry',
  'retired-entry',
  'changed-since',
  'already-registered',
  'repeated-entry',
] as const;

export interface AssetSheetProblem {
  readonly cell: string;
  readonly code: (typeof ASSET_SHEET_PROBLEMS)[number];
  /** What the cell says. */
  readonly value: string;
}

/** A row of the workbook. */
export interface AssetSheetRow {
  /** Null for an entry that the register is to get. */
  readonly id: string | null;
  readonly version: number;
  readonly organizationCode: string;
  readonly name: string;
  readonly values: Readonly<Record<string, AssetValue>>;
  /** Names a cell of this row, for what only the register can tell. */
  readonly complain: (column: string, code: AssetSheetProblem['code']) => AssetSheetProblem;
}

/** What a workbook is understood by. */
export interface AssetSheetSurroundings {
  /** Codes of the organizations that a name may mean. */
  readonly findOrganizations: (name: string) => readonly string[];
  readonly today: PlainDate;
}

const isTitle = (written: string, title: LocalizedText): boolean =>
  [title.vi, title.en].some((one) => searchKey(one) === searchKey(written));

const shownText = (cell: SheetCell | undefined): string => {
  if (cell?.kind === 'text') return tidy(cell.text);
  if (cell?.kind === 'flag') return YES_NO_NAMES[cell.flag ? 'yes' : 'no'].vi;
  return cell?.kind === 'number' ? cell.number : '';
};

const findColumn = (register: AssetRegister, title: string): string | undefined =>
  ASSET_LEADING_COLUMNS.find((column) => isTitle(title, ASSET_COLUMN_TITLES[column])) ??
  register.fields.find(({ name }) => isTitle(title, name))?.code;

interface Head {
  readonly places: ReadonlyMap<string, number>;
  readonly problems: readonly AssetSheetProblem[];
}

/** Which column stands where. A title that is unknown or comes twice is told: what stands below it must not get lost. */
const readHead = (register: AssetRegister, cells: readonly SheetCell[]): Head => {
  const places = new Map<string, number>();
  const problems: AssetSheetProblem[] = [];
  cells.forEach((cell, place) => {
    const title = shownText(cell);
    if (title === '') return;
    const column = findColumn(register, title);
    const at = { cell: cellAddress(0, place), value: title };
    if (column === undefined) problems.push({ ...at, code: 'unknown-column' });
    else if (places.has(column)) problems.push({ ...at, code: 'repeated-column' });
    else places.set(column, place);
  });
  const wanted = [
    ...(['organization', 'name'] as const).map((code) => ({ code, title: ASSET_COLUMN_TITLES[code].vi })),
    ...register.fields.map(({ code, name }) => ({ code, title: name.vi })),
  ];
  const missing = wanted.filter(({ code }) => !places.has(code));
  return {
    places,
    problems: [
      ...problems,
      ...missing.map(({ title }) => ({ cell: 'A1', code: 'missing-column' as const, value: title })),
    ],
  };
};

const valueOfCell = (field: AssetField, cell: SheetCell): AssetValue => {
  const text = shownText(cell);
  const key = searchKey(text);
  switch (field.kind) {
    case 'text':
      return text;
    case 'choice':
      return field.choices.find(({ code, name }) => code === text || isTitle(text, name))?.code ?? text;
    case 'yes-no':
      return (['yes', 'no'] as const).find((one) => one === key || isTitle(text, YES_NO_NAMES[one])) ?? text;
    case 'day':
      return findDayOfCell(cell) ?? text;
    case 'days': {
      const day = findDayOfCell(cell);
      if (day !== undefined) return [day];
      const parts = text.split(/[;,]/).map(tidy);
      return parts.filter((part) => part !== '').map((part) => findDayOfText(part) ?? part);
    }
  }
};

/** The cells of one row, with what is wrong with them. */
const openRow = (cells: readonly SheetCell[], row: number, { places }: Head) => {
  const cellOf = (column: string): SheetCell => {
    const place = places.get(column);
    return (place === undefined ? undefined : cells[place]) ?? BLANK_CELL;
  };
  const complain: AssetSheetRow['complain'] = (column, code) => ({
    cell: cellAddress(row, places.get(column) ?? 0),
    code,
    value: shownText(cellOf(column)),
  });
  return { cellOf, complain };
};

type OpenRow = ReturnType<typeof openRow>;

// Of a formula only the program that opens the file knows what it gives.
const listForeignCells = ({ cellOf, complain }: OpenRow, columns: readonly string[]) =>
  columns.flatMap((column): AssetSheetProblem[] => {
    const { kind } = cellOf(column);
    if (kind === 'formula') return [complain(column, 'formula')];
    return kind === 'error' ? [complain(column, 'not-text')] : [];
  });

const readOrganization = (
  { cellOf, complain }: OpenRow,
  { findOrganizations }: AssetSheetSurroundings,
): string | AssetSheetProblem => {
  const name = shownText(cellOf('organization'));
  if (name === '') return complain('organization', 'missing');
  const [code, ...others] = findOrganizations(name);
  if (code === undefined) return complain('organization', 'unknown-organization');
  return others.length > 0 ? complain('organization', 'ambiguous-organization') : code;
};

const readVersion = ({ cellOf, complain }: OpenRow, id: string | null): number | AssetSheetProblem => {
  const text = shownText(cellOf('version'));
  if (id === null && text === '') return 0;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : complain('version', 'malformed-version');
};

const readRow = (
  register: AssetRegister,
  row: OpenRow,
  surroundings: AssetSheetSurroundings,
): AssetSheetRow | readonly AssetSheetProblem[] => {
  const { cellOf, complain } = row;
  const columns = [...ASSET_LEADING_COLUMNS, ...register.fields.map(({ code }) => code)];
  const foreign = listForeignCells(row, columns);
  if (foreign.length > 0) return foreign;
  const id = shownText(cellOf('id')) || null;
  const version = readVersion(row, id);
  const organizationCode = readOrganization(row, surroundings);
  const values = Object.fromEntries(
    register.fields.map((field) => [field.code, valueOfCell(field, cellOf(field.code))]),
  );
  const given = { name: shownText(cellOf('name')), values };
  const checked = checkAssetEntry(register, given, surroundings.today);
  const problems = [
    ...(typeof version === 'number' ? [] : [version]),
    ...(typeof organizationCode === 'string' ? [] : [organizationCode]),
    ...('problems' in checked ? checked.problems.map(({ field, code }) => complain(field, code)) : []),
  ];
  if ('problems' in checked || typeof version !== 'number' || typeof organizationCode !== 'string')
    return problems;
  return { id, version, organizationCode, ...checked, complain };
};

const isBlankRow = (cells: readonly SheetCell[]): boolean =>
  cells.every((cell) => cell.kind === 'blank' || (cell.kind === 'text' && tidy(cell.text) === ''));

/** Reads a workbook with entries of a register. Answers all rows, or every cell that is wrong. */
export const readAssetSheet = (
  register: AssetRegister,
  { rows }: Sheet,
  surroundings: AssetSheetSurroundings,
): { readonly rows: readonly AssetSheetRow[] } | { readonly problems: readonly AssetSheetProblem[] } => {
  const head = readHead(register, rows[0] ?? []);
  if (head.problems.length > 0) return { problems: head.problems };
  const read = rows
    .map((cells, row) => ({ cells, row }))
    .slice(1)
    .filter(({ cells }) => !isBlankRow(cells))
    .map(({ cells, row }) => readRow(register, openRow(cells, row, head), surroundings));
  const problems = read.flatMap((one) => ('complain' in one ? [] : one));
  if (problems.length > 0) return { problems };
  const taken = read.filter((one): one is AssetSheetRow => 'complain' in one);
  return taken.length === 0 ? { problems: [{ cell: 'A2', code: 'empty-list', value: '' }] } : { rows: taken };
};
