import { sql, type Insertable, type Updateable } from 'kysely';
import type { DocumentHeadFacts } from '#core/plan/complete-head.ts';
import type { Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { DB } from '#server/db/schema.gen.ts';
import { PlanImportPreview } from '#features/plan-import/contract.ts';
import { freeKey } from './register-items.ts';

/** The key of a document; with a number where a person told one with the same head apart from another. */
const freeIdentity = async (tx: Tx, wanted: string, documentId: string): Promise<string> => {
  const rows = await tx
    .selectFrom('document')
    .select('identity_key')
    .where('id', '<>', documentId)
    .where(sql<boolean>`starts_with(identity_key, ${wanted})`)
    .execute();
  return freeKey(wanted, new Set(rows.map(({ identity_key }) => identity_key)));
};

type NewDocument = Insertable<DB['document']> & { readonly id: string };

export const insertDocument = async (tx: Tx, row: NewDocument): Promise<void> =>
  insertRows(tx, 'document', [{ ...row, identity_key: await freeIdentity(tx, row.identity_key, row.id) }]);

const StoredHead = PlanImportPreview.shape.head.shape;

/** The head of a registered document, as it stands now. */
export const getDocumentHead = async (tx: Tx, documentId: string): Promise<DocumentHeadFacts> => {
  const row = await tx
    .selectFrom('document')
    .selectAll()
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow();
  return {
    docType: row.doc_type,
    attachedDocType: row.attached_doc_type,
    docNumber: row.doc_number,
    docNumberRaw: row.doc_number_raw,
    issueDate: row.issue_date,
    issueDateRaw: row.issue_date_raw,
    year: row.year,
    issuingAgency: row.issuing_agency,
    subjectLine: row.subject_line,
    isDraft: row.is_draft,
    signerName: row.signer_name,
    signerTitle: row.signer_title,
    recipients: StoredHead.recipients.parse(row.recipients),
    legalBasis: StoredHead.legalBasis.parse(row.legal_basis),
  };
};

/** Overwrites the head of a document; the heads of all its files stay in the readings of their imports. */
export const updateDocumentHead = async (
  tx: Tx,
  documentId: string,
  columns: Updateable<DB['document']>,
): Promise<void> => {
  const identity =
    columns.identity_key === undefined
      ? {}
      : { identity_key: await freeIdentity(tx, columns.identity_key, documentId) };
  await tx
    .updateTable('document')
    .set({
      ...{ ...columns, ...identity },
      recipients: JSON.stringify(columns.recipients),
      legal_basis: JSON.stringify(columns.legal_basis),
    })
    .where('id', '=', documentId)
    .execute();
};

/** Notes whether the document itself has been imported or only a reading of it. */
export const setDocumentOrigin = async (
  tx: Tx,
  documentId: string,
  origin: 'document' | 'reviewed-reading',
): Promise<void> => {
  await tx.updateTable('document').set({ origin }).where('id', '=', documentId).execute();
};
