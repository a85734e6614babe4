import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { GivenFile } from '#server/read/file-reader.ts';
import type { ReadPlanFile } from '#server/read/read-plan-file.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { auditImport } from '#features/plan-import/audit-import.ts';
import type { ImportContext } from '#features/plan-import/import-context.ts';
import { findLiveImport, insertImport } from '#features/plan-import/store.ts';

/** Reads a plan file here, or in another thread. */
export type FileReading = (
  file: GivenFile,
  agencies: AgencyDirectory,
) => ReadPlanFile | Refusal | Promise<ReadPlanFile | Refusal>;

/** A live import and whether this very file had been offered before. */
export interface Offered {
  readonly importId: string;
  readonly repeated: boolean;
}

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

interface Draft {
  readonly origin: 'reviewed-reading' | 'document';
  readonly fileName: string;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly text: string | null;
  readonly reading: PlanReading;
  readonly improvementPlan?: ImprovementPlanRevision;
}

/** The kept plan that a draft was written from. */
export interface ImprovementPlanRevision {
  readonly id: string;
  readonly revision: number;
}

const storeDraft = (context: ImportContext, draft: Draft): Promise<Offered | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    const id = newId();
    const isNew = await insertImport(tx, {
      id,
      origin: draft.origin,
      file_name: draft.fileName,
      sha256: draft.sha256,
      encoding: draft.encoding,
      source_text: draft.text,
      reading: draft.reading,
      uploaded_at: context.clock.now(),
      uploaded_by: context.accountId,
      improvement_plan_id: draft.improvementPlan?.id ?? null,
      improvement_plan_revision: draft.improvementPlan?.revision ?? null,
    });
    if (isNew) {
      const { fileName, sha256 } = draft;
      await auditImport(tx, context, 'plan-import.offer', id, {
        after: { fileName, sha256, state: 'draft' },
      });
      return { importId: id, repeated: false };
    }
    const earlier = await findLiveImport(tx, draft.sha256);
    // Only a discard between the two statements can hide the earlier one.
    return earlier ? { importId: earlier.id, repeated: true } : refuse('edit.conflict');
  });

/** Reads an uploaded file into a draft. A file that was offered before gives the earlier import and stores nothing. */
export const offerPlan = async (
  context: ImportContext,
  file: GivenFile,
  readFile: FileReading,
): Promise<Offered | Refusal> => {
  const sha256 = sha256Of(file.content);
  const earlier = await findLiveImport(context.db, sha256);
  if (earlier) return { importId: earlier.id, repeated: true };
  const read = await readFile(file, await readAgencyDirectory(context.db));
  if (isRefusal(read)) return read;
  return storeDraft(context, {
    origin: 'document',
    fileName: file.name,
    sha256,
    encoding: read.encoding,
    text: read.text,
    reading: read.reading,
  });
};

/** Offers a reading that people have reviewed, without the document's text. `content` is the file it was kept in. */
export const offerReviewedReading = async (
  context: ImportContext,
  file: GivenFile,
  reading: PlanReading,
): Promise<Offered | Refusal> => {
  const sha256 = sha256Of(file.content);
  const earlier = await findLiveImport(context.db, sha256);
  if (earlier) return { importId: earlier.id, repeated: true };
  return storeDraft(context, {
    ...{ origin: 'reviewed-reading', fileName: file.name, sha256 },
    ...{ encoding: null, text: null, reading },
  });
};

/** Offers a document that was written here, with what it says. The same text is offered once. */
export const offerText = async (
  context: ImportContext,
  draft: Pick<Draft, 'fileName' | 'reading' | 'improvementPlan'> & { readonly text: string },
): Promise<Offered | Refusal> => {
  const sha256 = sha256Of(Buffer.from(draft.text));
  const earlier = await findLiveImport(context.db, sha256);
  if (earlier) return { importId: earlier.id, repeated: true };
  return storeDraft(context, { ...draft, origin: 'document', encoding: 'utf-8', sha256 });
};
