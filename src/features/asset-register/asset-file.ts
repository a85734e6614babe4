import { v7 as newId } from 'uuid';
import { type Actor, can, findReach } from '#core/access/access.ts';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import { buildAssetSheet, listSheetChoices } from '#core/asset-register/asset-sheet.ts';
import {
  type AssetSheetProblem,
  type AssetSheetRow,
  readAssetSheet,
} from '#core/asset-register/read-asset-sheet.ts';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { existsOn } from '#core/organization/organization.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations, readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { listAssetEntries, type StoredAssetEntry } from '#server/registers/asset-entries.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { auditFacts, type RegisterWriter } from './service.ts';
import { type EntryState, lockRegister, nameKeyOf, saveEntries } from './store.ts';

const WIDTHS = [14, 9, 32, 40] as const;
const FIELD_WIDTH = 24;

/** The kept entries within reach as a workbook; it is the form for the import as well. */
export const exportRegister = async (
  { db, actor }: { readonly db: Db; readonly actor: Actor | undefined },
  register: AssetRegister,
): Promise<FileAnswer> => {
  const entries = await listAssetEntries(db, [register.code], findReach(actor, 'register.read'));
  const names = new Map((await listOrganizations(db)).map(({ code, name }) => [code, name]));
  const rows = entries
    .filter(({ retiredOn }) => retiredOn === null)
    .map(({ organizationCode, ...entry }) => ({
      ...entry,
      organization: names.get(organizationCode) ?? organizationCode,
    }));
  const sheet = buildAssetSheet(register, rows);
  const widths = [...WIDTHS, ...register.fields.map(() => FIELD_WIDTH)];
  return {
    name: `${register.path}.xlsx`,
    mediaType: MEDIA_TYPES.xlsx,
    content: writeXlsx([{ ...sheet, widths, headRows: 1, choices: listSheetChoices(register) }]),
  };
};

/** What a workbook does to a register, or would do. */
interface AssetImport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
}

const refuseProblems = (problems: readonly AssetSheetProblem[]): Refusal =>
  refuse('asset-register.import-invalid', { problems, total: problems.length });

// A commune may share its name with another: the code is unambiguous.
const codesOf = (directory: AgencyDirectory, name: string, today: PlainDate): readonly string[] => {
  const exact = directory.findByCode(name);
  const found = exact ? [exact] : directory.find(name);
  return found.filter((organization) => existsOn(organization, today)).map(({ code }) => code);
};

const readRows = async (
  { db, clock }: RegisterWriter,
  register: AssetRegister,
  content: Uint8Array,
): Promise<readonly AssetSheetRow[] | Refusal> => {
  if (content.length === 0) return refuse('file.empty');
  const sheets = readXlsx(content);
  if (isRefusal(sheets)) return sheets;
  const [sheet] = sheets;
  if (!sheet) return refuse('file.empty');
  const directory = await readAgencyDirectory(db);
  const today = clock.today();
  const findOrganizations = (name: string): readonly string[] => codesOf(directory, name, today);
  const read = readAssetSheet(register, sheet, { findOrganizations, today });
  return 'problems' in read ? refuseProblems(read.problems) : read.rows;
};

const nameKeyIn = ({ organizationCode, name }: Pick<EntryState, 'organizationCode' | 'name'>): string =>
  `${organizationCode}/${nameKeyOf(name)}`;

const sameContent = (row: AssetSheetRow, entry: StoredAssetEntry): boolean => {
  const names = [...new Set([...Object.keys(row.values), ...Object.keys(entry.values)])];
  return (
    row.name === entry.name &&
    names.every((name) => JSON.stringify(row.values[name]) === JSON.stringify(entry.values[name]))
  );
};

type Decision =
  | { readonly kind: 'problem'; readonly problem: AssetSheetProblem }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'added' | 'changed';
      readonly next: EntryState;
      readonly present: StoredAssetEntry | undefined;
    };

const complain = (row: AssetSheetRow, column: string, code: AssetSheetProblem['code']): Decision => ({
  kind: 'problem',
  problem: row.complain(column, code),
});

const stateOf = (row: AssetSheetRow, register: AssetRegister, id: string, version: number): EntryState => ({
  ...{ id, register: register.code, organizationCode: row.organizationCode },
  ...{ name: row.name, values: row.values, retiredOn: null, isSimulated: false, version },
});

/** Decides one row against what the register holds. */
const decideRow = (
  writer: RegisterWriter,
  register: AssetRegister,
  entries: readonly StoredAssetEntry[],
  row: AssetSheetRow,
): Decision => {
  const { organizationCode } = row;
  if (!can(writer.actor, 'register.write', { organizationCode })) {
    return complain(row, 'organization', 'other-organization');
  }
  const namesake = entries.find(
    (entry) => entry.id !== row.id && entry.retiredOn === null && nameKeyIn(entry) === nameKeyIn(row),
  );
  if (row.id === null) {
    // The same workbook sent again says what is so already.
    if (namesake)
      return sameContent(row, namesake) ? { kind: 'unchanged' } : complain(row, 'name', 'already-registered');
    return { kind: 'added', next: stateOf(row, register, newId(), 1), present: undefined };
  }
  // Of another organization's entries a person need not even be told.
  const present = entries.find((entry) => entry.id === row.id);
  if (!present || !can(writer.actor, 'register.read', present)) return complain(row, 'id', 'unknown-entry');
  if (present.organizationCode !== organizationCode)
    return complain(row, 'organization', 'organization-differs');
  if (present.retiredOn !== null) return complain(row, 'id', 'retired-entry');
  if (sameContent(row, present)) return { kind: 'unchanged' };
  if (present.version !== row.version) return complain(row, 'version', 'changed-since');
  if (namesake) return complain(row, 'name', 'already-registered');
  return { kind: 'changed', next: stateOf(row, register, present.id, present.version + 1), present };
};

const listRepeated = (rows: readonly AssetSheetRow[]): readonly AssetSheetProblem[] => {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const keys = [nameKeyIn(row), ...(row.id === null ? [] : [`id/${row.id}`])];
    const isRepeated = keys.some((key) => seen.has(key));
    keys.forEach((key) => seen.add(key));
    return isRepeated ? [row.complain('name', 'repeated-entry')] : [];
  });
};

/** Adds and changes entries from a workbook, all or nothing; a dry run tells what would be done. Entries that it leaves out stay. */
export const importRegister = async (
  writer: RegisterWriter,
  register: AssetRegister,
  content: Uint8Array,
  isDryRun: boolean,
): Promise<AssetImport | Refusal> => {
  const rows = await readRows(writer, register, content);
  if (isRefusal(rows)) return rows;
  const repeated = listRepeated(rows);
  if (repeated.length > 0) return refuseProblems(repeated);
  return writer.db.transaction().execute(async (tx) => {
    await lockRegister(tx, register.code);
    const entries = await listAssetEntries(tx, [register.code]);
    const decisions = rows.map((row) => decideRow(writer, register, entries, row));
    const problems = decisions.flatMap((one) => (one.kind === 'problem' ? [one.problem] : []));
    if (problems.length > 0) return refuseProblems(problems);
    const written = decisions.flatMap((one) => ('next' in one ? [one] : []));
    const namesOf = (kind: Decision['kind']): readonly string[] =>
      written.filter((one) => one.kind === kind).map(({ next }) => next.name);
    const outcome = {
      ...{ added: namesOf('added'), changed: namesOf('changed') },
      unchanged: decisions.length - written.length,
    };
    if (isDryRun || written.length === 0) return outcome;
    const at = writer.clock.now();
    const by = writer.actor.accountId;
    const write = { kind: 'import', reason: null, at, by, writeId: newId() } as const;
    await saveEntries(
      tx,
      written.map(({ next }) => next),
      write,
    );
    for (const { present, next } of written) {
      await appendAuditEvent(tx, writer.caller, {
        ...{ at, action: 'asset-entry.import', subject: `asset-entry:${next.id}` },
        details: { register: register.code, organizationCode: next.organizationCode },
        ...(present && { before: auditFacts(present) }),
        after: auditFacts(next),
      });
    }
    return outcome;
  });
};
