import { type Actor, can } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import { type AddedEvidence, addEvidence, recordRefusedEvidence } from '#server/registers/add-evidence.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { listEvidencePieces } from '#server/registers/evidence-pieces.ts';
import { readExecutedTasks } from '#server/registers/executed-tasks.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskEvidenceList } from './task-contract.ts';
import { listNamedEvidence } from './task-reads.ts';
import { findTaskReach, isWithin, taskNotFound } from './view-task.ts';
import { findPartRefusal, type TaskWriter } from './write-event.ts';

/** An organization's part of a task, where evidence is looked at or added. */
interface TaskPart {
  readonly id: string;
  readonly organization: string;
}

const isPart = async (db: Db | Tx, { id, organization }: TaskPart, today: PlainDate): Promise<boolean> => {
  const [task] = await readExecutedTasks(db, [id], await listOrganizations(db), today);
  return task?.answering.some(({ organizationCode }) => organizationCode === organization) ?? false;
};

interface Reader {
  readonly db: Db;
  readonly actor: Actor | undefined;
  readonly today: PlainDate;
}

// Its own people choose from all that it has; others, and all once there is nothing to report, see what its reports rest on.
const listPieces = async ({ db, actor, today }: Reader, part: TaskPart, evidenceId?: string) => {
  const organizationCode = part.organization;
  const reach = await findTaskReach({ db, actor, today }, part.id);
  if (!isWithin(reach, organizationCode)) return taskNotFound(part.id);
  const answers = await isPart(db, part, today);
  const named = await listNamedEvidence(db, part.id, organizationCode);
  if (!answers && named.size === 0) return taskNotFound(part.id);
  const pieces = await listEvidencePieces(db, { organizationCode, evidenceId, besides: {} });
  if (answers && can(actor, 'execution.report', { organizationCode })) return pieces;
  return pieces.filter(({ id }) => named.has(id));
};

/** The evidence of an organization that the person may see at its part of a task. */
export const answerTaskEvidence = async (
  reader: Reader,
  part: TaskPart,
  { added, limitBytes }: { readonly added: string | null; readonly limitBytes: number },
): Promise<TaskEvidenceList | Refusal> => {
  const pieces = await listPieces(reader, part);
  return isRefusal(pieces) ? pieces : { items: [...pieces], total: pieces.length, added, limitBytes };
};

/** The file of a piece of evidence. */
export const answerTaskEvidenceFile = async (
  reader: Reader,
  files: EvidenceFiles,
  part: TaskPart & { readonly evidenceId: string },
): Promise<FileAnswer | Refusal> => {
  const pieces = await listPieces(reader, part, part.evidenceId);
  if (isRefusal(pieces)) return pieces;
  const [piece] = pieces;
  const content = piece?.file ? await files.read(piece.file.sha256) : undefined;
  if (!piece?.file || !content)
    return refuse('record.not-found', { kind: 'evidence', code: part.evidenceId });
  return { name: piece.title, mediaType: piece.file.mediaType, content };
};

const findRefusal = async (
  db: Db | Tx,
  { actor, clock }: TaskWriter,
  part: TaskPart,
): Promise<Refusal | undefined> => {
  const no = findPartRefusal(actor, 'execution.report', part.id, part.organization);
  if (no) return no;
  return (await isPart(db, part, clock.today())) ? undefined : taskNotFound(part.id);
};

/** Adds evidence to what an organization has, to be named in a report on a task; answers its id. */
export const addTaskEvidence = (
  writer: TaskWriter,
  part: TaskPart,
  added: AddedEvidence,
  writeId: string,
): Promise<string | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const no = await findRefusal(tx, writer, part);
    if (no) return no;
    const { clock, actor, caller } = writer;
    const write = {
      caller,
      at: clock.now(),
      by: actor.accountId,
      organizationCode: part.organization,
      writeId,
    };
    return addEvidence(tx, { ...write, place: { task: part.id } }, added);
  });

/** Keeps a file, on the disk first, and adds it to what an organization has. */
export const addTaskEvidenceFile = async (
  writer: TaskWriter,
  files: EvidenceFiles,
  part: TaskPart,
  upload: { readonly name: string; readonly content: Uint8Array; readonly writeId: string },
): Promise<string | Refusal> => {
  // Before anything is written: a stranger's file must not take room.
  const no = await findRefusal(writer.db, writer, part);
  if (no) return no;
  const file = await files.admit(upload);
  if (isRefusal(file)) {
    const about = { caller: writer.caller, at: writer.clock.now(), subject: `task:${part.id}` };
    await recordRefusedEvidence(writer.db, about, file);
    return file;
  }
  return addTaskEvidence(writer, part, { kind: 'file', file }, upload.writeId);
};
