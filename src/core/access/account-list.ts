import { cellAddress, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import { findDayOfCell } from '#core/kernel/sheet-day.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { searchKey, tidy } from '#core/kernel/text.ts';
import { ROLES_OF_ORGANIZATIONS, type Role } from './permissions.ts';

/** What can be wrong with a cell of a list of people. */
export const ACCOUNT_LIST_PROBLEMS = [
  'missing-column',
  'empty-list',
  'formula',
  'not-text',
  'missing',
  'malformed-username',
  'malformed-email',
  'malformed-phone',
  'malformed-day',
  'ends-before-it-begins',
  'unknown-organization',
  'ambiguous-organization',
  'unknown-role',
  'organization-required',
  'differs-from-other-row',
] as const;

export interface AccountListProblem {
  readonly cell: string;
  readonly code: (typeof ACCOUNT_LIST_PROBLEMS)[number];
  /** What the cell says. */
  readonly value: string;
}

/** Columns of the list, in the order of the form. */
export const ACCOUNT_LIST_COLUMNS = [
  'username',
  'displayName',
  'email',
  'phone',
  'organization',
  'role',
  'validFrom',
  'validTo',
] as const;
export type AccountListColumn = (typeof ACCOUNT_LIST_COLUMNS)[number];

/** A row of the list: a person in one role. */
export interface AccountListRow {
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organizationCode: string | null;
  readonly role: Role;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** What the list is understood by. */
export interface AccountListSurroundings {
  /** Titles of the columns in the file, in any language. */
  readonly titles: Readonly<Record<AccountListColumn, readonly string[]>>;
  /** Codes of the organizations that a name may mean. */
  readonly findOrganizations: (name: string) => readonly string[];
  readonly findRole: (name: string) => Role | undefined;
  readonly today: PlainDate;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,62}$/;
// One address: what separates addresses, or names one beside another, would send a letter elsewhere.
const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()"]+$/;
const PHONE = /^[\d +().-]{6,20}$/;
const shownText = (cell: SheetCell | undefined): string => {
  if (cell?.kind === 'text') return tidy(cell.text);
  return cell?.kind === 'number' ? cell.number : '';
};

type Places = Readonly<Record<AccountListColumn, number | undefined>>;

const findPlaces = (head: readonly SheetCell[], { titles }: AccountListSurroundings): Places => {
  const keys = head.map((cell) => searchKey(shownText(cell)));
  const placeOf = (column: AccountListColumn): number | undefined => {
    const place = keys.findIndex((key) => titles[column].some((title) => searchKey(title) === key));
    return place < 0 ? undefined : place;
  };
  return Object.fromEntries(ACCOUNT_LIST_COLUMNS.map((column) => [column, placeOf(column)])) as Places;
};

/** Reads the cells of one row and notes what is wrong with each. */
const openRow = (
  cells: readonly SheetCell[],
  row: number,
  places: Places,
  problems: AccountListProblem[],
) => {
  const cellOf = (column: AccountListColumn): SheetCell => {
    const place = places[column];
    return (place === undefined ? undefined : cells[place]) ?? { kind: 'blank' };
  };
  const complain = (column: AccountListColumn, code: AccountListProblem['code']): null => {
    const cell = cellAddress(row, places[column] ?? 0);
    problems.push({ cell, code, value: shownText(cellOf(column)) });
    return null;
  };
  const textOf = (column: AccountListColumn, isNeeded: boolean): string | null => {
    const cell = cellOf(column);
    if (cell.kind === 'formula') return complain(column, 'formula');
    if (cell.kind === 'error' || cell.kind === 'flag') return complain(column, 'not-text');
    const text = shownText(cell);
    if (text !== '') return text;
    return isNeeded ? complain(column, 'missing') : null;
  };
  return { cellOf, complain, textOf };
};

type OpenRow = ReturnType<typeof openRow>;

const matching = (
  { textOf, complain }: OpenRow,
  column: 'email' | 'phone',
  pattern: RegExp,
  code: AccountListProblem['code'],
): string | null => {
  const text = textOf(column, false);
  return text === null || pattern.test(text) ? text : complain(column, code);
};

const readOrganization = (
  { textOf, complain }: OpenRow,
  { findOrganizations }: AccountListSurroundings,
): string | null => {
  const name = textOf('organization', false);
  if (name === null) return null;
  const [code, ...others] = findOrganizations(name);
  if (code === undefined) return complain('organization', 'unknown-organization');
  return others.length > 0 ? complain('organization', 'ambiguous-organization') : code;
};

const readSpanDay = (
  { cellOf, textOf, complain }: OpenRow,
  column: 'validFrom' | 'validTo',
): PlainDate | null => {
  if (textOf(column, false) === null) return null;
  return findDayOfCell(cellOf(column)) ?? complain(column, 'malformed-day');
};

const readRow = (row: OpenRow, surroundings: AccountListSurroundings): AccountListRow | undefined => {
  const username = row.textOf('username', true)?.toLowerCase() ?? null;
  if (username !== null && !USERNAME.test(username)) row.complain('username', 'malformed-username');
  const displayName = row.textOf('displayName', true);
  const email = matching(row, 'email', EMAIL, 'malformed-email');
  const phone = matching(row, 'phone', PHONE, 'malformed-phone');
  const organizationCode = readOrganization(row, surroundings);
  const roleName = row.textOf('role', true);
  const role = roleName === null ? undefined : surroundings.findRole(roleName);
  if (roleName !== null && role === undefined) row.complain('role', 'unknown-role');
  const validFrom = readSpanDay(row, 'validFrom') ?? surroundings.today;
  const validTo = readSpanDay(row, 'validTo');
  if (validTo !== null && isAfter(validFrom, validTo)) row.complain('validTo', 'ends-before-it-begins');
  if (username === null || displayName === null || role === undefined) return undefined;
  const isBound = ROLES_OF_ORGANIZATIONS.some((bound) => bound === role);
  if (isBound && row.textOf('organization', false) === null)
    row.complain('organization', 'organization-required');
  return { username, displayName, email, phone, organizationCode, role, validFrom, validTo };
};

const PERSONAL = ['displayName', 'email', 'phone'] as const;

/** Says of rows of one person that do not agree about the person. */
const compareWithFirst = (first: AccountListRow, row: AccountListRow, open: OpenRow): void => {
  for (const column of PERSONAL) {
    if (row[column] !== null && row[column] !== first[column])
      open.complain(column, 'differs-from-other-row');
  }
};

/**
 * Reads a list of people, a row for each role of each. Rows with neither user name nor name are left out: the form comes with
 * all organizations filled in. Answers all rows, or every cell that is wrong.
 */
export const readAccountList = (
  { rows }: Sheet,
  surroundings: AccountListSurroundings,
): { readonly rows: readonly AccountListRow[] } | { readonly problems: readonly AccountListProblem[] } => {
  const places = findPlaces(rows[0] ?? [], surroundings);
  const missing = (['username', 'displayName', 'organization', 'role'] as const).filter(
    (column) => places[column] === undefined,
  );
  if (missing.length > 0) {
    const named = missing.map((column) => surroundings.titles[column][0] ?? column);
    return { problems: named.map((value) => ({ cell: 'A1', code: 'missing-column', value })) };
  }
  const problems: AccountListProblem[] = [];
  const read: AccountListRow[] = [];
  const firstOf = new Map<string, AccountListRow>();
  rows.slice(1).forEach((cells, index) => {
    const open = openRow(cells, index + 1, places, problems);
    if (open.cellOf('username').kind === 'blank' && open.cellOf('displayName').kind === 'blank') return;
    const row = readRow(open, surroundings);
    if (!row) return;
    const first = firstOf.get(row.username);
    if (first) compareWithFirst(first, row, open);
    else firstOf.set(row.username, row);
    read.push(row);
  });
  if (problems.length > 0) return { problems };
  return read.length === 0 ? { problems: [{ cell: 'A2', code: 'empty-list', value: '' }] } : { rows: read };
};
