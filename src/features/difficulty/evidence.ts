import type { Actor } from '#core/access/access.ts';
import { findReach } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db } from '#server/db/database.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import { type AddedEvidence, addEvidence, recordRefusedEvidence } from '#server/registers/add-evidence.ts';
import { listEvidencePieces } from '#server/registers/evidence-pieces.ts';
import { difficultyNotFound } from './answer-difficulties.ts';
import { findDifficulty, listDifficultyEvents } from './reads.ts';
import type { OwnEvidenceList } from './write-contract.ts';
import { type DifficultyWriter, mayRaise } from './write-difficulty.ts';

const notTheirs = (organization: string): Refusal =>
  refuse('record.not-found', { kind: 'organization', code: organization });

/** The evidence of an organization, to show a difficulty with. */
export const answerOwnEvidence = async (
  { db, actor }: { readonly db: Db; readonly actor: Actor | undefined },
  organization: string,
  { added, limitBytes }: { readonly added: string | null; readonly limitBytes: number },
): Promise<OwnEvidenceList | Refusal> => {
  if (!mayRaise(actor, organization)) return notTheirs(organization);
  const pieces = await listEvidencePieces(db, { organizationCode: organization, besides: {} });
  return { items: [...pieces], total: pieces.length, added, limitBytes };
};

/** Adds evidence to what an organization has, to be named in a difficulty; answers its id. */
export const addOwnEvidence = (
  { db, clock, actor, caller }: DifficultyWriter,
  organization: string,
  added: AddedEvidence,
  writeId: string,
): Promise<string | Refusal> =>
  db.transaction().execute(async (tx) => {
    if (!mayRaise(actor, organization)) return notTheirs(organization);
    const write = { caller, at: clock.now(), by: actor.accountId, organizationCode: organization, writeId };
    return addEvidence(tx, { ...write, place: { for: 'difficulty' } }, added);
  });

/** Keeps a file, on the disk first, and adds it to what an organization has. */
export const addOwnEvidenceFile = async (
  writer: DifficultyWriter,
  files: EvidenceFiles,
  organization: string,
  upload: { readonly name: string; readonly content: Uint8Array; readonly writeId: string },
): Promise<string | Refusal> => {
  // Before anything is written: a stranger's file must not take room.
  if (!mayRaise(writer.actor, organization)) return notTheirs(organization);
  const file = await files.admit(upload);
  if (isRefusal(file)) {
    const about = { caller: writer.caller, at: writer.clock.now(), subject: `organization:${organization}` };
    await recordRefusedEvidence(writer.db, about, file);
    return file;
  }
  return addOwnEvidence(writer, organization, { kind: 'file', file }, upload.writeId);
};

const readFile = async (
  db: Db,
  files: EvidenceFiles,
  { organizationCode, evidenceId }: { readonly organizationCode: string; readonly evidenceId: string },
): Promise<FileAnswer | Refusal> => {
  const [piece] = await listEvidencePieces(db, { organizationCode, evidenceId, besides: {} });
  const content = piece?.file ? await files.read(piece.file.sha256) : undefined;
  if (!piece?.file || !content) return refuse('record.not-found', { kind: 'evidence', code: evidenceId });
  return { name: piece.title, mediaType: piece.file.mediaType, content };
};

/** The file of a piece of evidence that the person's organization has. */
export const answerOwnFile = async (
  { db, actor }: { readonly db: Db; readonly actor: Actor | undefined },
  files: EvidenceFiles,
  { organization, evidenceId }: { readonly organization: string; readonly evidenceId: string },
): Promise<FileAnswer | Refusal> =>
  mayRaise(actor, organization)
    ? readFile(db, files, { organizationCode: organization, evidenceId })
    : notTheirs(organization);

/** The file of a piece of evidence that a difficulty names. */
export const answerDifficultyFile = async (
  { db, actor, today }: { readonly db: Db; readonly actor: Actor | undefined; readonly today: PlainDate },
  files: EvidenceFiles,
  { id, evidenceId }: { readonly id: string; readonly evidenceId: string },
): Promise<FileAnswer | Refusal> => {
  const difficulty = await findDifficulty(
    db,
    id,
    { reach: findReach(actor, 'difficulty.read'), today },
    actor?.memberships,
  );
  if (!difficulty) return difficultyNotFound(id);
  const isNamed = (await listDifficultyEvents(db, id)).some(({ evidence }) =>
    evidence.some((piece) => piece.id === evidenceId),
  );
  return isNamed
    ? readFile(db, files, { organizationCode: difficulty.organizationCode, evidenceId })
    : refuse('record.not-found', { kind: 'evidence', code: evidenceId });
};
