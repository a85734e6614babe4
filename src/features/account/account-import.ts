import { v7 as newId } from 'uuid';
import {
  ACCOUNT_LIST_COLUMNS,
  readAccountList,
  type AccountListColumn,
  type AccountListProblem,
  type AccountListRow,
} from '#core/access/account-list.ts';
import { ROLES, type Role } from '#core/access/permissions.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { SheetCell } from '#core/kernel/sheet.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { existsOn, type OrganizationKind } from '#core/organization/organization.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { en } from '#web/i18n/en.ts';
import { vi } from '#web/i18n/vi.ts';
import { recordDeeds, type AccountChange, type AccountDeed } from './account-change.ts';
import { listAllHoldingsOf, type StoredHolding } from './holding-store.ts';
import { findHoldingFault, grantRole } from './roles.ts';
import { insertPerson, readPerson } from './service.ts';
import { findAccount, type AccountRow } from './store.ts';

const TITLES = {
  username: ['Tên đăng nhập', 'User name'],
  displayName: ['Họ và tên', 'Name'],
  email: ['Thư điện tử công vụ', 'Office e-mail'],
  phone: ['Điện thoại công vụ', 'Office telephone'],
  organization: ['Cơ quan', 'Organization'],
  role: ['Vai trò', 'Role'],
  validFrom: ['Từ ngày', 'From'],
  validTo: ['Đến ngày', 'To'],
} as const satisfies Readonly<Record<AccountListColumn, readonly string[]>>;

const WIDTHS = [22, 28, 30, 20, 40, 18, 14, 14] as const;

const roleNames = new Map<string, Role>(
  ROLES.flatMap((role) =>
    [role, vi.shell.roles[role], en.shell.roles[role]].map((name) => [searchKey(name), role] as const),
  ),
);

/** Bodies that report: agencies of the province and communes. */
const REPORTING_KINDS: ReadonlySet<OrganizationKind> = new Set([
  'department',
  'board',
  'police',
  'vertical-agency',
  'public-service-unit',
  'commune',
  'ward',
  'special-zone',
]);

const textCell = (text: string): SheetCell => ({ kind: 'text', text });
const BLANK: SheetCell = { kind: 'blank' };

/** The form for the list of people: each organization that reports stands in it twice, for who reports and who signs. */
export const buildAccountForm = async (db: Db, clock: Clock): Promise<FileAnswer> => {
  const { organizations } = await readAgencyDirectory(db);
  const today = clock.today();
  const rows = organizations
    .filter((organization) => REPORTING_KINDS.has(organization.kind) && existsOn(organization, today))
    .flatMap(({ name }) =>
      (['reporter', 'approver'] as const).map((role) => [
        ...[BLANK, BLANK, BLANK, BLANK],
        ...[textCell(name), textCell(vi.shell.roles[role]), BLANK, BLANK],
      ]),
    );
  return {
    name: 'tai-khoan.xlsx',
    mediaType: MEDIA_TYPES.xlsx,
    content: writeXlsx([
      {
        name: 'Tài khoản',
        rows: [ACCOUNT_LIST_COLUMNS.map((column) => textCell(TITLES[column][0])), ...rows],
        widths: WIDTHS,
        headRows: 1,
        choices: [{ column: 5, values: ROLES.map((role) => vi.shell.roles[role]) }],
      },
    ]),
  };
};

/** What a list of people does, or would do. */
export interface AccountImport {
  readonly added: readonly { readonly id: string; readonly username: string; readonly displayName: string }[];
  readonly extended: number;
  readonly granted: number;
  readonly unchanged: number;
}

const refuseProblems = (problems: readonly AccountListProblem[]): Refusal<'account.import-invalid'> =>
  refuse('account.import-invalid', { problems, total: problems.length });

// Communes share names with others; the code and the full name are always unambiguous.
const codesOf = (directory: AgencyDirectory, name: string): readonly string[] => {
  const exact = directory.findByCode(name);
  return exact ? [exact.code] : directory.find(name).map(({ code }) => code);
};

const readRows = async (
  change: AccountChange,
  content: Uint8Array,
): Promise<readonly AccountListRow[] | Refusal> => {
  if (content.length === 0) return refuse('file.empty');
  const sheets = readXlsx(content);
  if (isRefusal(sheets)) return sheets;
  const [sheet] = sheets;
  if (!sheet) return refuse('file.empty');
  const directory = await readAgencyDirectory(change.db);
  const today = change.clock.today();
  const read = readAccountList(sheet, {
    titles: TITLES,
    findOrganizations: (name) => {
      const codes = codesOf(directory, name);
      const present = codes.filter((code) => {
        const organization = directory.findByCode(code);
        return organization !== undefined && existsOn(organization, today);
      });
      return present.length > 0 ? present : codes;
    },
    findRole: (name) => roleNames.get(searchKey(name)),
    today,
  });
  return 'problems' in read ? refuseProblems(read.problems) : read.rows;
};

const isHeld = (held: readonly StoredHolding[], row: AccountListRow): boolean =>
  held.some(
    (holding) =>
      holding.role === row.role &&
      holding.organizationCode === row.organizationCode &&
      holding.endedAt === null &&
      (holding.validTo === null || (row.validTo !== null && holding.validTo >= row.validTo)),
  );

interface PersonDeeds {
  readonly account: Pick<AccountRow, 'accountId' | 'username' | 'displayName'>;
  readonly isNew: boolean;
  readonly deeds: readonly AccountDeed[];
  readonly unchanged: number;
}

const takePerson = async (
  tx: Tx,
  change: AccountChange,
  rows: readonly [AccountListRow, ...AccountListRow[]],
): Promise<PersonDeeds | Refusal> => {
  const [first] = rows;
  const known = await findAccount(tx, first.username);
  if (!known) {
    const person = readPerson({ ...first, accountId: newId() });
    if (isRefusal(person)) return person;
    const deeds = await insertPerson(tx, change, person, rows);
    return isRefusal(deeds) ? deeds : { account: person, isNew: true, deeds, unchanged: 0 };
  }
  const held = await listAllHoldingsOf(tx, known.accountId);
  const wanted = rows.filter((row) => !isHeld(held, row));
  const deeds: AccountDeed[] = [];
  for (const row of wanted) {
    const fault = await findHoldingFault(tx, row);
    if (fault) return fault;
    deeds.push(await grantRole(tx, change, known.accountId, row));
  }
  return { account: known, isNew: false, deeds, unchanged: rows.length - wanted.length };
};

const outcomeOf = (people: readonly PersonDeeds[]): AccountImport => ({
  added: people
    .filter(({ isNew }) => isNew)
    .map(({ account: { accountId, username, displayName } }) => ({ id: accountId, username, displayName })),
  extended: people.filter(({ isNew, deeds }) => !isNew && deeds.length > 0).length,
  granted: people.flatMap(({ deeds }) => deeds).filter(({ action }) => action === 'role.grant').length,
  unchanged: people.reduce((sum, { unchanged }) => sum + unchanged, 0),
});

/** Carries what a transaction found out past the rollback that undoes it. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly result: AccountImport | Refusal;
  constructor(result: AccountImport | Refusal) {
    super('undone on purpose');
    this.result = result;
  }
}

/** Adds people and roles from an .xlsx list, all or nothing; a dry run does the same and takes it back. */
export const importAccountList = async (
  change: AccountChange,
  content: Uint8Array,
  isDryRun: boolean,
): Promise<AccountImport | Refusal> => {
  const rows = await readRows(change, content);
  if (isRefusal(rows)) return rows;
  const byPerson = [...groupBy(rows, ({ username }) => username).values()];
  try {
    return await change.db.transaction().execute(async (tx) => {
      const people: PersonDeeds[] = [];
      for (const [first, ...others] of byPerson) {
        if (!first) continue;
        const taken = await takePerson(tx, change, [first, ...others]);
        if (isRefusal(taken)) throw new Undone(taken);
        people.push(taken);
      }
      if (isDryRun) throw new Undone(outcomeOf(people));
      await recordDeeds(
        tx,
        change,
        people.flatMap(({ deeds }) => deeds),
      );
      return outcomeOf(people);
    });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
};
