import { v7 as newId } from 'uuid';
import type { Tx } from '#server/db/database.ts';

/** What a piece of evidence is: a file that the store keeps, a document of the register, or a page. */
export type EvidenceThing =
  | { readonly kind: 'file'; readonly sha256: string; readonly size: number; readonly mediaType: string }
  | { readonly kind: 'document'; readonly documentId: string }
  | { readonly kind: 'link'; readonly url: string };

interface NewEvidence {
  readonly organizationCode: string;
  readonly title: string;
  readonly thing: EvidenceThing;
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

/** The evidence that a write made before. */
export interface WrittenEvidence {
  readonly id: string;
  readonly organizationCode: string;
  readonly sha256: string | null;
  readonly url: string | null;
  readonly documentId: string | null;
}

/** The evidence that a write made before, with what it is; undefined for a new write. */
export const findEvidenceOfWrite = (tx: Tx, writeId: string): Promise<WrittenEvidence | undefined> =>
  tx
    .selectFrom('evidence')
    .select(['evidence_id as id', 'organization_code as organizationCode', 'file_sha256 as sha256'])
    .select(['url', 'document_id as documentId'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();

const keepFile = async (tx: Tx, { thing, at }: NewEvidence): Promise<void> => {
  if (thing.kind !== 'file') return;
  await tx
    .insertInto('stored_file')
    .values({ sha256: thing.sha256, size: thing.size, media_type: thing.mediaType, stored_at: at })
    .onConflict((conflict) => conflict.constraint('stored_file_pk').doNothing())
    .execute();
};

/** Adds a piece of evidence and answers its id. */
export const insertEvidence = async (tx: Tx, added: NewEvidence): Promise<string> => {
  await keepFile(tx, added);
  const { thing } = added;
  const id = newId();
  await tx
    .insertInto('evidence')
    .values({
      evidence_id: id,
      organization_code: added.organizationCode,
      kind: thing.kind,
      title: added.title,
      file_sha256: thing.kind === 'file' ? thing.sha256 : null,
      document_id: thing.kind === 'document' ? thing.documentId : null,
      url: thing.kind === 'link' ? thing.url : null,
      added_at: added.at,
      added_by: added.by,
      write_id: added.writeId,
    })
    .execute();
  return id;
};
