import { can } from '#core/access/access.ts';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import { type AddedEvidence, addEvidence, recordRefusedEvidence } from '#server/registers/add-evidence.ts';
import { findAssetEntry, type StoredAssetEntry } from '#server/registers/asset-entries.ts';
import { listOwnEvidence } from '#server/registers/evidence-pieces.ts';
import { attachToEntry, detachFromEntry, listAttachedIds } from './evidence-store.ts';
import { entryNotFound, findWriteRefusal, type RegisterWriter } from './service.ts';
import { lockRegister } from './store.ts';

/** The entry that somebody changes the evidence of. */
interface EntryPlace {
  readonly register: AssetRegister;
  readonly id: string;
}

const findWritable = async (
  db: Db | Tx,
  { actor }: RegisterWriter,
  { register, id }: EntryPlace,
): Promise<StoredAssetEntry | Refusal> => {
  const entry = await findAssetEntry(db, id);
  if (entry?.register !== register.code) return entryNotFound(id);
  const no = findWriteRefusal(actor, entry.organizationCode, id);
  if (no) return no;
  return entry.retiredOn === null ? entry : refuse('asset-entry.retired');
};

const change = async (
  tx: Tx,
  { clock, actor, caller }: RegisterWriter,
  entry: StoredAssetEntry,
  wanted: { readonly attach: readonly string[]; readonly detach: readonly string[] },
): Promise<void> => {
  const present = await listAttachedIds(tx, entry.id);
  const attached = [...new Set(wanted.attach)].filter((id) => !present.has(id));
  const detached = [...new Set(wanted.detach)].filter((id) => present.has(id));
  if (attached.length === 0 && detached.length === 0) return;
  const write = { at: clock.now(), by: actor.accountId };
  await attachToEntry(tx, entry.id, attached, write);
  await detachFromEntry(tx, entry.id, detached, write);
  await appendAuditEvent(tx, caller, {
    ...{ at: write.at, action: 'asset-entry.attach', subject: `asset-entry:${entry.id}` },
    details: {
      ...{ register: entry.register, organizationCode: entry.organizationCode },
      ...{ attached, detached },
    },
  });
};

/** Adds evidence and attaches it to an entry in one act. A retry with the same write id adds nothing twice. */
export const addEntryEvidence = (
  writer: RegisterWriter,
  place: EntryPlace,
  added: AddedEvidence,
  writeId: string,
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    await lockRegister(tx, place.register.code);
    const entry = await findWritable(tx, writer, place);
    if (isRefusal(entry)) return entry;
    const { clock, actor, caller } = writer;
    const { organizationCode } = entry;
    const write = { caller, at: clock.now(), by: actor.accountId, organizationCode, writeId };
    const id = await addEvidence(tx, { ...write, place: { 'asset-entry': entry.id } }, added);
    if (isRefusal(id)) return id;
    await change(tx, writer, entry, { attach: [id], detach: [] });
    return undefined;
  });

/** Keeps a file, on the disk first, and attaches it to an entry. */
export const addEntryEvidenceFile = async (
  writer: RegisterWriter,
  files: EvidenceFiles,
  place: EntryPlace,
  upload: { readonly name: string; readonly content: Uint8Array; readonly writeId: string },
): Promise<Refusal | undefined> => {
  // Before anything is written: a stranger's file must not take room.
  const entry = await findWritable(writer.db, writer, place);
  if (isRefusal(entry)) return entry;
  const admitted = await files.admit(upload);
  if (isRefusal(admitted)) {
    const { db, clock, caller } = writer;
    const subject = `asset-entry:${entry.id}`;
    await recordRefusedEvidence(db, { caller, at: clock.now(), subject }, admitted);
    return admitted;
  }
  return addEntryEvidence(writer, place, { kind: 'file', file: admitted }, upload.writeId);
};

/** Attaches evidence of the owner to an entry and takes it away, all or nothing; what is so already stays so. */
export const putEntryEvidence = (
  writer: RegisterWriter,
  place: EntryPlace,
  wanted: { readonly attach: readonly string[]; readonly detach: readonly string[] },
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    await lockRegister(tx, place.register.code);
    const entry = await findWritable(tx, writer, place);
    if (isRefusal(entry)) return entry;
    const own = await listOwnEvidence(tx, entry.organizationCode, wanted.attach);
    const foreign = wanted.attach.find((id) => !own.has(id));
    if (foreign !== undefined) return refuse('evidence.not-of-this-organization', { evidence: foreign });
    await change(tx, writer, entry, wanted);
    return undefined;
  });

/** Whether a person may attach evidence to an entry now. */
export const mayAttach = (
  actor: RegisterWriter['actor'] | undefined,
  { organizationCode, retiredOn }: Pick<StoredAssetEntry, 'organizationCode' | 'retiredOn'>,
): boolean => retiredOn === null && can(actor, 'register.write', { organizationCode });
