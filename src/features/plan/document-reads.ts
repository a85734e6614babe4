import { sql } from 'kysely';
import { ITEM_KINDS, type ItemKind } from '#core/plan/plan-item.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { DocumentMention } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import { placeOf } from '#server/registers/register-items.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import type { DocumentRow, DocumentView } from './contract.ts';

const selectDocuments = (db: Db) =>
  db
    .selectFrom('document')
    .leftJoin('plan', 'plan.document_id', 'document.id')
    .select(documentColumns)
    .select(['document.issuing_agency', 'document.issuing_organization_code', 'document.origin'])
    .select(['document.registered_at', 'document.doc_number_raw', 'document.issue_date_raw'])
    .select(['document.signer_name', 'document.signer_title', 'document.recipients', 'document.legal_basis'])
    .select(['plan.name as plan_name', 'plan.period_start', 'plan.period_end'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('document_source')
            .whereRef('document_source.document_id', '=', 'document.id')
            .select(sql.lit(1).as('one')),
        )
        .as('has_text'),
    );

type Selected = Awaited<ReturnType<ReturnType<typeof selectDocuments>['executeTakeFirstOrThrow']>>;
type Counts = DocumentRow['counts'];

const countItems = async (db: Db): Promise<ReadonlyMap<string, Counts>> => {
  const rows = await db
    .selectFrom('document_item')
    .select(['document_id', 'kind', (eb) => eb.fn.countAll<number>().as('count')])
    .where('ended_by', 'is', null)
    .groupBy(['document_id', 'kind'])
    .execute();
  const byDocument = groupBy(rows, ({ document_id }) => document_id);
  return new Map(
    [...byDocument].map(([id, some]) => {
      const found = new Map(some.map(({ kind, count }) => [kind, count]));
      return [id, Object.fromEntries(ITEM_KINDS.map((kind) => [kind, found.get(kind) ?? 0])) as Counts];
    }),
  );
};

const NOTHING = Object.fromEntries(ITEM_KINDS.map((kind) => [kind, 0])) as Counts;

const rowOf = (row: Selected, counts: Counts | undefined): DocumentRow => ({
  ...documentNameOf(row),
  issuingAgency: row.issuing_agency,
  issuingOrganizationCode: row.issuing_organization_code,
  origin: row.origin as DocumentRow['origin'],
  hasText: Boolean(row.has_text),
  plan:
    row.plan_name === null
      ? null
      : {
          name: row.plan_name,
          periodStart: storedDay(row.period_start),
          periodEnd: storedDay(row.period_end),
        },
  counts: counts ?? NOTHING,
  registeredAt: row.registered_at,
});

/** All documents, the newest first; a draft without a date by its year. */
export const listDocumentRows = async (db: Db): Promise<readonly DocumentRow[]> => {
  const rows = await selectDocuments(db)
    .orderBy('document.year', (order) => order.desc().nullsLast())
    .orderBy('document.issue_date', (order) => order.desc().nullsFirst())
    .orderBy('document.id')
    .execute();
  const counts = await countItems(db);
  return rows.map((row) => rowOf(row, counts.get(row.document_id)));
};

/** The imported file of a document that is shown: the latest. */
export const findSource = (db: Db, documentId: string) =>
  db
    .selectFrom('document_source')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

interface Part {
  readonly line: number | null;
}

const linesOf = (line: number | null, continuation: unknown): number[] => {
  const lines = [line, ...(continuation as readonly Part[]).map((part) => part.line)];
  return [...new Set(lines.filter((some) => some !== null))].toSorted((a, b) => a - b);
};

const listOutline = async (
  db: Db,
  documentId: string,
  sourceId: string | undefined,
): Promise<DocumentView['outline']> => {
  const rows = await db
    .selectFrom('document_item')
    .select(['id', 'kind', 'name', 'appendix', 'section', 'order_label', 'line', 'page', 'block'])
    .select(['continuation', 'source_id', sql<boolean>`quote is not null`.as('has_quote')])
    .where('document_id', '=', documentId)
    .orderBy('line', (order) => order.asc().nullsLast())
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ItemKind,
    name: row.name,
    place: placeOf(row),
    hasQuote: row.has_quote,
    lines: sourceId !== undefined && row.source_id === sourceId ? linesOf(row.line, row.continuation) : [],
  }));
};

/** The revision of a kept improvement plan from which the document was last accepted. */
const findImprovementPlan = async (db: Db, documentId: string): Promise<DocumentView['improvementPlan']> => {
  const row = await db
    .selectFrom('plan_import')
    .select(['improvement_plan_id as id', 'improvement_plan_revision as revision'])
    .where('document_id', '=', documentId)
    .where('state', '=', 'accepted')
    .where('improvement_plan_id', 'is not', null)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.id || row.revision === null) return null;
  return { id: row.id, revision: row.revision };
};

/** One document with its head and all its items in order of reading. */
export const findDocumentView = async (db: Db, id: string): Promise<DocumentView | undefined> => {
  const row = await selectDocuments(db).where('document.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const counts = await countItems(db);
  const source = await findSource(db, id);
  return {
    ...rowOf(row, counts.get(id)),
    docNumberRaw: row.doc_number_raw,
    issueDateRaw: row.issue_date_raw,
    signerName: row.signer_name,
    signerTitle: row.signer_title,
    recipients: row.recipients as string[],
    legalBasis: row.legal_basis as DocumentMention[],
    source: source
      ? {
          fileName: source.file_name,
          sha256: source.sha256,
          lineCount: source.source_text.split('\n').length,
          importedAt: source.imported_at,
        }
      : null,
    improvementPlan: await findImprovementPlan(db, id),
    outline: await listOutline(db, id, source?.id),
  };
};

/** Whether the register has the document. */
export const hasDocument = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
