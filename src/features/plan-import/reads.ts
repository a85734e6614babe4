import { sql } from 'kysely';
import { nameKey, tidy } from '#core/kernel/text.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { IdentifyingHead } from '#core/plan/document-identity.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import type { PlanImportOutcome, PlanImportPreview, PlanImportRow } from './contract.ts';

/** The heads of all registered documents, as far as they tell documents apart. */
export const listDocumentHeads = async (
  db: Db | Tx,
): Promise<readonly (IdentifyingHead & { readonly id: string })[]> => {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'doc_type', 'doc_number', 'issue_date', 'year', 'issuing_agency', 'subject_line'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    docType: row.doc_type,
    docNumber: row.doc_number,
    issueDate: row.issue_date as PlainDate | null,
    year: row.year,
    issuingAgency: row.issuing_agency,
    subjectLine: row.subject_line,
  }));
};

/** The name of a registered document. */
export const findDocumentName = async (db: Db, id: string): Promise<DocumentName | undefined> => {
  const row = await db.selectFrom('document').select(documentColumns).where('id', '=', id).executeTakeFirst();
  return row && documentNameOf(row);
};

/** The names of registered documents; ids of none are left out. */
export const listDocumentNames = async (db: Db, ids: readonly string[]): Promise<readonly DocumentName[]> => {
  const names = await Promise.all(ids.map((id) => findDocumentName(db, id)));
  return names.filter((name) => name !== undefined);
};

/** Which of these names a person has mapped to an organization. */
export const listMappedNames = async (
  db: Db,
  names: readonly string[],
): Promise<PlanImportPreview['mappedAgencies']> => {
  const written = new Map(names.map((name) => [nameKey(name), tidy(name)]));
  const rows = await db
    .selectFrom('organization_alias as alias')
    .innerJoin('organization', 'organization.code', 'alias.organization_code')
    .select(['alias.alias_key', 'organization.code', 'organization.name'])
    .where('alias.origin', '=', 'mapped')
    .where(sql<boolean>`alias.alias_key = any(${[...written.keys()]}::text[])`)
    .orderBy('alias.alias_key')
    .execute();
  return rows.map(({ alias_key, code, name }) => ({
    ...{ nameAsWritten: written.get(alias_key) ?? alias_key, organizationCode: code, name },
  }));
};

const LISTS = [
  'targets',
  'tasks',
  'projects',
  'gaps',
  'indicatorScores',
  'reportingDuties',
  'citedDocuments',
  'results',
  'resources',
] as const;

const itemCount = sql<number>`(${sql.join(
  LISTS.map((list) => sql`jsonb_array_length(reading -> ${sql.lit(list)})`),
  sql` + `,
)})`.as('item_count');

const listing = (db: Db | Tx) =>
  db
    .selectFrom('plan_import')
    .select(['id', 'state', 'origin', 'file_name', 'sha256', 'encoding', 'uploaded_at', 'decided_at'])
    .select([
      'undone_at',
      'document_id',
      'outcome',
      'improvement_plan_id',
      'improvement_plan_revision',
      itemCount,
    ])
    .select([
      sql<string | null>`reading -> 'document' ->> 'docType'`.as('doc_type'),
      sql<string | null>`reading -> 'document' ->> 'docNumber'`.as('doc_number'),
      sql<string | null>`reading -> 'document' ->> 'subjectLine'`.as('subject_line'),
    ]);

type ListedImport = Awaited<ReturnType<ReturnType<typeof listing>['executeTakeFirstOrThrow']>>;

const viewOf = (row: ListedImport): PlanImportRow => ({
  id: row.id,
  state: row.state as PlanImportRow['state'],
  origin: row.origin as PlanImportRow['origin'],
  fileName: row.file_name,
  sha256: row.sha256,
  encoding: row.encoding,
  docType: row.doc_type,
  docNumber: row.doc_number,
  subjectLine: row.subject_line,
  itemCount: row.item_count,
  uploadedAt: row.uploaded_at,
  decidedAt: row.decided_at,
  undoneAt: row.undone_at,
  documentId: row.document_id,
  outcome: row.outcome as PlanImportOutcome | null,
  improvementPlan:
    row.improvement_plan_id === null || row.improvement_plan_revision === null
      ? null
      : { id: row.improvement_plan_id, revision: row.improvement_plan_revision },
});

/** All imports, newest first. */
export const listImports = async (db: Db): Promise<readonly PlanImportRow[]> =>
  (await listing(db).orderBy('uploaded_at', 'desc').orderBy('id', 'desc').execute()).map(viewOf);

/** One import as lists show it. */
export const getImportView = async (db: Db | Tx, id: string): Promise<PlanImportRow> =>
  viewOf(await listing(db).where('id', '=', id).executeTakeFirstOrThrow());
