import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { EvidenceReference } from '#contract/evidence.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import type { AdmittedFile } from '#server/files/evidence-files.ts';
import { findDocumentTitle } from './evidence-pieces.ts';
import {
  type EvidenceThing,
  findEvidenceOfWrite,
  insertEvidence,
  type WrittenEvidence,
} from './evidence-writes.ts';

/** Evidence that somebody adds: a file that the store keeps already, a page, or a document of the register. */
export type AddedEvidence = { readonly kind: 'file'; readonly file: AdmittedFile } | EvidenceReference;

/** Who adds evidence for which organization, at what, and with which write. */
interface EvidenceWrite {
  readonly caller: Caller;
  readonly at: string;
  readonly by: string;
  readonly organizationCode: string;
  /** What it is added at, for the audit trail: `{ submission: id }`. */
  readonly place: Readonly<Record<string, string>>;
  readonly writeId: string;
}

const nameThing = async (
  tx: Tx,
  added: AddedEvidence,
): Promise<{ readonly title: string; readonly thing: EvidenceThing } | Refusal> => {
  switch (added.kind) {
    case 'file': {
      const { name, ...file } = added.file;
      return { title: name, thing: { kind: 'file', ...file } };
    }
    case 'link': {
      const { url, title } = added;
      return { title: title.trim() === '' ? url : title.trim(), thing: { kind: 'link', url } };
    }
    case 'document': {
      const { documentId } = added;
      const title = await findDocumentTitle(tx, documentId);
      return title === undefined
        ? refuse('record.not-found', { kind: 'document', code: documentId })
        : { title, thing: { kind: 'document', documentId } };
    }
  }
};

const isThing = (earlier: WrittenEvidence, thing: EvidenceThing): boolean => {
  switch (thing.kind) {
    case 'file':
      return earlier.sha256 === thing.sha256;
    case 'link':
      return earlier.url === thing.url;
    case 'document':
      return earlier.documentId === thing.documentId;
  }
};

/** Adds evidence to what an organization has, and answers its id. A retry with the same write id adds nothing twice. */
export const addEvidence = async (
  tx: Tx,
  { caller, at, by, organizationCode, place, writeId }: EvidenceWrite,
  added: AddedEvidence,
): Promise<string | Refusal> => {
  const named = await nameThing(tx, added);
  if (isRefusal(named)) return named;
  await lockWrite(tx, writeId);
  const earlier = await findEvidenceOfWrite(tx, writeId);
  if (earlier) {
    const isSame = earlier.organizationCode === organizationCode && isThing(earlier, named.thing);
    return isSame ? earlier.id : refuse('edit.conflict', { field: 'writeId' });
  }
  const id = await insertEvidence(tx, { ...named, organizationCode, at, by, writeId });
  await appendAuditEvent(tx, caller, {
    ...{ at, action: 'evidence.add', subject: `evidence:${id}` },
    details: { organization: organizationCode, ...place, ...named.thing },
  });
  return id;
};

/** Records that a file was refused for its content: somebody may be trying. */
export const recordRefusedEvidence = (
  db: Db,
  { caller, at, subject }: { readonly caller: Caller; readonly at: string; readonly subject: string },
  refusal: Refusal,
): Promise<void> =>
  db.transaction().execute((tx) =>
    appendAuditEvent(tx, caller, {
      ...{ at, action: 'evidence.refuse', subject },
      details: { code: refusal.code, ...refusal.details },
    }),
  );
