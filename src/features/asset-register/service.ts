import { type AccessDecision, type Actor, can, decideAccess } from '#core/access/access.ts';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import type { AssetValues } from '#core/asset-register/asset-values.ts';
import { checkAssetEntry } from '#core/asset-register/check-asset-entry.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { existsOn } from '#core/organization/organization.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { findAssetEntry, listAssetEntries, type StoredAssetEntry } from '#server/registers/asset-entries.ts';
import {
  type EntryState,
  type EntryWrite,
  isWritten,
  lockRegister,
  nameKeyOf,
  saveEntries,
} from './store.ts';

/** Who writes to a register, and when. */
export interface RegisterWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

/** What a person writes into an entry. */
interface EntryInput {
  readonly organization: string;
  readonly name: string;
  readonly values: AssetValues;
  readonly reason: string | null;
  readonly version: number;
  readonly writeId: string;
}

/** That an entry is not there, or not for this person. */
export const entryNotFound = (id: string): Refusal =>
  refuse('record.not-found', { kind: 'asset-entry', code: id });

const deniedBy = (access: AccessDecision): Refusal | undefined =>
  access.permitted ? undefined : refuse('access.denied', { reason: access.reason });

/** Why an actor may not write: what may not be known of is not there; what may be read but not written is denied. */
export const findWriteRefusal = (actor: Actor, organizationCode: string, id: string): Refusal | undefined => {
  if (!can(actor, 'register.read', { organizationCode })) return entryNotFound(id);
  return deniedBy(decideAccess(actor, 'register.write', { organizationCode }));
};

/** The facts of an entry that the audit trail says before and after. */
export const auditFacts = ({
  name,
  values,
  retiredOn,
}: Pick<EntryState, 'name' | 'values' | 'retiredOn'>) => ({
  name,
  ...values,
  retiredOn,
});

const isNameTaken = async (
  tx: Tx,
  entry: Pick<EntryState, 'id' | 'register' | 'organizationCode' | 'name'>,
): Promise<boolean> => {
  const all = await listAssetEntries(tx, [entry.register]);
  return all.some(
    (other) =>
      other.id !== entry.id &&
      other.retiredOn === null &&
      other.organizationCode === entry.organizationCode &&
      nameKeyOf(other.name) === nameKeyOf(entry.name),
  );
};

const hasOrganization = async (tx: Tx, code: string, today: PlainDate): Promise<boolean> => {
  const organization = (await readAgencyDirectory(tx)).findByCode(code);
  return organization !== undefined && existsOn(organization, today);
};

const trimmed = (text: string | null): string | null => {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
};

const record = async (
  tx: Tx,
  { caller }: RegisterWriter,
  present: StoredAssetEntry | undefined,
  next: EntryState,
  write: EntryWrite,
): Promise<void> => {
  await saveEntries(tx, [next], write);
  await appendAuditEvent(tx, caller, {
    at: write.at,
    action: `asset-entry.${write.kind}`,
    subject: `asset-entry:${next.id}`,
    details: { register: next.register, organizationCode: next.organizationCode, reason: write.reason },
    ...(present && { before: auditFacts(present) }),
    after: auditFacts(next),
  });
};

/** Decides what a write makes of an entry, or why it makes nothing of it. */
const decideEntry = async (
  tx: Tx,
  writer: RegisterWriter,
  register: AssetRegister,
  id: string,
  input: EntryInput,
): Promise<{ readonly present: StoredAssetEntry | undefined; readonly next: EntryState } | Refusal> => {
  const today = writer.clock.today();
  const present = await findAssetEntry(tx, id);
  if (present && present.register !== register.code) return entryNotFound(id);
  const organizationCode = present?.organizationCode ?? input.organization;
  const no = findWriteRefusal(writer.actor, organizationCode, id);
  if (no) return no;
  if (present && present.retiredOn !== null) return refuse('asset-entry.retired');
  const version = present?.version ?? 0;
  if (input.version !== version || organizationCode !== input.organization) {
    return refuse('edit.conflict', { version });
  }
  if (!(await hasOrganization(tx, organizationCode, today))) {
    return refuse('record.not-found', { kind: 'organization', code: organizationCode });
  }
  const checked = checkAssetEntry(register, input, today);
  if ('problems' in checked) return refuse('asset-entry.invalid', { problems: checked.problems });
  const next: EntryState = {
    ...{ id, register: register.code, organizationCode, ...checked, retiredOn: null },
    // What its owner has written is no longer made up.
    ...{ isSimulated: false, version: version + 1 },
  };
  if (await isNameTaken(tx, next)) return refuse('asset-entry.name-taken', { name: next.name });
  return { present, next };
};

/** Adds or changes an entry. A retry with the same write id changes nothing. */
export const putEntry = (
  writer: RegisterWriter,
  register: AssetRegister,
  id: string,
  input: EntryInput,
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    await lockRegister(tx, register.code);
    const decided = await decideEntry(tx, writer, register, id, input);
    if (!('next' in decided)) {
      const isRetry = decided.code === 'edit.conflict' && (await isWritten(tx, input.writeId, id));
      return isRetry ? undefined : decided;
    }
    if (await isWritten(tx, input.writeId, id)) return refuse('edit.conflict', { field: 'writeId' });
    const { present, next } = decided;
    const at = writer.clock.now();
    const by = writer.actor.accountId;
    const write = { kind: 'write', reason: trimmed(input.reason), at, by, writeId: input.writeId } as const;
    await record(tx, writer, present, next, write);
    return undefined;
  });

/** Retires an entry from a day on, or restores it. A retry with the same write id changes nothing. */
export const retireEntry = (
  writer: RegisterWriter,
  register: AssetRegister,
  id: string,
  input: {
    readonly retiredOn: PlainDate | null;
    readonly reason: string;
    readonly version: number;
    readonly writeId: string;
  },
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    await lockRegister(tx, register.code);
    const present = await findAssetEntry(tx, id);
    if (present?.register !== register.code) return entryNotFound(id);
    const no = findWriteRefusal(writer.actor, present.organizationCode, id);
    if (no) return no;
    if (await isWritten(tx, input.writeId, id)) return undefined;
    if (input.version !== present.version) return refuse('edit.conflict', { version: present.version });
    if (present.retiredOn === input.retiredOn) return undefined;
    const { organizationCode, name, values, isSimulated } = present;
    const next: EntryState = {
      ...{ id, register: register.code, organizationCode, name, values, isSimulated },
      ...{ retiredOn: input.retiredOn, version: present.version + 1 },
    };
    const isRestored = input.retiredOn === null;
    if (isRestored && (await isNameTaken(tx, next))) return refuse('asset-entry.name-taken', { name });
    const { at, by } = { at: writer.clock.now(), by: writer.actor.accountId };
    const reason = trimmed(input.reason);
    const kind = isRestored ? 'restore' : 'retire';
    await record(tx, writer, present, next, { kind, reason, at, by, writeId: input.writeId });
    return undefined;
  });
